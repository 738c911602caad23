import { expect, test } from "vitest";
import { league, total, type Figure } from "./league.rules.ts";

const figure = (sourceBody: string, month: string, onTime: number, due: number, notYet = 0): Figure => ({
  item: "administrative-penalty",
  sourceBody,
  month,
  onTime,
  due,
  excluded: notYet === 0 ? {} : { "not-yet-due": notYet },
});

const FIGURES = [
  figure("late", "2026-09", 1, 4),
  figure("small", "2026-09", 2, 2),
  figure("idle", "2026-10", 0, 0, 3),
  figure("large", "2026-09", 3, 3),
  figure("large", "2026-10", 5, 5, 1),
];

test("the most punctual stand first, of equals the one with more to do, and who had nothing due stands last", () => {
  expect(league(FIGURES, "sourceBody")).toEqual([
    { code: "large", onTime: 8, due: 8, excluded: 1 },
    { code: "small", onTime: 2, due: 2, excluded: 0 },
    { code: "late", onTime: 1, due: 4, excluded: 0 },
    { code: "idle", onTime: 0, due: 0, excluded: 3 },
  ]);
});

test("the lines of a league add up to the whole", () => {
  const lines = league(FIGURES, "item");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toEqual(total("administrative-penalty", FIGURES));
});
