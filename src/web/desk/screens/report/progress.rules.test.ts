import { expect, test } from "vitest";
import { estimatedRows, rateOf, secondsLeft, withSample, type Sample } from "./progress.rules.ts";

const samples = (...of: readonly (readonly [number, number])[]): readonly Sample[] =>
  of.reduce<readonly Sample[]>((before, [at, rows]) => withSample(before, { at, rows }), []);

test("the rate is that of the last seconds, not of the whole work", () => {
  expect(rateOf(samples([0, 0], [10_000, 100], [20_000, 1100], [30_000, 2100]))).toBe(100);
});

test("there is no rate of one look, of two at once, or of standing still", () => {
  expect(rateOf(samples([0, 0]))).toBeNull();
  expect(rateOf(samples([0, 0], [100, 50]))).toBeNull();
  expect(rateOf(samples([0, 50], [5000, 50]))).toBeNull();
});

test("work that begins anew is measured anew", () => {
  expect(rateOf(samples([0, 0], [5000, 5000], [6000, 0], [8000, 400]))).toBe(200);
});

test("the rows of a file are estimated from earlier files of the same kind only", () => {
  const earlier = [
    { fileName: "a.csv", bytes: 1000, counts: { rows: 10 } },
    { fileName: "b.CSV", bytes: 3000, counts: { rows: 30 } },
    { fileName: "c.xlsx", bytes: 1000, counts: { rows: 900 } },
    { fileName: "d.csv", bytes: 9000, counts: null },
  ];
  expect(estimatedRows({ fileName: "e.csv", bytes: 5000 }, earlier)).toBe(50);
  expect(estimatedRows({ fileName: "e.ndjson", bytes: 5000 }, earlier)).toBeNull();
});

test("the time left is told only while the estimate holds", () => {
  expect(secondsLeft(100, 300, 50)).toBe(4);
  expect(secondsLeft(300, 300, 50)).toBeNull();
  expect(secondsLeft(100, null, 50)).toBeNull();
  expect(secondsLeft(100, 300, null)).toBeNull();
});
