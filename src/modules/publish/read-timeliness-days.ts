import type { LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import { judge } from "./read-timeliness.ts";
import { listTimelinessDays, type CalendarDay } from "./timeliness-days.store.ts";

/** What one day of the calendar holds; decisions = onTime + late + open. */
export interface TimelinessDay {
  readonly day: LocalDate;
  readonly decisions: number;
  readonly onTime: number;
  readonly late: number;
  /** Not yet due, or held: in no figure yet. */
  readonly open: number;
}

/**
 * The days of a calendar on which something was decided, or first made public, with how it counts; days without anything are
 * not in it. What lawfully is not published is in no calendar, as it is in no list.
 */
export async function readTimelinessDays(
  db: Db,
  by: CalendarDay,
  filter: Parameters<typeof listTimelinessDays>[2],
  today: LocalDate,
): Promise<TimelinessDay[]> {
  const days = new Map<LocalDate, TimelinessDay>();
  for (const group of await listTimelinessDays(db, by, filter)) {
    const { onTime } = judge(group, today);
    const before = days.get(group.day) ?? { day: group.day, decisions: 0, onTime: 0, late: 0, open: 0 };
    const part = onTime === null ? "open" : onTime ? "onTime" : "late";
    days.set(group.day, {
      ...before,
      decisions: before.decisions + group.count,
      [part]: before[part] + group.count,
    });
  }
  return [...days.values()];
}
