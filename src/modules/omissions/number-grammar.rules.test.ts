import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldNumber, parseNumber, writeNumber } from "./number-grammar.rules.ts";

describe("a document number", () => {
  test.each([
    ["黄环罚〔2017〕4号", "黄环罚〔{year}〕{n}", 2017, 4, 0, null],
    ["黄环罚[2017]4号", "黄环罚〔{year}〕{n}", 2017, 4, 0, null],
    ["黄环罚（2017）第004号", "黄环罚〔{year}〕{n}", 2017, 4, 3, null],
    ["黄环罚字【２０１７】４号", "黄环罚字〔{year}〕{n}", 2017, 4, 0, null],
    ["黄环罚〔2017〕4-1号", "黄环罚〔{year}〕{n}", 2017, 4, 0, "1"],
    ["黄环罚〔2017〕4号之一", "黄环罚〔{year}〕{n}", 2017, 4, 0, "一"],
    ["黄环（大冶）罚〔2017〕12号", "黄环〔大冶〕罚〔{year}〕{n}", 2017, 12, 0, null],
    ["冶市监罚字2017年第0031号", "冶市监罚字{year}年{n}", 2017, 31, 4, null],
    ["XK2017-0123", "XK{year}-{n}", 2017, 123, 4, null],
    ["黄罚20170004", "黄罚{year}{n}", 2017, 4, 4, null],
    ["罚字第4号（2017）", "罚字{n}号〔{year}〕", 2017, 4, 0, null],
    ["JY14202810012345", "JY14202810{n}", null, 12_345, 6, null],
    ["许字88号", "许字{n}", null, 88, 0, null],
    ["黄1998号", "黄{n}", null, 1998, 0, null],
  ])("%s", (text, series, year, number, width, branch) => {
    expect(parseNumber(text, 2017)).toMatchObject({ series, year, number, width, branch });
  });

  test("without any digit has no running number", () => {
    expect(parseNumber("黄环罚决定书", 2017)).toBeNull();
  });

  const words = fc.constantFrom("黄环罚", "黄环罚字", "冶市监许", "黄应急（危化）罚", "HSXK");
  const brackets = fc.constantFrom("〔〕", "[]", "（）", "【】", "﹝﹞", "()");
  const decision = fc.record({
    words,
    brackets,
    year: fc.integer({ min: 1990, max: 2089 }),
    number: fc.integer({ min: 1, max: 99_999 }),
    width: fc.constantFrom(0, 3, 5),
    ordinal: fc.constantFrom("", "第"),
    part: fc.constantFrom("号", "-2号", "号之三", ""),
  });

  test("means the same however its brackets, zeros, ordinal and parts are written", () => {
    fc.assert(
      fc.property(
        decision,
        ({ words: head, brackets: [open = "", close = ""], year, number, width, ordinal, part }) => {
          const text = `${head}${open}${year}${close}${ordinal}${String(number).padStart(width, "0")}${part}`;
          const parsed = parseNumber(text, 2026);
          expect(parsed).toMatchObject({ series: `${foldNumber(head)}〔{year}〕{n}`, year, number });
        },
      ),
    );
  });

  test("written out again is read as the same number of the same series", () => {
    fc.assert(
      fc.property(
        decision,
        fc.integer({ min: 1, max: 99_999 }),
        ({ words: head, year, number, width, ordinal }, other) => {
          const parsed = parseNumber(`${head}〔${year}〕${ordinal}${String(number).padStart(width, "0")}号`, 2026);
          if (!parsed) throw new Error("unreadable");
          const again = parseNumber(writeNumber(parsed.form, parsed.width, parsed.year, other), 2026);
          expect(again).toMatchObject({ series: parsed.series, year, number: other });
        },
      ),
    );
  });

  test("of any text whatever is read or not, and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const parsed = parseNumber(text, 2026);
        expect(parsed === null || Number.isSafeInteger(parsed.number)).toBe(true);
      }),
    );
  });
});
