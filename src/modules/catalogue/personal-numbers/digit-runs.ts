/**
 * Finds the digits of a text. Runs are maximal: whatever is no digit is their border, letters and Han included. Digits in
 * half and full width count as the same; numerals (〇一二…九) make runs of their own, so that 第十三条 is none of a number.
 */

/** Digits next to each other. */
export interface DigitRun {
  /** Position of the first digit and behind the last sign. */
  readonly start: number;
  readonly end: number;
  /** In half width; X where it closes seventeen digits. */
  readonly digits: string;
}

/** Below this many digits a text holds no number of a person. */
export const FEWEST_DIGITS = 7;

const NUMERAL = 16;
const CHECK_X = 32;
const GAP = 64;

/** What each UTF-16 unit is: 1 to 10 a digit (its value and one), NUMERAL added for 〇一二…, CHECK_X, GAP, or 0. */
const KINDS = new Uint8Array(65_536);
const NUMERALS = "〇一二三四五六七八九";
for (let value = 0; value < 10; value += 1) {
  KINDS[0x30 + value] = value + 1;
  KINDS[0xff10 + value] = value + 1;
  KINDS[NUMERALS.charCodeAt(value)] = NUMERAL + value + 1;
}
for (const sign of "零○") KINDS[sign.charCodeAt(0)] = NUMERAL + 1;
for (const sign of "XxＸｘ") KINDS[sign.charCodeAt(0)] = CHECK_X;
// Spaces, hyphens and points that people put into one number; "/" is a border between two.
for (const sign of " \t\n\u00A0\u2002\u2003\u2009\u202F\u3000-‐‑‒–—－·•‧・") KINDS[sign.charCodeAt(0)] = GAP;

const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)] ?? 0;

/** Whether a sign may stand within one number. */
export function isGap(text: string, at: number): boolean {
  return kindAt(text, at) === GAP;
}

/** Whether the text has enough digits to hold a number of a person. Most texts end here, so this must cost little. */
export function hasEnoughDigits(text: string): boolean {
  if (text.length < FEWEST_DIGITS) return false;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if (kind !== 0 && kind < CHECK_X) {
      count += 1;
      if (count >= FEWEST_DIGITS) return true;
    }
  }
  return false;
}

/** All runs of a text in order; numerals only where they are as many as a number of a person has. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === 0 || kind >= CHECK_X) {
      at += 1;
      continue;
    }
    const family = kind & NUMERAL;
    const start = at;
    let digits = "";
    for (let next = kind; next !== 0 && next < CHECK_X && (next & NUMERAL) === family; next = kindAt(text, at)) {
      digits += String.fromCharCode(0x2f + (next - family));
      at += 1;
    }
    if (family === NUMERAL && digits.length < FEWEST_DIGITS) continue;
    if (kindAt(text, at) === CHECK_X && !isLetterOrDigit(text, at + 1)) {
      digits += "X";
      at += 1;
    }
    runs.push({ start, end: at, digits });
  }
  return runs;
}

function isLetterOrDigit(text: string, at: number): boolean {
  return at < text.length && /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/.test(text.charAt(at));
}
