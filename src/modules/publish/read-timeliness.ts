import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
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
export type JudgedDecision = Omit<TimelinessRow, "hold"> &
  Pick<Timeliness, "counted" | "onTime" | "excluded" | "group">;

/** How decisions with these dates count on a day. */
export function judge(dates: TimelinessDates, today: LocalDate): Timeliness {
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

/**
 * The decisions behind the figures, each with how it counts; what lawfully is not published or was withdrawn is counted
 * in the figures and not listed here. `next` is the cursor of the following page, or null.
 */
export async function listTimelinessDecisions(
  db: Db,
  filter: TimelinessFilter,
  cursor: string | null,
  limit: number,
  today: LocalDate,
): Promise<{ readonly items: readonly JudgedDecision[]; readonly next: string | null }> {
  const rows = await listTimelinessRows(db, filter, parseCursor(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const items = shown.map((row) => {
    const { counted, onTime, excluded, group } = judge(row, today);
    const { hold: _hold, ...decision } = row;
    return { ...decision, counted, onTime, excluded, group };
  });
  const last = shown.at(-1);
  return { items, next: rows.length > limit && last ? `${last.decisionDate}.${last.place}` : null };
}

/** @throws Problem http/unreadable-cursor */
function parseCursor(cursor: string | null): { readonly decisionDate: LocalDate; readonly place: string } | null {
  if (cursor === null) return null;
  const decisionDate = parseLocalDate(cursor.slice(0, 10));
  const place = /^\.([0-9a-f]{64})$/.exec(cursor.slice(10))?.[1];
  if (!decisionDate || place === undefined) throw httpProblem("unreadable-cursor");
  return { decisionDate, place };
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
