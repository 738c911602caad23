import { describe, expect, test } from "vitest";
import { FileRefusal } from "../../decode/file-refusal.ts";
import { sourceOfBytes } from "../../decode/file-source.ts";
import { DEFAULT_READ_LIMITS } from "../../decode/read-limits.ts";
import { readXlsx } from "../../decode/xlsx/read-xlsx.ts";
import type { BatchId } from "../../../../kernel/ids.ts";
import { systemClock } from "../../../../kernel/time.ts";
import { rowsXml, STYLES, tableWorkbook } from "../../../../../test/fixtures/files/report-workbook.ts";
import { unzip } from "../../../../../test/fixtures/files/unzip.ts";
import { workbookFile } from "../../../../../test/fixtures/files/workbook-file.ts";
import type { AnnotateRequest, RowMark } from "../annotation.ts";
import { annotateXlsx } from "./annotate-xlsx.ts";

const CAUSE = {
  cause: 1,
  code: "uscc-check-digit",
  severity: "error",
  field: "uscc",
  column: "代码",
  message: { zh: "校验位不符", en: "" },
  remedy: { zh: "与证照核对", en: "" },
  total: 1,
  rows: [[2, 2]],
  samples: [],
} as const;
const TABLE = [
  ["名称", "代码"],
  ["甲", "1"],
  ["乙", ""],
];
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function request(): AnnotateRequest {
  const batchId = "0190a0a0-0000-7000-8000-000000000000" as BatchId;
  return {
    batchId,
    fileName: "表.xlsx",
    content: { table: { path: "", key: new Uint8Array(32) }, corrections: null },
    item: "",
    edition: 1,
    profile: null,
    today: systemClock.today(),
    lawDirectory: "",
    lookupKey: new Uint8Array(32),
    causes: [CAUSE],
    rows: null,
    counts: "",
  };
}

async function annotate(file: Uint8Array, rows: readonly number[] = [2, 3], own: readonly number[] = []) {
  const marks = rows.map((row): RowMark => ({
    row,
    notes: [{ column: 1, cause: CAUSE, proposal: null }],
    key: `key${row}`,
  }));
  async function* source(): AsyncGenerator<readonly RowMark[]> {
    yield marks;
  }
  const pieces: Buffer[] = [];
  const frame = { headerRow: 1, width: 2, own: new Set(own) };
  for await (const piece of annotateXlsx(sourceOfBytes(file), () => true, frame, source(), request()))
    pieces.push(piece);
  const written = Buffer.concat(pieces);
  return { file: written, parts: await unzip(written) };
}

async function rowsOf(file: Uint8Array): Promise<(readonly string[])[]> {
  const reader = await readXlsx(sourceOfBytes(file), DEFAULT_READ_LIMITS, () => true);
  const rows: (readonly string[])[] = [];
  for await (const chunk of reader.chunks()) rows.push(...chunk.map((row) => row.cells.map((cell) => cell.text)));
  return rows;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FileRefusal ? error.code : `no refusal: ${String(error)}`;
}

describe("what a workbook has beside its cells stays", () => {
  const before =
    '<dimension ref="A1:B3"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews>' +
    '<cols><col min="1" max="2" width="20"/><col min="3" max="16384" width="9" style="1"/></cols>';
  const after =
    '<autoFilter ref="A1:B3"/><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' +
    '<dataValidations count="1"><dataValidation type="list" sqref="B2:B3"><formula1>"1,2"</formula1></dataValidation></dataValidations>' +
    '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><extLst><ext uri="x"/></extLst>';

  test("frozen panes, widths, filters, merged cells, validations, in the order that a sheet must have", async () => {
    const { parts, file } = await annotate(tableWorkbook(TABLE, { before, after }));
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain('<pane ySplit="1" state="frozen"/>');
    expect(sheet).toContain('<dimension ref="A1:D3"/>');
    expect(sheet).toContain('<col min="5" max="16384" width="9" style="1"/></cols>');
    expect(sheet).toContain('<mergeCell ref="A2:A3"/>');
    expect(sheet).toContain("&quot;1,2&quot;".replaceAll("&quot;", '"'));
    expect(sheet).toMatch(/<pageMargins [^>]*\/><legacyDrawing [^>]*\/><extLst>/);
    expect(await rowsOf(file)).toEqual([
      ["名称", "代码", "问题与改正", "明信行标识（请勿改动）"],
      ["甲", "1", expect.stringContaining("校验位不符"), "key2"],
      ["乙", "", expect.stringContaining("校验位不符"), "key3"],
    ]);
  });

  test("formulas, shared ones too, are written as they were", async () => {
    const data =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>代码</t></is></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2&amp;"x"</f><v>1</v></c><c r="B2"><v>1</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c><c r="B3" t="str"><f>IF(1&lt;2,"a","b")</f><v>a</v></c></row></sheetData>';
    const { parts } = await annotate(workbookFile({ styles: STYLES, sheets: [{ name: "数据", xml: data }] }));
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain('<f t="shared" ref="A2:A3" si="0">B2&amp;"x"</f><v>1</v>');
    expect(sheet).toContain('<f t="shared" si="0"/><v>2</v>');
    expect(sheet).toContain('<f>IF(1&lt;2,"a","b")</f>');
  });

  test("other sheets, pictures and names are handed on", async () => {
    const file = tableWorkbook(TABLE, {
      extra: [{ name: "xl/media/image1.png", content: Buffer.from([137, 80, 78, 71]) }],
    });
    const { parts } = await annotate(file);
    expect(parts.has("xl/media/image1.png")).toBe(true);
  });
});

