import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { OpenDuty } from "./duty.ts";
import type { DutyRule, ReminderStage } from "./notice-law.ts";

/** What tells working days from days off; `Workdays` of the catalogue does. */
export interface DayKinds {
  dayOf(date: LocalDate): { readonly kind: string } | { readonly missing: string };
}

/** The stages that hold today; none where the duty has no plan, or none in force. */
export function stagesOn({ plan }: DutyRule, today: LocalDate): readonly ReminderStage[] {
  const inForce = (plan ?? []).findLast(
    ({ effectiveFrom, effectiveTo }) =>
      (effectiveFrom === null || effectiveFrom <= today) && (effectiveTo === null || effectiveTo >= today),
  );
  return inForce?.stages ?? [];
}

/**
 * The stage at which a term stands today, or null while it is far off. Working days are counted by the calendars; where
 * the one that is needed is missing, only the last day itself and its being over are certain. A last day on a day off
 * belongs, on the days off before it, to the stage nearest to it: there is no working day left to wait for.
 */
export function stageOf(
  stages: readonly ReminderStage[],
  dueOn: LocalDate,
  today: LocalDate,
  days: DayKinds,
): ReminderStage | null {
  if (today > dueOn) return stages.find(({ workingDaysBefore }) => workingDaysBefore === null) ?? null;
  if (today === dueOn) return stages.find(({ workingDaysBefore }) => workingDaysBefore === 0) ?? null;
  const ahead = stages
    .filter(
      (stage): stage is ReminderStage & { readonly workingDaysBefore: number } => (stage.workingDaysBefore ?? 0) > 0,
    )
    .toSorted((a, b) => a.workingDaysBefore - b.workingDaysBefore);
  const furthest = ahead.at(-1)?.workingDaysBefore ?? 0;
  const left = workingDaysLeft(today, dueOn, furthest, days);
  return left === null ? null : (ahead.find(({ workingDaysBefore }) => workingDaysBefore >= left) ?? null);
}

/** Working days after `today` up to and with `dueOn`, counted no further than `most` + 1; null where a calendar is missing. */
function workingDaysLeft(today: LocalDate, dueOn: LocalDate, most: number, days: DayKinds): number | null {
  let left = 0;
  for (let day = addDays(today, 1); day <= dueOn && left <= most; day = addDays(day, 1)) {
    const kind = days.dayOf(day);
    if ("missing" in kind) return null;
    if (kind.kind === "workday" || kind.kind === "make-up") left += 1;
  }
  return left;
}

/** Open duties of one body that stand at the same stage, told as one. */
export interface DutyGroup {
  readonly body: string | null;
  readonly stage: ReminderStage | null;
  readonly count: number;
  /** The earliest and the latest last day among them; null where none has one. */
  readonly dueOn: LocalDate | null;
  readonly latestDueOn: LocalDate | null;
  readonly link: string;
}

/**
 * Puts what stands at the same stage together; the way there is that of the first. `byBody` keeps bodies apart, `byDay` the
 * last days of what is not overdue yet, since each of these is told of on its own.
 */
export function groupByStage(
  duties: readonly OpenDuty[],
  { byBody, byDay }: { readonly byBody: boolean; readonly byDay: boolean },
  stageAt: (dueOn: LocalDate) => ReminderStage | null,
): DutyGroup[] {
  const groups = new Map<string, DutyGroup>();
  for (const { body, dueOn, count, link } of duties) {
    const stage = dueOn === null ? null : stageAt(dueOn);
    const whose = byBody ? body : null;
    const isAhead = stage !== null && stage.workingDaysBefore !== null;
    // What is not yet due and what never is are told apart.
    const key = JSON.stringify([whose, stage?.stage, dueOn === null, byDay && isAhead ? dueOn : null]);
    const known = groups.get(key);
    groups.set(key, {
      body: whose,
      stage,
      count: (known?.count ?? 0) + count,
      dueOn: earlier(known?.dueOn ?? null, dueOn),
      latestDueOn: later(known?.latestDueOn ?? null, dueOn),
      link: known?.link ?? link,
    });
  }
  return [...groups.values()];
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
