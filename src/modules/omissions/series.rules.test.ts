import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "../../kernel/time.ts";
import { attestedTails } from "./attested-tail.rules.ts";
import { judgeDrop } from "./drop.rules.ts";
import { loadOmissionRules, rulesOn } from "./omission-law.ts";
import { rangesOf } from "./ranges.rules.ts";
import { SeriesLearner, type Learnt } from "./series.rules.ts";

const day = (text: string): LocalDate => text as LocalDate;
const { learning, drop } = rulesOn(
  await loadOmissionRules(resolve(import.meta.dirname, "../../../data")),
  day("2026-11-25"),
);

function learn(numbers: readonly (readonly [string, string])[]): Learnt {
  const learner = new SeriesLearner(learning);
  for (const [documentNumber, on] of numbers) learner.add(documentNumber, day(on));
  return learner.finish();
}

/** Numbers of a year, one a day from its first day on. */
const ofYear = (year: number, numbers: readonly number[], head = "黄环罚") =>
  numbers.map(
    (number) => [`${head}〔${year}〕${number}号`, addDays(day(`${year}-01-01`), Math.min(number, 360))] as const,
  );
const upTo = (last: number, except: readonly number[] = []): number[] =>
  Array.from({ length: last }, (_, at) => at + 1).filter((number) => !except.includes(number));
const missingOf = (learnt: Learnt) =>
  learnt.series.flatMap(({ series, years }) =>
    years.flatMap(({ year, missing }) => missing.map(({ number, place }) => [series, year, number, place])),
  );

describe("the series of a body", () => {
  test("are told apart by their fixed words, begin anew each year, and ask for what lies between", () => {
    const learnt = learn([
      ...ofYear(2025, upTo(40, [3])),
      ...ofYear(2026, upTo(20, [7, 8])),
      ...ofYear(2026, upTo(12, [5]), "黄环罚字"),
    ]);
    expect(missingOf(learnt)).toEqual([
      ["黄环罚〔{year}〕{n}", 2025, 3, "between"],
      ["黄环罚〔{year}〕{n}", 2026, 7, "between"],
      ["黄环罚〔{year}〕{n}", 2026, 8, "between"],
      ["黄环罚字〔{year}〕{n}", 2026, 5, "between"],
    ]);
    expect(learnt.series.map(({ confidence }) => confidence)).toEqual(["high", "medium"]);
  });

  test("a number on several records is one decision with several parties, and a part belongs to its whole", () => {
    const numbers = ofYear(2026, upTo(10, [4, 6]));
    const learnt = learn([
      ...numbers,
      ...numbers,
      ["黄环罚〔2026〕4-1号", "2026-01-04"],
      ["黄环罚〔2026〕4-2号", "2026-01-04"],
    ]);
    expect(missingOf(learnt)).toEqual([["黄环罚〔{year}〕{n}", 2026, 6, "between"]]);
    expect(learnt.series[0]?.numbers).toBe(9);
  });

  test("asks for lower numbers where reporting had begun, not where a body begins to report in the middle", () => {
    expect(missingOf(learn([...ofYear(2025, upTo(9)), ...ofYear(2026, upTo(20).slice(2))]))).toEqual([
      ["黄环罚〔{year}〕{n}", 2026, 1, "leading"],
      ["黄环罚〔{year}〕{n}", 2026, 2, "leading"],
    ]);
    expect(missingOf(learn(ofYear(2026, upTo(90).slice(55))))).toEqual([]);
  });

  test("a mistyped number far beyond is told and asks for nothing; a second range stands for itself", () => {
    const typo = learn([...ofYear(2026, upTo(30)), ["黄环罚〔2026〕9031号", "2026-02-01"]]);
    expect([missingOf(typo), typo.unfitting["beyond-a-jump"]]).toEqual([[], 1]);
    const branch = upTo(20, [9]).map((number) => 8000 + number);
    const ranges = learn([...ofYear(2026, upTo(30)), ...ofYear(2026, branch)]);
    expect(missingOf(ranges)).toEqual([["黄环罚〔{year}〕{n}", 2026, 8009, "between"]]);
    expect(ranges.series[0]?.years[0]?.blocks).toEqual([
      [1, 30],
      [8001, 8020],
    ]);
  });

  test("numbers that follow no sequence are no series", () => {
    const scattered = learn(ofYear(2026, [3, 17, 29, 44, 61, 80, 97, 118]));
    expect([scattered.series, scattered.unfitting["not-consecutive"]]).toEqual([[], 8]);
    const few = learn([
      ["黄环罚〔2026〕1号", "2026-01-01"],
      ["决定书", "2026-01-01"],
    ]);
    expect([few.series, few.unfitting]).toMatchObject([[], { "too-few": 1, "no-number": 1 }]);
  });

  test("a missing number counts as made by the later of its neighbours", () => {
    const [series] = learn(ofYear(2026, upTo(12, [5, 6]))).series;
    expect(series?.years[0]?.missing.map(({ madeBy }) => madeBy)).toEqual(["2026-01-08", "2026-01-08"]);
  });

  test("what is on file and what is missing make up each block, in whatever order the numbers come", () => {
    const removed = fc.uniqueArray(fc.integer({ min: 2, max: 59 }), { maxLength: 15 }).chain((out) => {
      const numbers = ofYear(2026, upTo(60, out));
      return fc.tuple(
        fc.constant(out),
        fc.constant(numbers),
        fc.shuffledSubarray(numbers, { minLength: numbers.length }),
      );
    });
    fc.assert(
      fc.property(removed, ([out, numbers, shuffled]) => {
        const learnt = learn(shuffled);
        expect(learnt).toEqual(learn(numbers));
        expect(missingOf(learnt).map(([, , number]) => number)).toEqual(out.toSorted((a, b) => a - b));
      }),
    );
  });
});

