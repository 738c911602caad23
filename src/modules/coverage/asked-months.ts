import { parsePeriod } from "#catalogue";
import { addMonths, lastOfMonth, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { coverageProblem } from "./coverage.problems.ts";

const MOST_MONTHS = 36;
const USUAL_MONTHS = 12;

/** Whole months as they were asked for, with their first and last day. */
export interface AskedMonths {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Reads months "YYYY-MM"; without a beginning the twelve up to the end, without an end up to the current month.
 * @throws Problem coverage/bad-range
 */
export function askedMonths(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: LocalDate,
): AskedMonths {
  const last = to === undefined ? firstDayOf(today.slice(0, 7)) : firstDayOf(to);
  const first = from === undefined ? addMonths(last, 1 - USUAL_MONTHS) : firstDayOf(from);
  if (first > last || addMonths(first, MOST_MONTHS) <= last) throw coverageProblem("bad-range");
  return { from: first, to: lastOfMonth(last) };
}

function firstDayOf(month: string): LocalDate {
  const first = parsePeriod(month)?.unit === "month" ? parseLocalDate(`${month}-01`) : null;
  if (!first) throw coverageProblem("bad-range");
  return first;
}
