import { expect, test } from "vitest";
import { league, total, type Figure } from "./league.rules.ts";

const figure = (body: string | null, month: string, numerator: number, denominator: number, notYet = 0): Figure => ({
  rate: "timeliness",
  item: "administrative-penalty",
  body,
  month,
  numerator,
  denominator,
  apart: notYet === 0 ? {} : { "not-yet-due": notYet },
});

const FIGURES = [
  figure("late", "2026-09", 1, 4),
  figure("small", "2026-09", 2, 2),
  figure("idle", "2026-10", 0, 0, 3),
  figure("large", "2026-09", 3, 3),
  figure("large", "2026-10", 5, 5, 1),
  { ...figure(null, "2026-10", 7, 9), rate: "compliance" },
];

test("the most punctual stand first, of equals the one with more to do, and who had nothing due stands last", () => {
  expect(league(FIGURES, "body").map(({ code, of }) => [code, of("timeliness")])).toEqual([
    ["large", { numerator: 8, denominator: 8, apart: 1 }],
    ["small", { numerator: 2, denominator: 2, apart: 0 }],
    ["late", { numerator: 1, denominator: 4, apart: 0 }],
    ["", { numerator: 0, denominator: 0, apart: 0 }],
    ["idle", { numerator: 0, denominator: 0, apart: 3 }],
  ]);
});

test("the lines of a league add up to the whole, rate by rate", () => {
  for (const rate of ["timeliness", "compliance"]) {
    const whole = total(FIGURES, rate);
    expect(league(FIGURES, "item").map(({ of }) => of(rate))).toEqual([whole]);
    const sum = league(FIGURES, "body").reduce((before, { of }) => before + of(rate).denominator, 0);
    expect(sum).toBe(whole.denominator);
  }
});
