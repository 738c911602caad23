import { addMonths, lastOfMonth, parseLocalDate, type LocalDate } from "../../kernel/time.ts";

/** The first day of a month "YYYY-MM"; null where there is no such month. */
export function firstOf(month: string): LocalDate | null {
  return parseLocalDate(`${month}-01`);
}

/** A month's first and last day. @throws Error for what is no month; whoever asks has checked it */
export function daysOf(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = firstOf(month);
  if (!from) throw new Error(`${month} is no month`);
  return { from, to: lastOfMonth(from) };
}

/** The month that lies so many after another. */
export function monthAfter(month: string, months = 1): string {
  return addMonths(daysOf(month).from, months).slice(0, 7);
}

/**
 * The months whose figures are to be frozen by a day, oldest first: those after the newest that was frozen, or, where none
 * was, the newest whose day has come. `dayOfNextMonth` counts from 1.
 */
export function monthsDue(today: LocalDate, dayOfNextMonth: number, newestFrozen: string | null): readonly string[] {
  const before = Number(today.slice(8)) >= dayOfNextMonth ? -1 : -2;
  const newestDue = monthAfter(today.slice(0, 7), before);
  if (newestFrozen === null) return [newestDue];
  const due: string[] = [];
  for (let month = monthAfter(newestFrozen); month <= newestDue; month = monthAfter(month)) due.push(month);
  return due;
}
