import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDelimiter } from "./csv-delimiter.ts";
import { CsvScanner } from "./csv-scanner.ts";
import { DEFAULT_READ_LIMITS } from "./read-limits.ts";

const scan = (text: string, cuts: readonly number[] = [], delimiter = ",", limits = DEFAULT_READ_LIMITS) => {
  const scanner = new CsvScanner(delimiter, limits);
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  const rows = [];
  let from = 0;
  for (const place of [...places, text.length]) {
    rows.push(...scanner.push(text.slice(from, place)));
    from = place;
  }
  return [...rows, ...scanner.end()];
};
const texts = (text: string, cuts: readonly number[] = [], delimiter = ",") =>
  scan(text, cuts, delimiter).map((row) => row.cells.map((cell) => cell.text));

describe("a CSV scanner", () => {
  test("reads quoted cells with delimiters, line breaks and doubled quotes", () => {
    expect(texts('a,"b,1","c\r\nd","e""f"\r\ng,,"",h\n')).toEqual([
      ["a", "b,1", "c\r\nd", 'e"f'],
      ["g", "", "", "h"],
    ]);
  });

  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("ends records with %s", (_, end) => {
    expect(texts(`a,b${end}c,d${end}`)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("keeps a quote inside an unquoted cell, and spaces", () => {
    expect(texts('他说"好"了, b \n')).toEqual([['他说"好"了', " b "]]);
  });

  test("counts blank lines as rows and reads a last line without break", () => {
    expect(scan("a\n\nb,").map((row) => [row.row, row.cells.length])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  test("allows spaces behind a closing quote and refuses text there, naming row and column", () => {
    expect(texts('"a" ,b\n')).toEqual([["a", "b"]]);
    expect(() => scan('x\ny,"a"b,c\n')).toThrow(/^csv-stray-quote: In row 2, column 2,/);
  });

  test("refuses a quote that is never closed, naming the row where it opened", () => {
    expect(() => scan('a\nb,"c\nd\ne')).toThrow(/^csv-unbalanced-quote: .* row 2 /);
  });

  test("refuses what is too long or too wide, but drops empty cells far to the right", () => {
    const limits = { ...DEFAULT_READ_LIMITS, cellCharacters: 10, rowCharacters: 30, columns: 3 };
    const refused = (text: string) => {
      try {
        return scan(text, [5, 20, 25, 40], ",", limits).length;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refused(`${"x".repeat(11)}\n`)).toBe("cell-too-long");
    expect(refused(`${"x,".repeat(40)}\n`)).toBe("too-many-columns");
    expect(refused("x".repeat(100))).toBe("row-too-long");
    expect(refused(`"${"x\n".repeat(50)}`)).toBe("csv-unbalanced-quote");
    expect(refused("a,b,c,,,,\n")).toBe(1);
  });

  test("gives back any table that a correct writer wrote, wherever the text is cut", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\r", "\n", " ", "黄", "𠮷", "；"), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const end = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(table, end, fc.array(fc.nat(), { maxLength: 12 }), fc.boolean(), (rows, eol, cuts, all) => {
        const quote = (value: string) => (all || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
        const text = rows.map((row) => row.map(quote).join(",")).join(eol) + eol;
        expect(texts(text, cuts)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the delimiter", () => {
  test.each([
    [",", "序号,名称,备注\n1,甲,a；b\n2,乙,c；d；e\n"],
    ["\t", "序号\t名称\n1\t甲,乙\n2\t丙,丁,戊\n"],
    [";", "序号;金额\n1;1,5\n2;2,5\n"],
    ["；", "序号；名称；备注\n1；甲；x,y\n2；乙；\n"],
    [",", "行政许可信息表\n名称,代码,日期\n甲,1,2\n"],
    [",", "只有一列\n甲\n"],
  ])("is found to be %j", (delimiter, sample) => {
    expect(findDelimiter(sample, DEFAULT_READ_LIMITS)).toBe(delimiter);
  });
});
