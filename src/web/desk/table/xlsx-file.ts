import type { TableContent } from "./table-file.ts";
import { zipOf } from "./zip-file.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org";
const SHEET = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const PACKAGE = `${OFFICE}/package/2006`;
/** Excel's own limit of a cell. */
const LONGEST_CELL = 32_767;

/**
 * A workbook of one sheet with a bold, frozen header. Texts are inline strings, which no spreadsheet program runs as a
 * formula; nothing needs to be put before them.
 */
export function xlsxOf(table: TableContent): Uint8Array<ArrayBuffer> {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  return zipOf({
    "[Content_Types].xml":
      `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${type("workbook", "sheet.main")}${type("worksheets/sheet1", "worksheet")}${type("styles", "styles")}</Types>`,
    "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `${XML}<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets>` +
      `<sheet name="${escaped(sheetName(table.title))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("r1", "worksheet", "worksheets/sheet1.xml") + relation("r2", "styles", "styles.xml"),
    ),
    "xl/styles.xml":
      `${XML}<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
      "<fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>" +
      '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": sheetOf(table),
  });
}

function sheetOf({ header, rows }: TableContent): string {
  const widths = header.map((title, at) => {
    const lengths = [title, ...rows.slice(0, 200).map((row) => String(row[at] ?? ""))].map(widthOf);
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, Math.max(8, ...lengths) + 2)}" customWidth="1"/>`;
  });
  const lines = rows.map((row, at) => rowOf(row, at + 2, ""));
  return (
    `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData>${rowOf(header, 1, ' s="1"')}${lines.join("")}</sheetData></worksheet>`
  );
}

function rowOf(cells: readonly (string | number | null)[], number: number, style: string): string {
  const written = cells.map((value, at) => {
    const place = `${columnName(at)}${number}`;
    if (value === null || value === "") return "";
    if (typeof value === "number") return `<c r="${place}"${style}><v>${value}</v></c>`;
    const text = escaped(value.slice(0, LONGEST_CELL));
    return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${number}">${written.join("")}</row>`;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Excel allows 31 characters, without some signs. */
function sheetName(title: string): string {
  return (
    title
      .replaceAll(/[[\]:*?/\\']/g, " ")
      .slice(0, 31)
      .trim() || "Sheet1"
  );
}

/** Chinese characters are twice as wide as letters. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.slice(0, 60)) width += character > "\u2E7F" ? 2 : 1;
  return width;
}

/** XML has no place for most control characters, not even escaped ones. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
