import type { RawRow } from "../../raw-row.ts";
import { refuseFile } from "../file-refusal.ts";
import type { FileSource } from "../file-source.ts";
import type { ReadLimits } from "../read-limits.ts";
import type { TableNote } from "../table-note.ts";
import type { TableReader } from "../table-reader.ts";
import { readNumberMeanings } from "./number-formats.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { SheetRows, type SheetContext } from "./sheet-rows.ts";
import { readWorkbookParts, type SheetEntry, type WorkbookParts } from "./workbook-parts.ts";
import { XmlPart } from "./xml-part.ts";
import { ZipArchive } from "./zip-archive.ts";

/** Sheets that explain the form; never taken for data while another one is there. */
const EXPLAINS =
  /^(问题汇总(（明信）)?|填报说明|填写说明|填表说明|使用说明|说明|字典|代码|代码表|数据字典|示例|样例|readme|instructions|dictionary)$/i;
/** Rows looked at to tell which sheet holds the table. */
const LOOK_ROWS = 40;

/** Tells by its first rows whether a sheet holds the table that is wanted. */
export type RecogniseTable = (rows: readonly RawRow[]) => boolean;

/**
 * Opens an XLSX workbook: of its visible sheets the first that `recognises` knows, else the first with contents. Formulas
 * are read by their saved values, hidden rows are read, hidden sheets are not; each of these is told in the notes.
 * @throws FileRefusal, also while it is read
 */
export async function readXlsx(
  source: FileSource,
  limits: ReadLimits,
  recognises: RecogniseTable,
): Promise<TableReader> {
  const { archive, parts, context, chosen, passedOver } = await openWorkbook(source, limits, recognises);
  const notes = sheetNotes(parts.sheets, passedOver);
  const rows = new SheetRows(context);
  async function* chunks(): AsyncGenerator<readonly RawRow[]> {
    try {
      yield* streamSheet(archive, chosen.part, rows, limits);
    } finally {
      archive.close();
    }
  }
  return {
    format: `xlsx, sheet ${chosen.name}`,
    chunks,
    notes: (own) => [...notes, ...rowNotes(rows, own ?? new Set())],
  };
}

/** A workbook with the sheet that holds the table. Close its archive when done. */
export interface OpenWorkbook {
  readonly archive: ZipArchive;
  readonly parts: WorkbookParts;
  readonly context: SheetContext;
  readonly chosen: SheetEntry;
  readonly passedOver: readonly SheetEntry[];
  /** The first rows of any of its sheets. */
  firstRows(part: string): Promise<readonly RawRow[]>;
}

/** Opens a workbook and finds its table's sheet, as `readXlsx` has it. @throws FileRefusal */
export async function openWorkbook(
  source: FileSource,
  limits: ReadLimits,
  recognises: RecogniseTable,
): Promise<OpenWorkbook> {
  const archive = await ZipArchive.open(source, limits);
  try {
    const parts = await readWorkbookParts(archive, limits);
    const context: SheetContext = {
      strings: await readSharedStrings(archive, parts.sharedStrings, limits),
      meanings: await readNumberMeanings(archive, parts.styles, limits),
      uses1904: parts.uses1904,
      limits,
    };
    const { chosen, passedOver } = await chooseSheet(archive, parts.sheets, context, recognises);
    return { archive, parts, context, chosen, passedOver, firstRows: (part) => firstRows(archive, part, context) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function* streamSheet(
  archive: ZipArchive,
  name: string,
  rows: SheetRows,
  limits: ReadLimits,
): AsyncGenerator<readonly RawRow[]> {
  const part = new XmlPart(name, rows, limits);
  for await (const bytes of archive.read(name)) {
    part.write(bytes);
    if (rows.isFull) yield rows.take();
  }
  part.end();
  const last = rows.take();
  if (last.length > 0) yield last;
}

async function chooseSheet(
  archive: ZipArchive,
  sheets: readonly SheetEntry[],
  context: SheetContext,
  recognises: RecogniseTable,
): Promise<{ chosen: SheetEntry; passedOver: readonly SheetEntry[] }> {
  const visible = sheets.filter((sheet) => !sheet.hidden);
  if (visible.length === 0) throw refuseFile("workbook-no-visible-sheet");
  const explains = (sheet: SheetEntry): boolean => EXPLAINS.test(sheet.name.trim());
  const ordered = [...visible.filter((sheet) => !explains(sheet)), ...visible.filter(explains)];
  const filled: SheetEntry[] = [];
  let chosen: SheetEntry | null = null;
  for (const sheet of ordered) {
    const first = await firstRows(archive, sheet.part, context);
    if (first.length === 0) continue;
    filled.push(sheet);
    if (!chosen && recognises(first)) chosen = sheet;
  }
  const sheet = chosen ?? filled[0];
  if (!sheet) throw refuseFile("file-empty");
  return { chosen: sheet, passedOver: filled.filter((other) => other !== sheet && !explains(other)) };
}

async function firstRows(archive: ZipArchive, name: string, context: SheetContext): Promise<readonly RawRow[]> {
  const found: RawRow[] = [];
  const limits = { ...context.limits, chunkRows: LOOK_ROWS };
  for await (const rows of streamSheet(archive, name, new SheetRows({ ...context, limits }), limits)) {
    found.push(...rows);
    if (found.length >= LOOK_ROWS) break;
  }
  return found.slice(0, LOOK_ROWS);
}

function sheetNotes(sheets: readonly SheetEntry[], passedOver: readonly SheetEntry[]): TableNote[] {
  const names = (list: readonly SheetEntry[]): string =>
    list
      .slice(0, 20)
      .map((sheet) => sheet.name)
      .join("、");
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const notes: TableNote[] = [];
  if (passedOver.length > 0) {
    const list = names(passedOver);
    notes.push({
      code: "other-sheets-ignored",
      zh: `未读取其他工作表：${list}`,
      en: `Other sheets were not read: ${list}`,
    });
  }
  if (hidden.length > 0) {
    const list = names(hidden);
    notes.push({
      code: "hidden-sheet-ignored",
      zh: `未读取隐藏的工作表：${list}`,
      en: `Hidden sheets were not read: ${list}`,
    });
  }
  return notes;
}

function rowNotes(rows: SheetRows, own: ReadonlySet<number>): TableNote[] {
  const notes = [
    ...rows.hiddenRows.note("hidden-rows", "隐藏的行已按数据读取", "Hidden rows were read as data"),
    ...rows.formulas.note(
      "formulas-read-by-cached-value",
      "公式按文件中保存的结果读取",
      "Formulas were read by their saved values",
    ),
  ];
  if (rows.hiddenColumns.some(([min, max]) => min !== max || !own.has(min - 1))) {
    notes.push({ code: "hidden-columns", zh: "隐藏的列已按数据读取", en: "Hidden columns were read as data" });
  }
  if (rows.mergedRanges > 0) {
    const count = rows.mergedRanges;
    notes.push({
      code: "merged-cells",
      zh: `工作表有 ${count} 处合并单元格，值只算在左上角的单元格`,
      en: `The sheet has ${count} merged ranges; a value counts for the top left cell only`,
    });
  }
  return notes;
}
