import { posix } from "node:path";
import { damaged, type ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import type { ReadLimits } from "../../decode/read-limits.ts";
import type { OpenWorkbook } from "../../decode/xlsx/read-xlsx.ts";
import { isSummarySheet, SUMMARY_MARK, SUMMARY_SHEET, SUMMARY_SHEET_BESIDE } from "../markers.rules.ts";
import { ChildAdder, rewritePart, XML_DECLARATION, type Sibling } from "./part-rewriter.ts";
import { parseRaw, startTag, type RawTag } from "./raw-xml.ts";
import type { SheetSurvey } from "./survey-sheet.ts";
import type { ZipPart } from "./zip-stream.ts";

/** How the package holds what is added: names of parts, and the lists of parts written anew. */
export interface PackagePlan {
  readonly summaryPart: string;
  readonly stylesPart: string;
  readonly commentsPart: string;
  readonly drawingPart: string;
  readonly existingComments: string | null;
  readonly existingDrawing: string | null;
  /** Attribute by which the sheet shall name the drawing, or null where it names one already. */
  readonly legacyDrawing: string | null;
  /** Content types first, then relationships and the workbook. */
  readonly rewritten: readonly ZipPart[];
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const CONTENT_TYPES = "[Content_Types].xml";

export async function planPackage(
  workbook: OpenWorkbook,
  survey: SheetSurvey,
  limits: ReadLimits,
): Promise<PackagePlan> {
  const { archive, parts, chosen } = workbook;
  const relations = survey.isStrict ? STRICT_RELATIONS : RELATIONS;
  const sheetRelations = `${posix.dirname(chosen.part)}/_rels/${posix.basename(chosen.part)}.rels`;
  const links = await readLinks(archive, sheetRelations, posix.dirname(chosen.part), limits);
  const existingComments = links.find((link) => link.type === "comments")?.target ?? null;
  const existingDrawing = links.find((link) => link.id === survey.legacyDrawing)?.target ?? null;
  for (const part of [existingComments, existingDrawing]) {
    if (part !== null && !archive.has(part)) throw damaged("缺少批注部件", "a part of its comments is missing");
  }
  const folder = posix.dirname(parts.workbook);
  // Numbered as Excel numbers them: some readers know parts by such names only.
  const free = (stem: string, ending: string): string => {
    for (let at = 1; ; at += 1)
      if (!archive.has(`${folder}/${stem}${at}.${ending}`)) return `${folder}/${stem}${at}.${ending}`;
  };
  const summary = await findSummary(workbook);
  const names = {
    summaryPart: summary.part ?? free("worksheets/sheet", "xml"),
    stylesPart: parts.styles ?? `${folder}/styles.xml`,
    commentsPart: existingComments ?? free("comments", "xml"),
    drawingPart: existingDrawing ?? free("drawings/vmlDrawing", "vml"),
  };
  const isNewSheet = summary.part === null;
  const added: NewLinks = {
    sheet: [
      ...(existingDrawing === null ? [["mingxinDrawing", "vmlDrawing", names.drawingPart] as const] : []),
      ...(existingComments === null ? [["mingxinComments", "comments", names.commentsPart] as const] : []),
    ],
    workbook: [
      ...(isNewSheet ? [["mingxinSummary", "worksheet", names.summaryPart] as const] : []),
      ...(parts.styles === null ? [["mingxinStyles", "styles", names.stylesPart] as const] : []),
    ],
  };
  const again = (name: string, adder: ChildAdder): ZipPart => ({
    name,
    content: () => (archive.has(name) ? rewritePart(archive, name, adder, limits) : fresh(adder)),
  });
  return {
    ...names,
    existingComments,
    existingDrawing,
    legacyDrawing: survey.legacyDrawing === null ? `xmlns:r="${relations}" r:id="mingxinDrawing"` : null,
    rewritten: [
      again(CONTENT_TYPES, new ChildAdder("Types", (siblings, prefix) => contentTypes(siblings, prefix, names))),
      again(`${folder}/_rels/${posix.basename(parts.workbook)}.rels`, linkAdder(added.workbook, relations, folder)),
      again(parts.workbook, sheetAdder(isNewSheet ? summary.name : null, relations)),
      again(sheetRelations, linkAdder(added.sheet, relations, posix.dirname(chosen.part))),
    ],
  };
}

type NewLink = readonly [id: string, type: string, part: string];
interface NewLinks {
  readonly sheet: readonly NewLink[];
  readonly workbook: readonly NewLink[];
}

function linkAdder(links: readonly NewLink[], relations: string, folder: string): ChildAdder {
  return new ChildAdder("Relationships", (_, prefix) =>
    links
      .map(([id, type, part]) => ({ Id: id, Type: `${relations}/${type}`, Target: posix.relative(folder, part) }))
      .map((attributes) => startTag(`${prefix}Relationship`, attributes, true))
      .join(""),
  );
}

/** Adds the summary sheet behind the others; null where the workbook has it already. */
function sheetAdder(name: string | null, relations: string): ChildAdder {
  return new ChildAdder("sheets", (siblings, prefix) => {
    if (name === null) return "";
    const highest = Math.max(0, ...siblings.map(({ attributes }) => Number(attributes["sheetId"]) || 0));
    const attributes = { name, sheetId: String(highest + 1), "xmlns:r": relations, "r:id": "mingxinSummary" };
    return startTag(`${prefix}sheet`, attributes, true);
  });
}

/** A list of relationships that the package did not have. */
async function* fresh(adder: ChildAdder): AsyncGenerator<Buffer> {
  const root: RawTag = {
    name: "Relationships",
    local: "Relationships",
    attributes: { xmlns: PACKAGE_RELATIONS },
    isSelfClosing: false,
  };
  adder.write(XML_DECLARATION);
  adder.open(root);
  adder.close(root);
  yield Buffer.from(adder.take(true), "utf8");
}

function contentTypes(
  siblings: readonly Sibling[],
  prefix: string,
  names: Pick<PackagePlan, "summaryPart" | "stylesPart" | "commentsPart" | "drawingPart">,
): string {
  const named = new Set(siblings.map(({ attributes }) => (attributes["PartName"] ?? "").toLowerCase()));
  const extensions = new Set(siblings.map(({ attributes }) => (attributes["Extension"] ?? "").toLowerCase()));
  const overrides: readonly (readonly [part: string, type: string])[] = [
    [names.summaryPart, `${SHEET_TYPES}.worksheet+xml`],
    [names.stylesPart, `${SHEET_TYPES}.styles+xml`],
    [names.commentsPart, `${SHEET_TYPES}.comments+xml`],
  ];
  const added = overrides
    .filter(([part]) => !named.has(`/${part}`.toLowerCase()))
    .map(([part, type]) => startTag(`${prefix}Override`, { PartName: `/${part}`, ContentType: type }, true));
  if (!extensions.has("vml") && !named.has(`/${names.drawingPart}`.toLowerCase())) {
    added.unshift(startTag(`${prefix}Default`, { Extension: "vml", ContentType: VML_TYPE }, true));
  }
  return added.join("");
}

/** The summary sheet of an earlier round is replaced; somebody else's sheet of that name is left alone. */
async function findSummary(workbook: OpenWorkbook): Promise<{ readonly part: string | null; readonly name: string }> {
  let name = SUMMARY_SHEET;
  for (const sheet of workbook.parts.sheets) {
    if (!isSummarySheet(sheet.name) || sheet === workbook.chosen) continue;
    const rows = await workbook.firstRows(sheet.part);
    if (rows[0]?.cells[0]?.text.startsWith(SUMMARY_MARK)) return { part: sheet.part, name: sheet.name };
    name = SUMMARY_SHEET_BESIDE;
  }
  if (workbook.chosen.name === SUMMARY_SHEET) name = SUMMARY_SHEET_BESIDE;
  return { part: null, name };
}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readLinks(archive: ZipArchive, part: string, folder: string, limits: ReadLimits): Promise<Link[]> {
  const links: Link[] = [];
  if (!archive.has(part)) return links;
  const open = ({ local, attributes }: RawTag): void => {
    if (local !== "Relationship" || attributes["TargetMode"] === "External" || links.length >= limits.zipEntries)
      return;
    const target = attributes["Target"] ?? "";
    const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
    links.push({ id: attributes["Id"] ?? "", type: (attributes["Type"] ?? "").split("/").at(-1) ?? "", target: path });
  };
  const nothing = (): void => undefined;
  await parseRaw(archive, part, { open, close: nothing, text: nothing, aside: nothing }, limits);
  return links;
}
