import { expect, test } from "vitest";
import { chosenOf, gapKey } from "./chosen-gaps.rules.ts";

const gap = (year: number, from: number, to: number, state = "open", waits: string | null = null) => ({
  year,
  from,
  to,
  state,
  waits,
});

test("only what is chosen and can still be answered is counted, each number of a range", () => {
  const gaps = [gap(2025, 3, 3), gap(2026, 3, 7), gap(2026, 9, 9, "answered"), gap(2026, 11, 12, "open", "a-proposal")];
  const keys = new Set(gaps.slice(1).map(gapKey));
  expect(chosenOf(gaps, keys)).toEqual({ gaps: [gaps[1]], numbers: 5 });
});