test("existing comments stay; ours join them, and go again when they come back", async () => {
  const comments = `<comments xmlns="${MAIN}"><authors><author>王五</author></authors><commentList><comment ref="A2" authorId="0"><text><t>原批注</t></text></comment><comment ref="B2" authorId="0"><text><t>另一条</t></text></comment></commentList></comments>`;
  const shape = (id: number, column: number): string =>
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  const drawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><br>${shape(1025, 0)}${shape(1026, 1)}</xml>`;
  const links = `<Relationships ${RELS}><Relationship Id="c" Type="${OFFICE}/comments" Target="../notes.xml"/><Relationship Id="d" Type="${OFFICE}/vmlDrawing" Target="../drawings/v.vml"/></Relationships>`;
  const file = tableWorkbook(TABLE, {
    after: '<legacyDrawing r:id="d"/>',
    extra: [
      { name: "xl/notes.xml", content: comments },
      { name: "xl/drawings/v.vml", content: drawing },
      { name: "xl/worksheets/_rels/sheet1.xml.rels", content: links },
    ],
  });
  const first = await annotate(file);
  const notes = first.parts.get("xl/notes.xml") ?? "";
  expect(notes).toMatch(/<t>另一条<\/t><r><t [^>]*>\n【明信】/);
  expect(notes).toMatch(/<comment ref="B3" authorId="1">/);
  expect(notes).toContain("原批注");
  expect(first.parts.get("xl/drawings/v.vml")?.match(/ObjectType="Note"/g)).toHaveLength(3);
  expect(first.parts.get("xl/drawings/v.vml")).toContain('id="_x0000_s1027"');
  expect(first.parts.get("xl/worksheets/sheet1.xml")?.match(/<legacyDrawing/g)).toHaveLength(1);

  const second = await annotate(first.file, [3], [2, 3]);
  expect(second.parts.get("xl/notes.xml")).not.toContain("【明信】");
  expect(second.parts.get("xl/notes.xml")?.match(/<comment /g)).toHaveLength(3);
  expect(second.parts.get("xl/drawings/v.vml")?.match(/ObjectType="Note"/g)).toHaveLength(3);
  expect(second.parts.get("xl/workbook.xml")?.match(/问题汇总/g)).toHaveLength(1);
});

describe("odd and hostile workbooks", () => {
  test("strict namespaces and prefixes are kept", async () => {
    const strict = tableWorkbook(TABLE, { prefix: "x", styles: STYLES.replaceAll(/<(\/?)/g, "<$1x:") });
    const { parts, file } = await annotate(strict);
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain('<x:c r="C2"');
    expect(parts.get("xl/styles.xml")).toContain("<x:fill>");
    expect(await rowsOf(file)).toHaveLength(3);
    const purl = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const xml = `<?xml version="1.0"?><worksheet xmlns="${purl}"><sheetData>${rowsXml(TABLE)}</sheetData></worksheet>`;
    const second = await annotate(
      tableWorkbook(TABLE, { extra: [{ name: "xl/worksheets/sheet1.xml", content: xml }] }),
    );
    expect(second.parts.get("xl/comments1.xml")).toContain(purl);
    expect(second.parts.get("xl/worksheets/_rels/sheet1.xml.rels")).toContain(
      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    );
  });

  test("a sheet without dimension, references, columns or styles gets what it needs", async () => {
    const bare = (rows: readonly string[][]): string =>
      rows
        .map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`)
        .join("");
    const { parts, file } = await annotate(
      workbookFile({ sheets: [{ name: "数据", xml: `<sheetData>${bare(TABLE)}</sheetData>` }] }),
    );
    expect(parts.get("xl/styles.xml")).toContain("FFFFC7CB");
    expect(parts.get("xl/_rels/workbook.xml.rels")).toContain("styles.xml");
    expect((await rowsOf(file))[1]).toEqual(["甲", "1", expect.stringContaining("校验位不符"), "key2"]);
  });

  test("the last row of a sheet is annotated, and one beyond it refused", async () => {
    const far = (row: number): Buffer =>
      tableWorkbook(TABLE, {
        sheets: [
          {
            name: "数据",
            xml: `<sheetData>${rowsXml(TABLE.slice(0, 1))}<row r="${row}"><c r="A${row}"><v>1</v></c></row></sheetData>`,
          },
        ],
      });
    const { parts } = await annotate(far(1_048_576), [1_048_576]);
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain('r="C1048576"');
    expect(await refusalOf(annotate(far(1_048_577)).then(({ file }) => rowsOf(file)))).toBe("too-many-rows");
  });

  test("an entity bomb in a part that intake never reads is refused before the first byte", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><comments>&b;</comments>';
    const links = `<Relationships ${RELS}><Relationship Id="c" Type="${OFFICE}/comments" Target="../comments1.xml"/></Relationships>`;
    const file = tableWorkbook(TABLE, {
      extra: [
        { name: "xl/comments1.xml", content: bomb },
        { name: "xl/worksheets/_rels/sheet1.xml.rels", content: links },
      ],
    });
    expect(await refusalOf(annotate(file))).toBe("xml-doctype");
  });

  test("a zip bomb and a part that lies about its size are refused", async () => {
    const bomb = Buffer.alloc(24 * 1024 * 1024);
    expect(
      await refusalOf(annotate(tableWorkbook(TABLE, { extra: [{ name: "xl/media/a.bin", content: bomb }] }))),
    ).toBe("zip-suspicious-ratio");
    const liar = tableWorkbook(TABLE, { extra: [{ name: "xl/media/a.bin", content: bomb, declaredSize: 10 }] });
    expect(await refusalOf(annotate(liar))).toBe("file-damaged");
  });

  test("texts of ours are never formulas, nor Excel's own escapes", async () => {
    const sly = { ...CAUSE, column: "=HYPERLINK(1)_x0041_\u0001" };
    async function* source(): AsyncGenerator<readonly RowMark[]> {
      yield [{ row: 2, notes: [{ column: 1, cause: sly, proposal: { values: ["=1+1"], ground: "form" } }], key: "k" }];
    }
    const pieces: Buffer[] = [];
    const frame = { headerRow: 1, width: 2, own: new Set<number>() };
    for await (const piece of annotateXlsx(sourceOfBytes(tableWorkbook(TABLE)), () => true, frame, source(), {
      ...request(),
      causes: [sly],
    }))
      pieces.push(piece);
    const file = Buffer.concat(pieces);
    const parts = await unzip(file);
    expect([...parts.values()].join("")).not.toMatch(/<f[ >]/);
    expect((await rowsOf(file))[1]?.[2]).toContain("=HYPERLINK(1)_x0041_\u0001");
    expect(parts.get("xl/worksheets/sheet2.xml")).toContain("'=HYPERLINK(1)");
  });
});

test("a thousand equal errors are all coloured, and fifty of them commented", async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => at + 2);
  const table = [["名称", "代码"], ...rows.map((row) => [`甲${row}`, "1"])];
  const { parts } = await annotate(tableWorkbook(table), rows);
  const format = / s="(\d+)"/.exec(
    /<c r="B900"[^>]*>/.exec(parts.get("xl/worksheets/sheet1.xml") ?? "")?.[0] ?? "",
  )?.[1];
  expect(Number(format)).toBeGreaterThan(3);
  expect(parts.get("xl/comments1.xml")?.match(/<comment /g)).toHaveLength(50);
  expect(parts.get("xl/worksheets/sheet2.xml")).toContain("前 50 处");
});
