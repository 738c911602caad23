import { addDays, addMonths, lastOfMonth, parseLocalDate, weekday, type LocalDate } from "../../../../kernel/time.ts";

/** What a day of the API holds. */
export interface CalendarDay {
  readonly day: string;
  readonly decisions: number;
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
}

/** A month as weeks of seven; null where the week reaches into another month. */
export interface MonthSheet {
  readonly month: string;
  readonly weeks: readonly (readonly (LocalDate | null)[])[];
}

/** How many grounds of rising depth there are, beside the bare one. */
export const LEVELS = 4;

/** The twelve months that end with one "YYYY-MM", oldest first. */
export function sheetsUpTo(last: string): readonly MonthSheet[] {
  const first = parseLocalDate(`${last}-01`);
  if (!first) return [];
  return Array.from({ length: 12 }, (_, at) => sheetOf(addMonths(first, at - 11)));
}

function sheetOf(first: LocalDate): MonthSheet {
  const days: (LocalDate | null)[] = Array.from({ length: weekday(first) - 1 }, () => null);
  for (let day = first; day <= lastOfMonth(first); day = addDays(day, 1)) days.push(day);
  while (days.length % 7 !== 0) days.push(null);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return { month: first.slice(0, 7), weeks };
}

/** The depth of a day's ground, 0 for nothing; by the rank of its count, so that one great day does not pale all others. */
export function levelOf(decisions: number, counts: readonly number[]): number {
  if (decisions === 0) return 0;
  const below = counts.filter((count) => count < decisions).length;
  return 1 + Math.min(LEVELS - 1, Math.floor((below / Math.max(1, counts.length)) * LEVELS));
}

/** Days added up by month, oldest first. */
export function byMonth(
  days: readonly CalendarDay[],
): readonly (Omit<CalendarDay, "day"> & { readonly month: string })[] {
  const months = new Map<string, Omit<CalendarDay, "day">>();
  for (const { day, ...parts } of days) {
    const before = months.get(day.slice(0, 7));
    months.set(day.slice(0, 7), before ? added(before, parts) : parts);
  }
  return [...months].map(([month, sum]) => ({ month, ...sum }));
}

/** All days in one. */
export function wholeOf(days: readonly CalendarDay[]): Omit<CalendarDay, "day"> {
  return days.reduce<Omit<CalendarDay, "day">>(added, { decisions: 0, onTime: 0, late: 0, open: 0 });
}

function added(a: Omit<CalendarDay, "day">, b: Omit<CalendarDay, "day">): Omit<CalendarDay, "day"> {
  return {
    decisions: a.decisions + b.decisions,
    onTime: a.onTime + b.onTime,
    late: a.late + b.late,
    open: a.open + b.open,
  };
}
