import { cutText } from "../../../kernel/text.ts";

const LONGEST = 200;
/** 18 digits with a birth date in the middle, or an older number of 15 digits; a mobile number. */
const PERSONAL =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?![0-9A-Za-z])|(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** Hides all but two characters at each end; of short values everything. */
export function maskNumber(text: string): string {
  const signs = Array.from(text.toWellFormed());
  if (signs.length < 8) return "*".repeat(signs.length);
  return signs.slice(0, 2).join("") + "*".repeat(signs.length - 4) + signs.slice(-2).join("");
}

/** Leaves the first character of a person's name. */
export function maskName(text: string): string {
  const [first = "", ...rest] = text;
  return first + "*".repeat(rest.length);
}

/** A value as a finding shows it: at most 200 characters, personal numbers hidden wherever they stand. */
export function shownValue(text: string): string {
  const short = cutText(text, LONGEST);
  return short.length < 11 ? short : short.replaceAll(PERSONAL, maskNumber);
}
