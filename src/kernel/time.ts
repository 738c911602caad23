/** A calendar day in the city's zone, "YYYY-MM-DD". Compares as text. */
export type LocalDate = string & { readonly __time: "date" };
/** A moment in UTC, RFC 3339 with milliseconds and "Z". Compares as text. */
export type Instant = string & { readonly __time: "instant" };

/** "Valid for ever" as departments write it in the 2018 standard. */
export const LONG_TERM = "2099-12-31" as LocalDate;

const DAY_MS = 86_400_000;
const ZONE_OFFSET_MS = 8 * 3_600_000;
const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Tells what time it is. Everything that decides by time takes one, so that tests and rehearsals choose the day. */
export interface Clock {
  now(): Instant;
  /** The current day in the city's zone. */
  today(): LocalDate;
}

export const systemClock: Clock = {
  now: () => instantFromMillis(Date.now()),
  today: () => dateOf(instantFromMillis(Date.now())),
};

/** A clock that stands still at one moment. */
export function fixedClock(now: Instant): Clock {
  return { now: () => now, today: () => dateOf(now) };
}

/** Builds a day from its parts; null when the Gregorian calendar has no such day or the year is outside 1000–9999. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return written(year, month, day);
}

/** Reads exactly "YYYY-MM-DD"; null for anything else or for a day that does not exist. */
export function parseLocalDate(text: string): LocalDate | null {
  if (text.length !== 10 || !DATE_FORM.test(text)) return null;
  return localDate(digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10));
}

/** Days since 1970-01-01, by whole numbers only: one is counted for each row of a file. */
export function dayNumber(date: LocalDate): number {
  const month = digitsOf(date, 5, 7);
  // Years that begin in March, so that the leap day is a year's last (Hinnant, "chrono-compatible date algorithms").
  const year = digitsOf(date, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digitsOf(date, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

/** The day that lies `number` days after 1970-01-01. */
export function fromDayNumber(number: number): LocalDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function written(year: number, month: number, day: number): LocalDate {
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as LocalDate;
}

/** The number that the digits of a text between two places make. */
function digitsOf(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * Adds calendar months: the same day number of the later month, or that month's last day where it is shorter
 * (the usual reading of Civil Code art. 202: a period in months ends on the corresponding day).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), lastDay);
  return fromDayNumber(Math.round(Date.UTC(year, month - 1, day) / DAY_MS));
}

/** The last day of the month in which a day lies. */
export function lastOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}${new Date(Date.UTC(yearOf(date), monthOf(date), 0)).getUTCDate()}` as LocalDate;
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function instantFromMillis(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}

/** Reads an RFC 3339 moment with a zone ("Z" or ±hh:mm), or a plain day, which means its first moment in the city. */
export function parseInstant(text: string): Instant | null {
  const day = parseLocalDate(text);
  if (day) return startOfDay(day);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const millis = Date.parse(text);
  const instant = Number.isNaN(millis) ? null : instantFromMillis(millis);
  // Years that four digits cannot write, or that the calendar has not, are no moments of ours.
  return instant !== null && /^(?!0000)\d{4}-/.test(instant) ? instant : null;
}

/** The first moment of a day in the city. */
export function startOfDay(date: LocalDate): Instant {
  return instantFromMillis(dayNumber(date) * DAY_MS - ZONE_OFFSET_MS);
}

/** Milliseconds since 1970 UTC, for comparing with what the file system says. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantFromMillis(millisOf(instant) + Math.round(seconds * 1000));
}

/** The day in the city on which a moment falls. */
export function dateOf(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + ZONE_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;
}

/** "2026-11-24 16:32" in the city's zone, for people. */
export function formatInstant(instant: Instant): string {
  return new Date(Date.parse(instant) + ZONE_OFFSET_MS).toISOString().slice(0, 16).replace("T", " ");
}
