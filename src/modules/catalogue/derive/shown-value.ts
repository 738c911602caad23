const LONGEST = 200;
/** 18 digits with a birth date in the middle, or an older number of 15 digits; a mobile number. */
const PERSONAL =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?![0-9A-Za-z])|(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** Hides all but two characters at each end; of short values everything. */
export function maskNumber(text: string): string {
  return text.length < 8 ? "*".repeat(text.length) : text.slice(0, 2) + "*".repeat(text.length - 4) + text.slice(-2);
}

/** Leaves the first character of a person's name. */
export function maskName(text: string): string {
  const [first = "", ...rest] = text;
  return first + "*".repeat(rest.length);
}

/** A value as a finding shows it: at most 200 characters, personal numbers hidden wherever they stand. */
export function shownValue(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return short.length < 11 ? short : short.toWellFormed().replaceAll(PERSONAL, maskNumber);
}
