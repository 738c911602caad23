import { posix } from "node:path";
import { cutText } from "../../../../kernel/text.ts";
import { refuseFile } from "../file-refusal.ts";
import type { ReadLimits } from "../read-limits.ts";
import { readXmlPart, type Attributes } from "./xml-part.ts";
import { damaged, type ZipArchive } from "./zip-archive.ts";

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What xl/workbook.xml and its relationships say: sheets in the order of their tabs, and where the other parts lie. */
export interface WorkbookParts {
  /** The part that lists the sheets, e.g. "xl/workbook.xml". */
  readonly workbook: string;
  readonly sheets: readonly SheetEntry[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly uses1904: boolean;
}

interface Relationship {
  /** Last word of the type, alike in transitional and strict workbooks, e.g. "worksheet". */
  readonly type: string;
  readonly target: string;
}

/** Finds the parts of a workbook. @throws FileRefusal "file-wrong-type" when the zip is something else */
export async function readWorkbookParts(archive: ZipArchive, limits: ReadLimits): Promise<WorkbookParts> {
  if (!archive.has("[Content_Types].xml")) throw refuseForeignZip(archive);
  const roots = archive.has("_rels/.rels") ? await readRelationships(archive, "_rels/.rels", "", limits) : new Map();
  const workbook = targetOf(roots, "officeDocument") ?? "xl/workbook.xml";
  if (!archive.has(workbook) || workbook.toLowerCase().endsWith(".bin") || !/workbook[^/]*\.xml$/i.test(workbook)) {
    throw refuseForeignZip(archive);
  }
  const folder = posix.dirname(workbook);
  const links = await readRelationships(archive, `${folder}/_rels/${posix.basename(workbook)}.rels`, folder, limits);
  const found = await readWorkbook(archive, workbook, links, limits);
  return { ...found, workbook, sharedStrings: targetOf(links, "sharedStrings"), styles: targetOf(links, "styles") };
}

function targetOf(links: ReadonlyMap<string, Relationship>, type: string): string | null {
  for (const link of links.values()) if (link.type === type) return link.target;
  return null;
}

async function readRelationships(
  archive: ZipArchive,
  part: string,
  folder: string,
  limits: ReadLimits,
): Promise<Map<string, Relationship>> {
  const links = new Map<string, Relationship>();
  const take = (tag: string, attributes: Attributes): void => {
    if (tag !== "Relationship" || attributes["TargetMode"] === "External" || links.size >= limits.zipEntries) return;
    const target = attributes["Target"] ?? "";
    const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
    links.set(attributes["Id"] ?? "", { type: (attributes["Type"] ?? "").split("/").at(-1) ?? "", target: path });
  };
  await readXmlPart(archive, part, { open: take, close: () => undefined, text: () => undefined }, limits);
  return links;
}

async function readWorkbook(
  archive: ZipArchive,
  part: string,
  links: ReadonlyMap<string, Relationship>,
  limits: ReadLimits,
): Promise<Pick<WorkbookParts, "sheets" | "uses1904">> {
  const sheets: SheetEntry[] = [];
  let uses1904 = false;
  const take = (tag: string, attributes: Attributes): void => {
    if (tag === "workbookPr") uses1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
    if (tag !== "sheet" || sheets.length >= limits.zipEntries) return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    const link = links.get(id);
    // Chart and dialogue sheets hold no table.
    if (!link || link.type !== "worksheet") return;
    if (!archive.has(link.target)) throw damaged("缺少工作表部件", "a sheet's part is missing");
    const hidden = ["hidden", "veryHidden"].includes(attributes["state"] ?? "");
    sheets.push({ name: cutText(attributes["name"] ?? "", 100), part: link.target, hidden });
  };
  await readXmlPart(archive, part, { open: take, close: () => undefined, text: () => undefined }, limits);
  return { sheets, uses1904 };
}

const FOREIGN: readonly (readonly [part: RegExp, zh: string, en: string])[] = [
  [/^word\//, "Word 文档", "a Word document"],
  [/^ppt\//, "演示文稿", "a presentation"],
  [/^xl\/workbook\.bin$/, "Excel 二进制工作簿（.xlsb）", "an Excel binary workbook (.xlsb)"],
  [/^content\.xml$/, "OpenDocument 文档", "an OpenDocument file"],
  [/^ofd\.xml$/, "OFD 版式文档", "an OFD document"],
];

function refuseForeignZip(archive: ZipArchive): Error {
  const names = archive.names();
  const known = FOREIGN.find(([part]) => names.some((name) => part.test(name)));
  return refuseFile("file-wrong-type", { zh: known?.[1] ?? "压缩包", en: known?.[2] ?? "a zip archive" });
}
