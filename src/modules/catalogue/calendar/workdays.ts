import type { Text } from "../../../kernel/text.ts";
import { addDays, yearOf, type LocalDate } from "../../../kernel/time.ts";
import { isWeekend, type CalendarYear, type HolidayNotice } from "./calendar-year.ts";

/** A calendar is needed that is not there; names the file to add. */
export interface MissingCalendar {
  readonly missing: string;
}

/** A day and why it is one for work or not. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: "workday" | "make-up" | "weekend" | "holiday";
  /** The holiday of a day off or of a make-up day, or that a weekend stands in or beside. */
  readonly holiday: Text | null;
  /** Of such a weekend: whether days off of that holiday lie on both sides of it, or on one. */
  readonly within?: boolean;
}

/** How a term in working days was counted, for people to follow. */
export interface DeadlineArithmetic {
  /** The day of the decision; it is not counted. */
  readonly from: LocalDate;
  readonly days: number;
  readonly due: LocalDate;
  /** Working days from the first to the last, make-up days among them. */
  readonly counted: readonly CalendarDay[];
  /** Days in between that are off. */
  readonly skipped: readonly CalendarDay[];
  /** The notices of the years that were counted in. */
  readonly notices: readonly HolidayNotice[];
}

/**
 * Counts working days by the State Council's notices. The day from which a term runs is not counted (Civil Code art. 201,
 * from memory), statutory holidays and rest days are not, make-up days are (Penalty Law art. 85, Licensing Law art. 82).
 * Promises: a year without a calendar is an answer that names the file, never a guess, and only where the term really
 * reaches into it.
 */
export class Workdays {
  readonly #years: ReadonlyMap<number, CalendarYear>;
  readonly #due = new Map<string, LocalDate>();

  constructor(years: readonly CalendarYear[]) {
    this.#years = new Map(years.map((year) => [year.year, year]));
  }

  /** The years that are known, ascending. */
  get years(): readonly CalendarYear[] {
    return [...this.#years.values()].toSorted((a, b) => a.year - b.year);
  }

  /** What kind of day this is. */
  dayOf(date: LocalDate): CalendarDay | MissingCalendar {
    const year = this.#years.get(yearOf(date));
    if (!year) return { missing: `data/calendar/${yearOf(date)}.json` };
    if (isWeekend(date)) {
      const holiday = year.workingDays.get(date) ?? null;
      return holiday ? { date, kind: "make-up", holiday } : { date, kind: "weekend", ...this.#holidayBeside(date) };
    }
    const holiday = year.daysOff.get(date) ?? null;
    return { date, kind: holiday ? "holiday" : "workday", holiday };
  }

  /**
   * The holiday whose days off a free weekend adjoins. The notices list days from Monday to Friday only, so that a weekend
   * between two of them is surely within the holiday, and one at its edge only adjoins it.
   */
  #holidayBeside(date: LocalDate): Pick<CalendarDay, "holiday" | "within"> {
    const before = this.#dayOffBeyond(date, -1);
    const after = this.#dayOffBeyond(date, 1);
    const holiday = before ?? after;
    return holiday ? { holiday, within: before !== null && before.zh === after?.zh } : { holiday: null };
  }

  /** The day off that follows in one direction over nothing but free weekend days. */
  #dayOffBeyond(date: LocalDate, step: 1 | -1): Text | null {
    for (let at = addDays(date, step); ; at = addDays(at, step)) {
      const year = this.#years.get(yearOf(at));
      if (!year || year.workingDays.has(at)) return null;
      if (!isWeekend(at)) return year.daysOff.get(at) ?? null;
    }
  }

  /** The `days`-th working day after `from`. */
  addWorkdays(from: LocalDate, days: number): { readonly due: LocalDate } | MissingCalendar {
    const key = `${from} ${days}`;
    const known = this.#due.get(key);
    if (known !== undefined) return { due: known };
    const counted = this.explainDeadline(from, days);
    if ("missing" in counted) return counted;
    this.#due.set(key, counted.due);
    return { due: counted.due };
  }

  /** Counts day by day and keeps the way. @throws RangeError when `days` is not a whole number of at least 1 */
  explainDeadline(from: LocalDate, days: number): DeadlineArithmetic | MissingCalendar {
    if (!Number.isInteger(days) || days < 1) throw new RangeError(`a term of ${days} working days`);
    const counted: CalendarDay[] = [];
    const skipped: CalendarDay[] = [];
    let date = from;
    while (counted.length < days) {
      date = addDays(date, 1);
      const day = this.dayOf(date);
      if ("missing" in day) return day;
      (isWorking(day) ? counted : skipped).push(day);
    }
    const years = new Set([...counted, ...skipped].map((day) => yearOf(day.date)));
    const notices = [...years].flatMap((year) => this.#years.get(year)?.notices ?? []);
    return { from, days, due: date, counted, skipped, notices };
  }
}

export function isWorking(day: CalendarDay): boolean {
  return day.kind === "workday" || day.kind === "make-up";
}
