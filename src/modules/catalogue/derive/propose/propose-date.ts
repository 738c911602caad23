import type { LocalDate } from "../../../../kernel/time.ts";
import { readDate } from "../normalise/read-date.ts";
import { lettersToDigits } from "./letters-to-digits.ts";

/** Parts of a day in any separated writing; which of them is which is what has to be found out. */
const PARTS = /^\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,2}|\d{4})\D*$/;

/**
 * Days that a text which is none may have meant, likeliest first: letters typed for digits, other separators, a
 * two-digit year of this or the last century, day before month, the year last. What fits no calendar is left out, and so
 * is what lies after `today`, unless nothing else is left.
 */
export function proposeDates(text: string, today: LocalDate): readonly LocalDate[] {
  if ("date" in readDate(text, "text")) return [];
  const clean = lettersToDigits(text.normalize("NFKC").trim()).slice(0, 40);
  const found = new Set<LocalDate>();
  for (const candidate of candidates(clean, today)) {
    const reading = readDate(candidate, "text");
    if ("date" in reading && reading.form !== "long-term-date") found.add(reading.date);
  }
  const past = [...found].filter((date) => date <= today);
  return past.length > 0 ? past : [...found];
}

function* candidates(text: string, today: LocalDate): Generator<string> {
  yield text;
  const [, first = "", second = "", third = ""] = PARTS.exec(text) ?? [];
  if (first === "") return;
  if (first.length === 4) {
    // Behind the year nobody writes the day first, unless there is no such month.
    yield Number(second) > 12 ? `${first}-${third}-${second}` : `${first}-${second}-${third}`;
    return;
  }
  if (third.length === 4) {
    yield `${third}-${second}-${first}`;
    yield `${third}-${first}-${second}`;
    return;
  }
  if (first.length !== 2) return;
  const century = today.slice(0, 2);
  for (const year of [`${century}${first}`, `${Number(century) - 1}${first}`]) {
    if (`${year}-${second.padStart(2, "0")}-${third.padStart(2, "0")}` <= today) {
      yield `${year}-${second}-${third}`;
      return;
    }
  }
}
