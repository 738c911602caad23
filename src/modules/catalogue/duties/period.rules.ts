import { addMonths, lastOfMonth, parseLocalDate, type LocalDate } from "../../../kernel/time.ts";
import type { PeriodUnit } from "./duty.ts";

/** A stretch of time for which something is owed: "2026-03" or "2026-Q1", with its first and last day. */
export interface Period {
  readonly period: string;
  readonly unit: PeriodUnit;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const LENGTH = { month: 1, quarter: 3 } as const satisfies Record<PeriodUnit, number>;

/** Years of which anything can be owed; each has others before and after it that four digits write. */
const YEARS = /^(19|2\d)\d{2}-/;

/** Reads "2026-03" or "2026-Q1"; null for anything else, and for years before 1900 or after 2999. */
export function parsePeriod(text: string): Period | null {
  if (!YEARS.test(text)) return null;
  const month = parseLocalDate(`${text}-01`);
  if (month) return periodFrom("month", month);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (!quarter) return null;
  const first = parseLocalDate(`${quarter[1]}-${String(Number(quarter[2]) * LENGTH.quarter - 2).padStart(2, "0")}-01`);
  return first === null ? null : periodFrom("quarter", first);
}

/** The periods of a unit that end between two days, both included, in order. */
export function periodsBetween(unit: PeriodUnit, from: LocalDate, to: LocalDate): readonly Period[] {
  const periods: Period[] = [];
  for (let period = periodAround(unit, from); period.last <= to; period = after(period)) periods.push(period);
  return periods;
}

/** The months from one to another, both included, as "YYYY-MM". */
export function monthsBetween(from: LocalDate, to: LocalDate): readonly string[] {
  return periodsBetween("month", from, lastOfMonth(to)).map(({ period }) => period);
}

function periodAround(unit: PeriodUnit, day: LocalDate): Period {
  const month = firstOfMonth(day);
  const behind = unit === "month" ? 0 : (Number(month.slice(5, 7)) - 1) % LENGTH.quarter;
  return periodFrom(unit, addMonths(month, -behind));
}

function after({ unit, first }: Period): Period {
  return periodFrom(unit, addMonths(first, LENGTH[unit]));
}

function periodFrom(unit: PeriodUnit, first: LocalDate): Period {
  const last = lastOfMonth(addMonths(first, LENGTH[unit] - 1));
  const quarter = Math.ceil(Number(first.slice(5, 7)) / LENGTH.quarter);
  return { period: unit === "month" ? first.slice(0, 7) : `${first.slice(0, 4)}-Q${quarter}`, unit, first, last };
}

function firstOfMonth(day: LocalDate): LocalDate {
  const first = parseLocalDate(`${day.slice(0, 7)}-01`);
  if (!first) throw new Error(`${day} is no day`);
  return first;
}
