import { columnName } from "../../decode/xlsx/references.rules.ts";
import { inlineText } from "./inline-text.ts";
import { XML_DECLARATION } from "./part-rewriter.ts";

export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const FLUSH_CHARACTERS = 65_536;

/** A sheet of our own: texts and counts, never a formula. */
export interface OwnSheet {
  readonly widths: readonly number[];
  /** Rows above the line at which the sheet is frozen. */
  readonly headRows: number;
  readonly rows: AsyncIterable<readonly (string | number)[]> | Iterable<readonly (string | number)[]>;
  /** Cell formats of the head and of the body, where the workbook has such. */
  readonly headFormat?: number;
  readonly bodyFormat?: number;
}

/** Streams the XML of a sheet. */
export async function* writeSheet(sheet: OwnSheet, namespace = MAIN_NAMESPACE): AsyncGenerator<Buffer> {
  const { headRows } = sheet;
  const columns = sheet.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  let text =
    `${XML_DECLARATION}<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
  let number = 0;
  for await (const row of sheet.rows) {
    number += 1;
    const format = number <= headRows ? sheet.headFormat : sheet.bodyFormat;
    text += rowXml(row, number, format === undefined ? "" : ` s="${format}"`);
    if (text.length < FLUSH_CHARACTERS) continue;
    yield Buffer.from(text, "utf8");
    text = "";
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`, "utf8");
}

function rowXml(row: readonly (string | number)[], number: number, style: string): string {
  let cells = "";
  for (const [at, value] of row.entries()) {
    if (value === "") continue;
    const place = `r="${columnName(at + 1)}${number}"${style}`;
    cells +=
      typeof value === "number"
        ? `<c ${place}><v>${value}</v></c>`
        : `<c ${place} t="inlineStr">${inlineText(value)}</c>`;
  }
  return `<row r="${number}">${cells}</row>`;
}
