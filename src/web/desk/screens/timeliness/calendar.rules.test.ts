import { expect, test } from "vitest";
import { byMonth, levelOf, LEVELS, sheetsUpTo, wholeOf } from "./calendar.rules.ts";

test("a month stands in weeks from Monday to Sunday, and twelve of them end with the one asked for", () => {
  const sheets = sheetsUpTo("2026-02");
  expect([sheets.length, sheets[0]?.month, sheets.at(-1)?.month]).toEqual([12, "2025-03", "2026-02"]);
  // 1 February 2026 is a Sunday.
  expect(sheets.at(-1)?.weeks[0]).toEqual([null, null, null, null, null, null, "2026-02-01"]);
  expect(sheets.at(-1)?.weeks.at(-1)?.[5]).toBe("2026-02-28");
  expect(sheetsUpTo("none")).toEqual([]);
});

test("the ground is deeper the more days have fewer decisions, bare for none", () => {
  const counts = [1, 2, 3, 400];
  expect([0, ...counts].map((count) => levelOf(count, counts))).toEqual([0, 1, 2, 3, LEVELS]);
  expect(levelOf(5, [5])).toBe(1);
});

test("months add up to the whole", () => {
  const day = (text: string, late: number) => ({ day: text, decisions: 3, onTime: 2 - late, late, open: 1 });
  const days = [day("2026-01-30", 0), day("2026-01-31", 2), day("2026-02-01", 1)];
  expect(byMonth(days)).toEqual([
    { month: "2026-01", decisions: 6, onTime: 2, late: 2, open: 2 },
    { month: "2026-02", decisions: 3, onTime: 1, late: 1, open: 1 },
  ]);
  expect(wholeOf(days)).toEqual({ decisions: 9, onTime: 3, late: 3, open: 3 });
});
