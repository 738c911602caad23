import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadWorkdays } from "#catalogue";
import type { LocalDate } from "../../kernel/time.ts";
import type { OpenDuty } from "./duty.ts";
import { loadNoticeLaw } from "./notice-law.ts";
import { groupByStage, stageOf, stagesOn } from "./reminder.rules.ts";

const DATA = resolve(import.meta.dirname, "../../../data");
const law = await loadNoticeLaw(DATA);
const workdays = await loadWorkdays(DATA);
const rule = law.duties.get("unpublished-decisions");
if (!rule) throw new Error("there is no such duty");
const stages = stagesOn(rule, "2026-11-25" as LocalDate);
const stageAt = (dueOn: string, today: string) =>
  stageOf(stages, dueOn as LocalDate, today as LocalDate, workdays)?.stage ?? null;

describe("the stage of a term", () => {
  test.each([
    ["2026-11-27", "2026-11-23", null, "four working days before: nothing yet"],
    ["2026-11-27", "2026-11-24", "t-3", "three working days before"],
    ["2026-11-27", "2026-11-25", "t-3", "two before: what was missed yesterday is told today"],
    ["2026-11-27", "2026-11-26", "t-1", "the working day before"],
    ["2026-11-27", "2026-11-27", "due", "the last day"],
    ["2026-11-27", "2026-11-28", "overdue", "the day after, though a Saturday"],
    ["2026-11-30", "2026-11-27", "t-1", "a Friday before a Monday"],
    ["2026-11-29", "2026-11-28", "t-1", "on days off before a last day that is one: none is left"],
    ["2017-10-09", "2017-09-28", "t-3", "National Day lies between: 29, 30 (a make-up Saturday) and 9"],
    ["2017-10-09", "2017-09-27", null, "one day earlier it is four"],
    ["2031-06-30", "2031-06-27", null, "no calendar of that year: nothing is guessed"],
    ["2031-06-30", "2031-06-30", "due", "the last day itself needs none"],
  ])("%s seen on %s: %s (%s)", (dueOn, today, expected, _why) => {
    expect(stageAt(dueOn, today)).toBe(expected);
  });

  test("a duty without a plan has none", () => {
    const returned = law.duties.get("returned-rows");
    expect(returned && stagesOn(returned, "2026-11-25" as LocalDate)).toEqual([]);
  });
});

test("what is overdue is one group, what is ahead one for each last day where these are told apart", () => {
  const today = "2026-11-25" as LocalDate;
  const duty = (body: string, dueOn: string | null, count: number): OpenDuty => ({
    body,
    dueOn: dueOn as LocalDate | null,
    count,
    link: `/${body}`,
  });
  const open = [
    duty("a", "2026-11-01", 2),
    duty("a", "2026-11-20", 3),
    duty("a", "2026-11-26", 1),
    duty("a", "2026-11-27", 1),
    duty("a", "2026-11-30", 1),
    duty("a", null, 7),
    duty("b", "2026-11-20", 1),
  ];
  const shown = (by: { byBody: boolean; byDay: boolean }) =>
    groupByStage(open, by, (dueOn) => stageOf(stages, dueOn, today, workdays)).map(
      ({ body, stage, count, dueOn, latestDueOn }) => [body, stage?.stage ?? null, count, dueOn, latestDueOn],
    );
  expect(shown({ byBody: true, byDay: true })).toEqual([
    ["a", "overdue", 5, "2026-11-01", "2026-11-20"],
    ["a", "t-1", 1, "2026-11-26", "2026-11-26"],
    ["a", "t-3", 1, "2026-11-27", "2026-11-27"],
    ["a", "t-3", 1, "2026-11-30", "2026-11-30"],
    ["a", null, 7, null, null],
    ["b", "overdue", 1, "2026-11-20", "2026-11-20"],
  ]);
  expect(shown({ byBody: false, byDay: false }).map(([, stage, count]) => [stage, count])).toEqual([
    ["overdue", 6],
    ["t-1", 1],
    ["t-3", 2],
    [null, 7],
  ]);
});
