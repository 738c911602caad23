import type { FileSource } from "../../decode/file-source.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "../../decode/read-limits.ts";
import type { ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import { openWorkbook, type OpenWorkbook, type RecogniseTable } from "../../decode/xlsx/read-xlsx.ts";
import type { AnnotateRequest, RowMark, TableFrame } from "../annotation.ts";
import { MarkQueue } from "../mark-queue.ts";
import { SUMMARY_HEAD_ROWS, SUMMARY_WIDTHS, summaryRows } from "../summary-rows.ts";
import { writeShapes } from "./comment-shapes.ts";
import { writeComments } from "./comments-part.ts";
import { MarkedStyles } from "./marked-styles.ts";
import { planPackage, type PackagePlan } from "./package-plan.ts";
import { rewritePart } from "./part-rewriter.ts";
import { parseRaw, ROWS_A_PIECE } from "./raw-xml.ts";
import { SheetRewriter } from "./rewrite-sheet.ts";
import { COMMENTS_A_CAUSE, SheetComments } from "./sheet-comments.ts";
import { MAIN_NAMESPACE, STRICT_NAMESPACE, writeSheet } from "./sheet-writer.ts";
import { surveySheet } from "./survey-sheet.ts";
import { zipStream, type ZipPart } from "./zip-stream.ts";

/**
 * The same workbook with marked cells, comments, two columns more and a summary sheet. Only the table's sheet, styles,
 * comments and the lists of parts are written anew; every other part is handed on. @throws FileRefusal before the first
 * byte where the workbook cannot be annotated
 */
export async function* annotateXlsx(
  source: FileSource,
  recognises: RecogniseTable,
  frame: TableFrame,
  marks: AsyncGenerator<readonly RowMark[]>,
  request: AnnotateRequest,
): AsyncGenerator<Buffer> {
  const limits = DEFAULT_READ_LIMITS;
  const queue = new MarkQueue(marks);
  const work = await prepare(source, recognises, frame, limits);
  try {
    yield* zipStream(partsOf({ ...work, queue, request, limits }));
  } finally {
    await queue.close();
    work.archive.close();
  }
}

/** Everything that must be known before the first byte; the table of shared strings is let go behind it. */
async function prepare(
  source: FileSource,
  recognises: RecogniseTable,
  frame: TableFrame,
  limits: ReadLimits,
): Promise<Omit<Work, "queue" | "request" | "limits">> {
  const workbook = await openWorkbook(source, limits, recognises);
  const { archive, parts, chosen } = workbook;
  try {
    const survey = await surveySheet(archive, chosen.part, frame.own, limits);
    const plan = await planPackage(workbook, survey, limits);
    const styles = await MarkedStyles.read(archive, parts.styles, limits);
    await checkParts(archive, plan, [chosen.part, parts.sharedStrings], limits);
    const problemColumn = Math.max(survey.freeColumn, frame.width + 1);
    const namespace = survey.isStrict ? STRICT_NAMESPACE : MAIN_NAMESPACE;
    const sheetPlan = { frame, problemColumn, legacyDrawing: plan.legacyDrawing };
    return { archive, parts, chosen, plan, styles, namespace, sheetPlan };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Reads what nobody has read yet, so that nothing can break off behind the first byte. @throws FileRefusal */
async function checkParts(
  archive: ZipArchive,
  plan: PackagePlan,
  checked: readonly (string | null)[],
  limits: ReadLimits,
): Promise<void> {
  const rewritten = [...plan.rewritten.map((part) => part.name), plan.existingComments];
  for (const name of rewritten) {
    if (name !== null && archive.has(name)) await parseRaw(archive, name, UNHEARD, limits);
  }
  const known = new Set([...rewritten, ...checked].map((name) => name?.toLowerCase()));
  for (const name of archive.fileNames()) {
    if (known.has(name.toLowerCase()) || name.endsWith("/")) continue;
    for await (const _ of archive.read(name)); // inflates to the end, or throws
  }
}

const nothing = (): void => undefined;
const UNHEARD = { open: nothing, close: nothing, text: nothing, aside: nothing };

interface Work extends Pick<OpenWorkbook, "archive" | "parts" | "chosen"> {
  readonly plan: PackagePlan;
  readonly styles: MarkedStyles;
  readonly sheetPlan: ConstructorParameters<typeof SheetRewriter>[0];
  readonly queue: MarkQueue;
  readonly namespace: string;
  readonly request: AnnotateRequest;
  readonly limits: ReadLimits;
}

/** Parts in the order in which they become known: the sheet tells which formats and comments there are. */
function partsOf(work: Work): ZipPart[] {
  const { archive, chosen, parts, plan, styles, sheetPlan, queue, namespace, request, limits } = work;
  const comments = new SheetComments();
  const places = { dropped: new Set<string>(), joined: new Set<string>() };
  const sheet = new SheetRewriter(sheetPlan, queue, styles, comments);
  const problemFormat = (): number => styles.formatFor(0, "problem");
  const made: ZipPart[] = [
    ...plan.rewritten,
    {
      name: chosen.part,
      content: () => rewritePart(archive, chosen.part, sheet, limits, () => queue.fill(ROWS_A_PIECE)),
    },
    {
      name: plan.summaryPart,
      content: () =>
        writeSheet(
          {
            widths: SUMMARY_WIDTHS,
            headRows: SUMMARY_HEAD_ROWS,
            rows: summaryRows(
              `批次 ${request.batchId}　${request.fileName}`,
              request.counts,
              SUMMARY_NOTE,
              request.causes,
            ),
            bodyFormat: problemFormat(),
          },
          namespace,
        ),
    },
    { name: plan.stylesPart, content: () => styles.write(archive, parts.styles, namespace, limits) },
    {
      name: plan.commentsPart,
      content: () => writeComments(archive, plan.existingComments, namespace, comments.byPlace, places, limits),
    },
    { name: plan.drawingPart, content: () => writeShapes(archive, plan.existingDrawing, comments.byPlace, places) },
  ];
  const names = new Set(made.map((part) => part.name.toLowerCase()));
  const [first, ...rest] = made;
  const others = archive
    .fileNames()
    .filter((name) => !names.has(name.toLowerCase()) && !name.endsWith("/"))
    .map((name): ZipPart => ({ name, content: () => archive.read(name) }));
  return first ? [first, ...others, ...rest] : others;
}

const SUMMARY_NOTE =
  `请直接在原表中改正标色的单元格后重新报送，已入库的行不会重复入库；勿改动“明信行标识”列。` +
  `所有有问题的单元格均已标色，每类问题的前 ${COMMENTS_A_CAUSE} 处另有批注；全部问题见“问题与改正”列。`;