test("the last number of a series is missed by the sequence and found by the body's own signed count", () => {
  const { series } = learn(ofYear(2026, upTo(30)));
  expect(attestedTails(series, [{ month: day("2026-02-01"), documentNumber: "黄环罚〔2026〕32号" }], learning)).toEqual(
    [
      { series: "黄环罚〔{year}〕{n}", year: 2026, number: 31, month: "2026-02-01" },
      { series: "黄环罚〔{year}〕{n}", year: 2026, number: 32, month: "2026-02-01" },
    ],
  );
  for (const documentNumber of ["黄环罚〔2026〕99999号", "另一字号〔2026〕32号", "无号"])
    expect(attestedTails(series, [{ month: day("2026-02-01"), documentNumber }], learning)).toEqual([]);
});

test("ranges cover their numbers once, in order, and never join what is not alike", () => {
  const entries = fc
    .uniqueArray(fc.record({ number: fc.nat({ max: 60 }), state: fc.constantFrom("a", "b") }), {
      selector: ({ number }) => number,
    })
    .map((list) => list.toSorted((a, b) => a.number - b.number));
  fc.assert(
    fc.property(entries, (list) => {
      const ranges = rangesOf(list, (a, b) => a.state === b.state);
      expect(ranges.flatMap((range) => range.entries)).toEqual(list);
      for (const { from, to, entries: own } of ranges) {
        expect(own.map(({ number }) => number - from)).toEqual(own.map((_, at) => at));
        expect(from + own.length - 1).toBe(to);
        expect(new Set(own.map(({ state }) => state)).size).toBe(1);
      }
    }),
  );
});

describe("an unusual drop", () => {
  const usual = [20, 22, 19, 21, 60, 20, 18, 23];
  test.each<[string, readonly number[], number, boolean | null]>([
    ["a month far below the body's own past is a hint", usual, 4, true],
    ["half of the usual, within the usual spread, is none", [20, 5, 30, 12, 44, 2, 19, 33], 8, false],
    ["one odd month of the past moves nothing", usual, 17, false],
    ["a short past says nothing", [20, 20, 20], 0, null],
    ["a body with few decisions is not judged", [1, 0, 2, 1, 0, 1, 1], 0, null],
  ])("%s", (_name, past, month, expected) => {
    expect(judgeDrop(past, month, drop)?.unusual ?? null).toBe(expected);
  });
});
