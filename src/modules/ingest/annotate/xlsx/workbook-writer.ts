import { escapeAttribute } from "./raw-xml.ts";
import { MAIN_NAMESPACE, writeSheet, type OwnSheet } from "./sheet-writer.ts";
import { XML_DECLARATION } from "./part-rewriter.ts";
import { zipStream, type ZipPart } from "./zip-stream.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const BOLD = 1;
const WRAPPED = 2;

/** Streams a workbook of texts and counts, sheet after sheet, in bounded memory. */
export function writeWorkbook(sheets: readonly (OwnSheet & { readonly name: string })[]): AsyncGenerator<Buffer> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: at + 1 }));
  const types = numbered.map(
    ({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  const links = numbered.map(
    ({ number }) =>
      `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const entries = numbered.map(
    ({ name, number }) => `<sheet name="${escapeAttribute(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return zipStream([
    text(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${types.join("")}</Types>`,
    ),
    text(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    text(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${entries.join("")}</sheets></workbook>`,
    ),
    text(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    text("xl/styles.xml", STYLES),
    ...numbered.map((sheet): ZipPart => ({
      name: `xl/worksheets/sheet${sheet.number}.xml`,
      content: () => writeSheet({ ...sheet, headFormat: BOLD, bodyFormat: WRAPPED }),
    })),
  ]);
}

const STYLES =
  `<styleSheet xmlns="${MAIN_NAMESPACE}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  "</cellXfs></styleSheet>";

function text(name: string, xml: string): ZipPart {
  return {
    name,
    content: async function* () {
      yield Buffer.from(XML_DECLARATION + xml, "utf8");
    },
  };
}
