import {
  dateOf,
  fromDayNumber,
  localDate,
  LONG_TERM,
  parseInstant,
  parseLocalDate,
  type LocalDate,
} from "../../../../kernel/time.ts";
import type { DateField } from "../../catalogue-item.ts";
import type { CellInput } from "../../cell-input.ts";
import { INVALID, type CellReader } from "./reading.ts";

/** How a date was written, or why it is none. */
export type DateReading =
  | { readonly date: LocalDate; readonly form: "canonical" | "date-form" | "date-from-serial" | "long-term-date" }
  | { readonly fault: "date-not-a-date" | "date-two-digit-year" | "date-out-of-range" | "date-long-term-not-allowed" };

const NOT_A_DATE: DateReading = { fault: "date-not-a-date" };
const LONG_TERM_WORDS = new Set([
  "长期",
  "长期有效",
  "至长期",
  "永久",
  "永久有效",
  "永久性",
  "无固定期限",
  "无期限",
  "无限期",
  "9999-12-31",
]);
const TIME = /[T ]?\d{1,2}[:时]\d{1,2}([:分]\d{1,2}(\.\d+)?秒?)?$/;
const SEPARATED = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TWO_DIGIT_YEAR = /^\d{2}([-/.])\d{1,2}\1\d{1,2}$|^\d{2}年\d{1,2}月\d{1,2}[日号]?$/;
const SERIAL = /^\d{5,6}(\.\d+)?$/;
/** Day number (since 1970-01-01) of serial 0 in Excel's 1900 system; holds from serial 61 (1900-03-01) on. */
const SERIAL_ZERO = -25_569;
const EARLIEST = "1900-01-01";
const LATEST = "2199-12-31";

const DIGITS: Readonly<Record<string, string>> = {
  〇: "0",
  "○": "0",
  零: "0",
  一: "1",
  元: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};
const CHINESE_NUMERALS =
  /^([〇○零一二三四五六七八九]{4})年(元|[一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/;

/** Reads a day in any form that departments use. Never guesses a century, nor which of 4/3 is the month. */
export function readDate(written: string, kind: CellInput["kind"]): DateReading {
  const exact = parseLocalDate(written);
  if (exact && exact !== "9999-12-31") return inRange(exact, "canonical");
  const text = written.normalize("NFKC").trim();
  if (LONG_TERM_WORDS.has(text.replaceAll(/\s/g, ""))) return { date: LONG_TERM, form: "long-term-date" };
  // A moment with a zone may fall on another day in the city than its text says.
  const moment = /[zZ]$|[+-]\d{2}:\d{2}$/.test(text) ? parseInstant(text) : null;
  if (moment) return inRange(dateOf(moment), "date-form");
  const day = text.replace(TIME, "").trim();
  const parts = SEPARATED.exec(day);
  if (parts) return fromParts(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  const compact = day.replaceAll(/\s/g, "");
  const other = CHINESE.exec(compact) ?? COMPACT.exec(compact);
  if (other) return fromParts(Number(other[1]), Number(other[2]), Number(other[3]));
  if (TWO_DIGIT_YEAR.test(compact)) return { fault: "date-two-digit-year" };
  // Only a cell that is a number can be a serial: five digits that somebody typed are a slip (20240 is no day of 1955).
  if (kind === "number" && SERIAL.test(text)) return fromSerial(Number(text));
  return fromNumerals(compact);
}

function fromParts(year: number, month: number, day: number): DateReading {
  if (year === 9999 && month === 12 && day === 31) return { date: LONG_TERM, form: "long-term-date" };
  const date = localDate(year, month, day);
  return date ? inRange(date, "date-form") : NOT_A_DATE;
}

function fromSerial(serial: number): DateReading {
  return inRange(fromDayNumber(Math.floor(serial) + SERIAL_ZERO), "date-from-serial");
}

function inRange(date: LocalDate, form: "canonical" | "date-form" | "date-from-serial"): DateReading {
  return date < EARLIEST || date > LATEST ? { fault: "date-out-of-range" } : { date, form };
}

/** 二〇一七年四月三日; months and days may be written with 十. */
function fromNumerals(text: string): DateReading {
  const parts = CHINESE_NUMERALS.exec(text);
  if (!parts) return NOT_A_DATE;
  const year = [...(parts[1] ?? "")].map((digit) => DIGITS[digit] ?? "").join("");
  return fromParts(Number(year), smallNumeral(parts[2] ?? ""), smallNumeral(parts[3] ?? ""));
}

/** One to ninety-nine in Chinese; NaN where the numerals make no number. */
function smallNumeral(text: string): number {
  const digit = (char: string | undefined): number =>
    char === undefined || char === "" ? Number.NaN : Number(DIGITS[char]);
  if (!text.includes("十")) return text.length === 1 ? digit(text) : Number.NaN;
  const [tens = "", ones = "", more] = text.split("十");
  if (more !== undefined || tens.length > 1 || ones.length > 1) return Number.NaN;
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones));
}

/** Distinct dates are few in any file; beyond this many the memory is emptied. */
const REMEMBERED = 20_000;

/** A day; a time of day is dropped. */
export function dateReader(field: DateField): CellReader {
  const known = new Map<string, DateReading>();
  return (text, kind, note) => {
    const key = kind === "number" ? `#${text}` : text;
    let reading = known.get(key);
    if (!reading) {
      reading = readDate(text, kind);
      if (known.size >= REMEMBERED) known.clear();
      if (text.length <= 40) known.set(key, reading);
    }
    if ("fault" in reading) {
      note(reading.fault);
      return INVALID;
    }
    if (reading.form === "canonical") return reading.date;
    if (reading.form === "long-term-date" && !field.longTerm) {
      note("date-long-term-not-allowed");
      return INVALID;
    }
    note(reading.form);
    return reading.date;
  };
}
