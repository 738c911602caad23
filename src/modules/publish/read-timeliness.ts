import { parseListCursor } from "./public-reads.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { RegisterFigures, TimelinessFigure } from "./public-register.ts";
import { readFigures } from "./public-register.store.ts";
import { judgeTimeliness, type Exclusion, type Timeliness } from "./timeliness.rules.ts";
import {
  listTimelinessGroups,
  listTimelinessRows,
  type TimelinessDates,
  type TimelinessFilter,
  type TimelinessRow,
} from "./timeliness.store.ts";

/** One decision behind a figure: in the denominator or not, in the numerator or not, and why. */
export type JudgedDecision = TimelinessRow & Pick<Timeliness, "counted" | "onTime" | "excluded" | "group">;

function judge(dates: TimelinessDates, today: LocalDate): Timeliness {
  return judgeTimeliness({
    dueOn: dates.dueOn,
    dueMissing: dates.dueMissing,
    firstPublicOn: dates.publishedOn,
    hold: dates.hold,
    today,
  });
}

/** On-time publication by item, body and month of the decision, newest month first. */
export async function readTimeliness(db: Db, filter: TimelinessFilter, today: LocalDate): Promise<TimelinessFigure[]> {
  const figures = new Map<
    string,
    { figure: TimelinessFigure; onTime: number; due: number; excluded: Map<Exclusion, number> }
  >();
  for (const group of await listTimelinessGroups(db, filter)) {
    const { item, sourceBody, month } = group;
    const key = JSON.stringify([month, item, sourceBody]);
    const entry = figures.get(key) ?? {
      figure: { item, sourceBody, month, onTime: 0, due: 0, excluded: {} },
      onTime: 0,
      due: 0,
      excluded: new Map<Exclusion, number>(),
    };
    figures.set(key, entry);
    const judged = judge(group, today);
    if (judged.counted) entry.due += group.count;
    if (judged.onTime === true) entry.onTime += group.count;
    if (judged.excluded) entry.excluded.set(judged.excluded, (entry.excluded.get(judged.excluded) ?? 0) + group.count);
  }
  return [...figures]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([, { figure, onTime, due, excluded }]) => ({
      ...figure,
      onTime,
      due,
      excluded: Object.fromEntries(excluded),
    }));
}

/** The decisions behind the figures, each with how it counts. `next` is the cursor of the following page, or null. */
export async function listTimelinessDecisions(
  db: Db,
  filter: TimelinessFilter,
  cursor: string | null,
  limit: number,
  today: LocalDate,
): Promise<{ readonly items: readonly JudgedDecision[]; readonly next: string | null }> {
  const rows = await listTimelinessRows(db, filter, parseListCursor(cursor), limit + 1);
  const items = rows.slice(0, limit).map((row) => {
    const { counted, onTime, excluded, group } = judge(row, today);
    return { ...row, counted, onTime, excluded, group };
  });
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? `${last.decisionDate}.${last.recordId}` : null };
}

/** The figures of the home page; on time counts the decisions of the current month. */
export async function getFigures(db: Db, today: LocalDate): Promise<RegisterFigures> {
  const month = today.slice(0, 7);
  const from = parseLocalDate(`${month}-01`);
  const [figures, timeliness] = await Promise.all([
    readFigures(db),
    readTimeliness(db, from === null ? {} : { from, to: today }, today),
  ]);
  const sum = (part: "onTime" | "due"): number => timeliness.reduce((total, figure) => total + figure[part], 0);
  return { ...figures, onTimeThisMonth: { onTime: sum("onTime"), due: sum("due"), month } };
}
