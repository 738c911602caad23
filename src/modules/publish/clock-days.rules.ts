import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { CountedSegment, Holder } from "./clock.rules.ts";

/** A segment by the days on which it began and ended. */
export type DaySegment = Omit<CountedSegment, "from" | "to"> & { readonly from: LocalDate; readonly to: LocalDate };

export type DayCount = Pick<CountedSegment, "days" | "workdays" | "lateDays">;

/** How long each had it. */
export type ClockTotals = Readonly<Record<Holder, DayCount>>;

/** By which moment and calendar a clock is read. */
export interface ClockReading {
  readonly now: Instant;
  /** Null where the calendar of the year is missing. */
  readonly isWorking: (day: LocalDate) => boolean | null;
}

/** What counts the days of a calendar; `Workdays` of the catalogue does. */
interface Calendar {
  dayOf(
    date: LocalDate,
  ): { readonly kind: "workday" | "make-up" | "weekend" | "holiday" } | { readonly missing: string };
}

/** Asks a calendar once for each day: a list of decisions asks for the same days again and again. */
export function workingDaysOf(calendar: Calendar): ClockReading["isWorking"] {
  const known = new Map<LocalDate, boolean | null>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const found = calendar.dayOf(day);
    const works = "missing" in found ? null : found.kind === "workday" || found.kind === "make-up";
    known.set(day, works);
    return works;
  };
}

/** Adds up the days of each holder. */
export function totalsOf(segments: readonly CountedSegment[]): ClockTotals {
  const of = (holder: Holder): DayCount =>
    segments
      .filter((one) => one.holder === holder)
      .reduce<DayCount>(
        (sum, { days, workdays, lateDays }) => ({
          days: sum.days + days,
          workdays: sum.workdays === null || workdays === null ? null : sum.workdays + workdays,
          lateDays: sum.lateDays + lateDays,
        }),
        { days: 0, workdays: 0, lateDays: 0 },
      );
  return { department: of("department"), platform: of("platform"), nobody: of("nobody") };
}
