import { expect, test } from "vitest";
import type { BatchRow } from "../../../../../client/index.ts";
import {
  firstPart,
  mayKeep,
  NO_EDITS,
  offersOf,
  rowsToSend,
  undone,
  unsolvedOf,
  withChange,
  withoutRows,
} from "./edits.rules.ts";

function row(number: number, findings: BatchRow["findings"], state: BatchRow["state"] = "open"): BatchRow {
  return { row: number, state, cells: [], masked: [], broken: false, findings, carriedBy: null, explanation: null };
}
const finding = (cause: number, column: number | null, ...values: string[]): BatchRow["findings"][number] => ({
  cause,
  column,
  suggestion: values.length === 0 ? null : { values, ground: "form" },
});

test("one act on many cells is undone as one, and what changes nothing is no act", () => {
  const first = withChange(NO_EDITS, [{ row: 2, column: 1, value: "a" }]);
  const bulk = withChange(first, [
    { row: 2, column: 1, value: "b" },
    { row: 3, column: 1, value: "c" },
  ]);
  expect(withChange(bulk, [{ row: 3, column: 1, value: "c" }])).toBe(bulk);
  const back = undone(bulk);
  expect(back.edits).toEqual(first.edits);
  expect(undone(back).edits.size).toBe(0);
  expect(undone(NO_EDITS)).toBe(NO_EDITS);
});

test("only single suggestions of open rows that nobody changed are offered at once", () => {
  const rows = [
    row(2, [finding(1, 4, "x")]),
    row(3, [finding(1, 4, "x", "y")]),
    row(4, [finding(1, 4, "z")], "explained"),
  ];
  expect(offersOf(rows, new Map())).toEqual([{ row: 2, column: 4, value: "x", cause: 1 }]);
  expect(offersOf(rows, withChange(NO_EDITS, [{ row: 2, column: 4, value: "own" }]).edits)).toEqual([]);
});

test("a row is solved when each wrong cell was changed; warnings do not count", () => {
  const one = row(2, [finding(1, 4), finding(2, null), finding(3, 5)]);
  const severity = (cause: number) => (cause === 3 ? "warning" : "error");
  expect(unsolvedOf(one, new Map(), severity)).toEqual([4, null]);
  const { edits } = withChange(NO_EDITS, [{ row: 2, column: 4, value: "x" }]);
  expect(unsolvedOf(one, edits, severity)).toEqual([]);
});

test("only changed rows that are still open are handed in, and are no longer changed afterwards", () => {
  const state = withChange(NO_EDITS, [
    { row: 2, column: 4, value: "x" },
    { row: 3, column: 4, value: "y" },
  ]);
  const rows = [row(2, []), row(3, [], "repaired"), row(4, [])];
  expect(rowsToSend(rows, state.edits)).toEqual([{ row: 2, cells: [{ column: 4, value: "x" }] }]);
  expect([...withoutRows(state, new Set([2])).edits.keys()]).toEqual([3]);
});

test("what one request cannot carry is left for the next", () => {
  const rows = (count: number, value: string) => Array.from({ length: count }, (_, row) => ({ row, value }));
  expect(firstPart(rows(3, "x"))).toHaveLength(3);
  expect(firstPart(rows(10_001, "x"))).toHaveLength(10_000);
  const large = firstPart(rows(500, "示例".repeat(1000)));
  expect(large.length).toBeLessThan(200);
  expect(new TextEncoder().encode(JSON.stringify(large)).length).toBeLessThan(1_048_576);
  expect(firstPart(rows(1, "示".repeat(400_000)))).toHaveLength(1);
});

test.each([
  ["91420200MAXX000153", true],
  ["2026-03-05", true],
  ["110105194912310021", false],
  ["身份证 11010519491231002x", false],
  ["１１０１０５ 19491231 0021", false],
  ["110105491231002", false],
])("the browser keeps %s over a reload: %s", (value, kept) => {
  expect(mayKeep(value)).toBe(kept);
});
