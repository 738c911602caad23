import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../../decode/file-source.ts";
import { DEFAULT_READ_LIMITS } from "../../decode/read-limits.ts";
import { CsvScanner } from "../../decode/csv-scanner.ts";
import type { RowMark } from "../annotation.ts";
import { armoured, disarmed } from "../../../../kernel/spreadsheet-text.ts";
import { annotateCsv } from "./annotate-csv.ts";
import { CsvRecords } from "./csv-records.ts";
import { encodeGb18030 } from "./gb18030-encoder.ts";

const CAUSE = {
  cause: 1,
  code: "date-not-a-date",
  severity: "error",
  field: "day",
  column: "日期",
  message: { zh: "日期不是有效日期", en: "" },
  remedy: { zh: "按“年-月-日”填写", en: "" },
  total: 1,
  rows: [],
  samples: [],
} as const;

async function annotate(file: Buffer, marks: readonly RowMark[]): Promise<Buffer> {
  async function* source(): AsyncGenerator<readonly RowMark[]> {
    yield marks;
  }
  const pieces: Buffer[] = [];
  const frame = { headerRow: 1, width: 2, own: new Set<number>() };
  for await (const piece of annotateCsv(sourceOfBytes(file, 7), frame, source())) pieces.push(piece);
  return Buffer.concat(pieces);
}

const MARKS: readonly RowMark[] = [
  { row: 2, notes: [], key: null },
  { row: 3, notes: [{ column: 1, cause: CAUSE, proposal: { values: ["2026-03-05"], ground: "form" } }], key: "k" },
];

describe("a CSV comes back as it was written", () => {
  const text = (end: string, d: string): string =>
    [`名称${d}日期`, `"甲${d}乙"${d}2026-01-01`, `丙${d}26/3/5`].join(end);
  const expected = (end: string, d: string): string =>
    [
      `名称${d}日期${d}问题与改正${d}改正建议${d}明信行标识（请勿改动）`,
      `"甲${d}乙"${d}2026-01-01${d}已入库${d}${d}`,
      `丙${d}26/3/5${d}【错误，未入库】日期不是有效日期；改正：按“年-月-日”填写（date-not-a-date）${d}2026-03-05${d}k`,
    ].join(end);
  const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
    ["UTF-8", (value) => Buffer.from(value, "utf8")],
    ["UTF-8 with a mark", (value) => Buffer.from(`\uFEFF${value}`, "utf8")],
    ["GB18030", encodeGb18030],
    ["UTF-16LE", (value) => Buffer.from(`\uFEFF${value}`, "utf16le")],
    ["UTF-16BE", (value) => Buffer.from(`\uFEFF${value}`, "utf16le").swap16()],
  ];
  test.each(encodings)("in %s, whatever line end and delimiter", async (_, encode) => {
    for (const end of ["\n", "\r\n", "\r"]) {
      for (const delimiter of [",", "\t", ";"]) {
        const annotated = await annotate(encode(text(end, delimiter)), MARKS);
        expect(annotated.equals(encode(expected(end, delimiter)))).toBe(true);
      }
    }
  });
});

test("short rows are filled up and empty cells beyond the header make room, so that the columns stand in line", async () => {
  const file = Buffer.from("a,b\nx\ny,1,,\n", "utf8");
  const annotated = (
    await annotate(file, [
      { row: 2, notes: [], key: null },
      { row: 3, notes: [], key: null },
    ])
  ).toString("utf8");
  expect(annotated.split("\n").slice(1, 3)).toEqual(["x,,已入库,,", "y,1,已入库,,"]);
});

test("no cell of a returned CSV is run by a spreadsheet, and reading takes the armour off again", async () => {
  const file = Buffer.from('a,b\n=1+1,"@x"\n-5,\'=y\n', "utf8");
  const annotated = (
    await annotate(file, [
      { row: 2, notes: [], key: null },
      { row: 3, notes: [], key: null },
    ])
  ).toString("utf8");
  expect(annotated).toContain(`'=1+1,"'@x",`);
  expect(annotated).toContain(`-5,''=y,`);
  fc.assert(
    fc.property(fc.stringMatching(/^'{0,3}[=+\-@\t\r]?[a-z0-9.'=]{0,5}$/), (cell) => {
      expect(disarmed(armoured(cell))).toBe(cell);
      expect(armoured(cell)).not.toMatch(/^(=|@|\t|\r|[+-](?!\d[\d,]*(\.\d+)?%?$))/);
    }),
  );
});

test("records are cut where the scanner ends its rows, however the text is cut", () => {
  const piece = fc.constantFrom("a", '"', '""', ",", "\r", "\n", "\r\n", " ", '"x,\ny"', '"q""r"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
      const text = pieces.join("");
      let cells: string[][];
      try {
        const scanner = new CsvScanner(",", DEFAULT_READ_LIMITS);
        cells = [...scanner.push(text), ...scanner.end()].map((row) => row.cells.map((cell) => cell.text));
      } catch {
        return; // refused files are not annotated
      }
      const cutter = new CsvRecords(",");
      const records = [];
      for (let at = 0; at < text.length; at += size) records.push(...cutter.push(text.slice(at, at + size)));
      records.push(...cutter.end());
      expect(records.map((record) => record.text + record.lineEnd).join("")).toBe(text);
      expect(records.map((record) => record.starts.length)).toEqual(cells.map((row) => row.length));
    }),
    { numRuns: 2000 },
  );
});

test("GB18030 is written so that it reads back as the same text", () => {
  const decoder = new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      // U+E5E5 alone has no code in the WHATWG encoding.
      const plain = text.replaceAll("\uE5E5", "");
      expect(decoder.decode(encodeGb18030(plain))).toBe(plain);
    }),
  );
  expect(encodeGb18030("明信€").toString("hex")).toBe("c3f7d0c5a2e3");
});
