import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sheetData, workbookFile } from "../../../../test/fixtures/files/workbook-file.ts";
import type { HeaderExpectation } from "../header.rules.ts";
import { sourceOfBytes } from "./file-source.ts";
import { readTable } from "./read-table.ts";

const NAMES: Readonly<Record<string, string>> = {
  企业名称: "name",
  name: "name",
  许可证编号: "number",
  社会信用代码: "code",
  uscc: "code",
  许可项目: "content",
  发证机关: "authority",
  发证日期: "from",
  有效期至: "to",
  备注: "remarks",
};
const expectation: HeaderExpectation = {
  find: (header) =>
    NAMES[header] ? { field: NAMES[header] } : ["企业住所", "isimport"].includes(header) ? "ignored" : null,
  several: new Set(),
  examples: ["企业名称", "社会信用代码"],
};
const read = async (bytes: Uint8Array, piece = 65_536) => {
  const table = await readTable(sourceOfBytes(bytes, piece), expectation);
  const rows = [];
  const findings = [];
  for await (const chunk of table.chunks()) {
    rows.push(...chunk.rows);
    findings.push(...chunk.findings);
  }
  return { header: table.header, format: table.format, rows, findings, notes: table.notes() };
};

const FICTIONAL = `企业名称,许可证编号,社会信用代码,许可项目,企业住所,发证机关,发证日期,有效期至,isimport,备注
示例日化有限公司,鄂妆20990001,91420200MA00000001,"一般液态单元
（护发清洁类）",示例路1号,示例市药品监督管理局,2099-01-02,2099-01-01,N,
示例生物科技有限公司,鄂妆20990002,91420200MA00000002,膏霜乳液单元,"示例路2号,3楼",示例市药品监督管理局,2099-01-03,2099-01-02,N,
`;
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

describe("a table in several encodings", () => {
  test("gives the same rows from each (fictional fixture)", async () => {
    const plain = await read(Buffer.from(FICTIONAL), 17);
    const withMark = await read(Buffer.from(`\uFEFF${FICTIONAL.replaceAll(/(?<!液态单元)\n/g, "\r\n")}`), 5);
    const wide = await read(utf16(FICTIONAL), 3);
    expect(plain.rows.map((row) => row.cells[0]?.text)).toEqual(["示例日化有限公司", "示例生物科技有限公司"]);
    expect(plain.rows[0]?.cells[3]?.text).toBe("一般液态单元\n（护发清洁类）");
    expect(withMark.rows).toEqual(plain.rows);
    expect(wide.rows).toEqual(plain.rows);
    expect(plain.notes).toEqual([]);
  });

  const real = process.env["MINGXIN_REAL_DATA"] ?? "../shared/data/real";
  const variants = ["", "_gb18030_crlf", "_utf8bom_crlf", "_utf16le"].map((kind) =>
    join(real, `licences_nmpa_2021${kind}.csv`),
  );
  test.skipIf(!variants.every((file) => existsSync(file)))(
    "gives the same 135 rows from the real file's four encodings",
    async () => {
      const tables = await Promise.all(variants.map(async (file) => read(await readFile(file), 1000)));
      const fold = (rows: (typeof tables)[number]["rows"]) =>
        rows.map((row) => [row.row, ...row.cells.map((cell) => cell.text.replaceAll("\r\n", "\n"))]);
      expect(tables.map((table) => table.format)).toEqual([
        "csv, utf-8",
        "csv, gb18030",
        "csv, utf-8",
        "csv, utf-16le",
      ]);
      for (const table of tables) {
        expect(table.rows).toHaveLength(135);
        expect(table.header.columns.filter((column) => column.field !== null)).toHaveLength(8);
        expect(table.findings).toEqual([]);
        expect(fold(table.rows)).toEqual(fold(tables[0]?.rows ?? []));
      }
    },
  );
});

