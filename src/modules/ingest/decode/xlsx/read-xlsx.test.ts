import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, test } from "vitest";
import { workbookFile, type WorkbookSpec } from "../../../../../test/fixtures/files/workbook-file.ts";
import { sourceOfBytes } from "../file-source.ts";
import { openTable } from "../open-table.ts";
import { DEFAULT_READ_LIMITS } from "../read-limits.ts";

const read = async (bytes: Uint8Array, limits = DEFAULT_READ_LIMITS) => {
  const table = await openTable(sourceOfBytes(bytes, 1000), limits);
  const rows = [];
  for await (const chunk of table.chunks()) rows.push(...chunk);
  return { rows, notes: table.notes(), format: table.format };
};
const cells = async (xml: string, rest: Partial<WorkbookSpec> = {}) => {
  const spec = { sheets: [{ name: "表", xml: `<sheetData><row r="1">${xml}</row></sheetData>` }], ...rest };
  return (await read(workbookFile(spec))).rows[0]?.cells.map((cell) => `${cell.kind}:${cell.text}`);
};
const STYLES = `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.00E+00"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs>`;

describe("a sheet's cells", () => {
  test("are read by their type", async () => {
    const strings = `<si><t>简单</t></si><si><r><t>富</t></r><r><rPr/><t xml:space="preserve"> 文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si><si><t>换_x000D_行_x005F_x</t></si>`;
    expect(
      await cells(
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>内</t></r><r><t>联&amp;</t></r><rPh><t>x</t></rPh></is></c>' +
          '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>公式</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t="d"><v>2017-09-22T00:00:00</v></c>',
        { sharedStrings: strings },
      ),
    ).toEqual([
      "text:简单",
      "text:富 文本",
      "text:换\r行_x",
      "text:内联&",
      "boolean:TRUE",
      "error:#N/A",
      "text:公式",
      "number:2",
      "error:（公式没有保存结果）",
      "date:2017-09-22",
    ]);
  });

  test("with numbers give all digits and never an exponent", async () => {
    const values = [
      "9.14202007534567E+17",
      "914202007534567890",
      "420200000012345",
      "0.30000000000000004",
      "1E-4",
      "-12.50",
      "1234567.89",
    ];
    expect(await cells(values.map((value) => `<c><v>${value}</v></c>`).join(""))).toEqual([
      "number:914202007534567000",
      "number:914202007534567890",
      "number:420200000012345",
      "number:0.3",
      "number:0.0001",
      "number:-12.5",
      "number:1234567.89",
    ]);
  });

  test("with dates follow format and system, with the day of 1900 that never was", async () => {
    const xml = [
      [1, 43000],
      [2, 43000],
      [3, 43000],
      [0, 43000],
      [1, 59],
      [1, 60],
      [1, 61],
      [1, 1],
      [4, 0.5],
      [5, 43000.75],
      [1, 2958466],
      [1, -1],
    ]
      .map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`)
      .join("");
    expect(await cells(xml, { styles: STYLES })).toEqual([
      "date:2017-09-22",
      "date:2017-09-22",
      "number:43000",
      "number:43000",
      "date:1900-02-28",
      "text:1900-02-29",
      "date:1900-03-01",
      "date:1900-01-01",
      "text:12:00:00",
      "date:2017-09-22 18:00:00",
      "number:2958466",
      "number:-1",
    ]);
    expect(await cells('<c s="1"><v>41538</v></c><c s="1"><v>0</v></c>', { styles: STYLES, date1904: true })).toEqual([
      "date:2017-09-22",
      "date:1904-01-01",
    ]);
  });

  test("keep their columns where cells are left out, and prefixed element names read alike", async () => {
    expect(await cells('<c r="B1"><v>1</v></c><c r="E1"><v>2</v></c><c r="XFD1" s="1"/>')).toEqual([
      "empty:",
      "number:1",
      "empty:",
      "empty:",
      "number:2",
    ]);
    const xml = '<x:sheetData><x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>';
    const prefixed = await read(
      workbookFile({ prefix: "x", sheets: [{ name: "表", xml }], sharedStrings: "<x:si><x:t>甲</x:t></x:si>" }),
    );
    expect(prefixed.rows).toEqual([{ row: 3, cells: [{ text: "甲", kind: "text" }] }]);
  });
});

test("hidden rows, hidden columns, formulas and merged cells are told in notes", async () => {
  const xml =
    '<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><f>A1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
  const { rows, notes } = await read(workbookFile({ sheets: [{ name: "表", xml }] }));
  expect(rows).toHaveLength(2);
  expect(notes.map((note) => note.code)).toEqual([
    "hidden-rows",
    "formulas-read-by-cached-value",
    "hidden-columns",
    "merged-cells",
  ]);
});

test("a workbook of another program's writer reads back, also through a temporary file", async () => {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("许可");
  for (let row = 1; row <= 3000; row += 1)
    sheet.addRow([`示例企业${row}`, `9142020000000${row}`, row / 4, row % 2 === 0]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const memory = await read(bytes);
  expect(memory.rows).toHaveLength(3000);
  expect(memory.rows[2999]?.cells).toEqual([
    { text: "示例企业3000", kind: "text" },
    { text: "91420200000003000", kind: "text" },
    { text: "750", kind: "number" },
    { text: "TRUE", kind: "boolean" },
  ]);
  expect((await read(bytes, { ...DEFAULT_READ_LIMITS, inMemoryBytes: 1000 })).rows).toEqual(memory.rows);
});
