import { expect, test } from "vitest";
import type { LocalDate } from "../../kernel/time.ts";
import { monthAfter, monthsDue } from "./month.rules.ts";

test.each<[string, string, string | null, readonly string[]]>([
  ["the day before, the month before last is the newest due", "2026-11-09", null, ["2026-09"]],
  ["on the day itself the last month is due", "2026-11-10", null, ["2026-10"]],
  ["what was frozen is not due again", "2026-11-25", "2026-10", []],
  ["months that were missed are due in their order", "2027-01-10", "2026-09", ["2026-10", "2026-11", "2026-12"]],
  ["before the day nothing is missed", "2027-01-09", "2026-11", []],
])("%s", (_name, today, newest, due) => {
  expect(monthsDue(today as LocalDate, 10, newest)).toEqual(due);
});

test("months follow each other over the turn of a year", () => {
  expect([monthAfter("2026-12"), monthAfter("2026-01", -1), monthAfter("2026-03", -14)]).toEqual([
    "2027-01",
    "2025-12",
    "2025-01",
  ]);
});