describe("a table", () => {
  test("is found below titles and above totals and remarks, each told in a note", async () => {
    const text =
      "示例市行政许可信息表,,\n单位：万元,,\n企业名称,社会信用代码,备注\n甲,乙,丙\n1,2,3\n甲公司,914202,\n\n企业名称,社会信用代码,备注\n乙公司,914203,x\n合计,2,\n填表人：某某,,\n注：以上为示例,,\n";
    const table = await read(Buffer.from(text));
    expect(table.rows.map((row) => [row.row, row.cells[0]?.text])).toEqual([
      [6, "甲公司"],
      [9, "乙公司"],
    ]);
    expect(table.notes.map((note) => note.code)).toEqual([
      "title-rows-skipped",
      "unit-above-table",
      "repeated-header-skipped",
      "column-numbers-skipped",
      "total-rows-skipped",
      "remark-rows-skipped",
      "blank-rows-skipped",
    ]);
  });

  test("rejects a CSV row whose cells have moved, and reads on", async () => {
    const table = await read(Buffer.from("企业名称,社会信用代码\n甲公司,1\n乙公司,某路1号,2楼\n丙公司,3,\n"));
    expect(table.rows.map((row) => row.row)).toEqual([2, 4]);
    expect(table.findings).toMatchObject([{ row: 3, code: "row-too-many-cells", severity: "error" }]);
  });

  test("is refused with what was expected where no row is a header", async () => {
    await expect(read(Buffer.from("a,b\nc,d\n"))).rejects.toThrow(/^header-not-found: .*企业名称、社会信用代码/);
  });

  test("is refused where two columns mean one field, naming both", async () => {
    await expect(read(Buffer.from("企业名称,社会信用代码,uscc\nc,d,e\n"))).rejects.toThrow(
      /^header-duplicate-column: .*“社会信用代码” and “uscc”/,
    );
  });

  test("comes from the visible sheet that holds it; others are named", async () => {
    const rows = [
      ["企业名称", "社会信用代码"],
      ["甲公司", "914202"],
    ];
    const table = await read(
      workbookFile({
        sheets: [
          { name: "填报说明", xml: sheetData([["请逐列填写", "x"]]) },
          { name: "旧表", xml: sheetData(rows), state: "hidden" },
          { name: "目录", xml: sheetData([["甲", "乙"]]) },
          { name: "许可", xml: sheetData(rows) },
          { name: "空表", xml: "<sheetData/>" },
        ],
      }),
    );
    expect(table.format).toBe("xlsx, sheet 许可");
    expect(table.rows).toHaveLength(1);
    expect(table.notes.map((note) => [note.code, note.zh.split("：")[1]])).toEqual([
      ["other-sheets-ignored", "目录"],
      ["hidden-sheet-ignored", "旧表"],
    ]);
  });

  test("comes from NDJSON and a JSON array alike; a broken line or nested value is that row's error", async () => {
    const lines = [
      '{"name":"甲公司","uscc":914202007534567890}',
      '{"name":["x"],"uscc":"1","备注":null}',
      "{oops 42020019900101001X",
      "",
    ];
    const table = await read(Buffer.from(lines.join("\n")), 4);
    expect(table.rows).toEqual([
      {
        row: 1,
        cells: [
          { text: "甲公司", kind: "text" },
          { text: "914202007534567890", kind: "number" },
          { text: "", kind: "empty" },
        ],
      },
      {
        row: 2,
        cells: [
          { text: "[…]", kind: "error" },
          { text: "1", kind: "text" },
          { text: "", kind: "empty" },
        ],
      },
    ]);
    expect(table.findings).toMatchObject([
      { row: 3, field: null, code: "json-line-unreadable", severity: "error", value: "{oops 42**************1X" },
    ]);
    const array = await read(Buffer.from(`[\n ${lines[0] ?? ""},\n ${lines[1] ?? ""}]`), 4);
    expect(array.rows).toEqual(table.rows.slice(0, 2));
    await expect(read(Buffer.from('[{"name":"甲","uscc":"1"}'))).rejects.toMatchObject({ code: "json-damaged" });
  });
});
