import { USCC_ALPHABET } from "./check-digits.ts";
import { checkUscc } from "./uscc.ts";

/** How many suggestions a person can look through. */
const MOST = 5;

/** What is read or typed for what: letters that do not occur in codes first, then pairs that look alike. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  I: "1LT",
  O: "0QD",
  S: "5",
  Z: "2",
  V: "UYW",
  "0": "DQ",
  "1": "7LT",
  "2": "7",
  "3": "8",
  "5": "6",
  "6": "G5",
  "7": "1",
  "8": "B3",
  B: "8",
  C: "G",
  D: "0",
  E: "F",
  F: "E",
  G: "6C",
  L: "1",
  M: "N",
  N: "M",
  P: "R",
  Q: "0",
  R: "P",
  T: "1",
  U: "Y",
  Y: "U",
};

/**
 * Right codes that lie one slip away from a wrong one of 18 characters: one character read for another, two neighbours
 * swapped, or letters that never occur (O, I, S, Z, V) written for their look-alikes throughout. Both check digits and
 * the first two characters hold in every suggestion, and none needs a warning. Likeliest first; never more than five.
 * A suggestion is for a person to compare with the paper and is never taken by itself.
 */
export function usccRepairs(code: string): readonly string[] {
  if (code.length !== 18 || checkUscc(code).valid) return [];
  const found = new Set<string>();
  for (const candidate of candidates(code)) {
    const checked = checkUscc(candidate);
    if (candidate !== code && checked.valid && checked.warnings.length === 0) found.add(candidate);
    if (found.size === MOST) break;
  }
  return [...found];
}

function* candidates(code: string): Generator<string> {
  yield code.replaceAll(/[IOSZV]/g, (letter) => LOOK_ALIKES[letter]?.charAt(0) ?? letter);
  for (let at = 0; at < code.length; at += 1)
    for (const other of LOOK_ALIKES[code.charAt(at)] ?? "") yield withCharacter(code, at, other);
  for (let at = 0; at + 1 < code.length; at += 1)
    yield code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
  for (let at = 0; at < code.length; at += 1) for (const other of USCC_ALPHABET) yield withCharacter(code, at, other);
}

function withCharacter(code: string, at: number, character: string): string {
  return code.slice(0, at) + character + code.slice(at + 1);
}
