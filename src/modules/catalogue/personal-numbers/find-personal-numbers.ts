import { isCitizenId, isCitizenShaped } from "../identifiers/citizen-id.ts";
import { checkUscc } from "../identifiers/uscc.ts";
import { digitRuns, FEWEST_DIGITS, hasEnoughDigits, isGap, type DigitRun } from "./digit-runs.ts";
import { contextOf, goesOn, isImpersonal, type NumberContext, type PersonalNumberKind } from "./number-context.ts";

export interface FoundNumber {
  readonly kind: PersonalNumberKind;
  /** Position of the first and behind the last character. */
  readonly start: number;
  readonly end: number;
}

/** Digits that may be one number: a run, or several with gaps between. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** How many digits stand together, e.g. [3, 4, 4]. */
  readonly groups: readonly number[];
}

/** No number of a person has more digits, nor more groups of them. */
const MOST_DIGITS = 30;
const MOST_GROUPS = 9;
/** How many signs may part two groups of one number. */
const WIDEST_GAP = 3;

const NOTHING: readonly FoundNumber[] = [];

/**
 * Every personal number of a text, in order, none overlapping another: identity, telephone and account numbers. Leaves
 * alone credit codes, registration numbers, numbers of documents and licences (第…号, 编号：…), amounts with a unit, dates.
 * An identity number with a right check digit is one whatever stands around it. Works on runs of digits, each looked at a
 * bounded number of times, so no text can make it slow. `strict` takes no excuse for what has the form of an identity
 * number.
 */
export function findPersonalNumbers(text: string, strict = false): readonly FoundNumber[] {
  if (!hasEnoughDigits(text)) return NOTHING;
  const runs = digitRuns(text);
  const found: FoundNumber[] = [];
  let at = 0;
  while (at < runs.length) {
    const hit = longestNumber(text, runs, at, found.at(-1), strict);
    if (hit) found.push(hit.number);
    at = hit ? hit.next : at + 1;
  }
  return found;
}

/** The number that begins with a run: the run alone, else the longest chain of runs that makes one. */
function longestNumber(
  text: string,
  runs: readonly DigitRun[],
  at: number,
  before: FoundNumber | undefined,
  strict: boolean,
): { readonly number: FoundNumber; readonly next: number } | null {
  const chains = chainsFrom(text, runs, at);
  const widest = chains.at(-1);
  if (!widest || widest.digits.length < FEWEST_DIGITS) return null;
  // One number after the other under the same word: 电话：6512345、6512346.
  const inherited = before && goesOn(text.slice(before.end, widest.start)) ? before.kind : null;
  const [alone, ...joined] = chains;
  const candidates = alone ? [alone, ...joined.toReversed()] : [];
  for (const candidate of candidates) {
    if (candidate.digits.length < FEWEST_DIGITS) continue;
    const context = contextOf(text, candidate.start, candidate.end);
    const kind = kindOf(candidate, context.label === null ? { ...context, label: inherited } : context, strict);
    if (!kind) continue;
    const start = kind === "telephone" ? startWithPrefix(text, candidate.start) : candidate.start;
    return {
      number: { kind, start: Math.max(start, before?.end ?? 0), end: candidate.end },
      next: at + candidate.groups.length,
    };
  }
  return null;
}

/** The run, the run with the next, and so on, while only gaps part them. */
function chainsFrom(text: string, runs: readonly DigitRun[], at: number): readonly Candidate[] {
  const first = runs[at];
  if (!first) return [];
  let last: Candidate = { ...first, groups: [first.digits.length] };
  const chains = [last];
  for (let next = at + 1; next < runs.length && chains.length < MOST_GROUPS; next += 1) {
    const run = runs[next];
    if (!run || last.digits.endsWith("X") || last.digits.length + run.digits.length > MOST_DIGITS) break;
    if (!areJoined(text, last, run)) break;
    last = {
      start: first.start,
      end: run.end,
      digits: last.digits + run.digits,
      groups: [...last.groups, run.digits.length],
    };
    chains.push(last);
  }
  return chains;
}

function areJoined(text: string, last: Candidate, run: DigitRun): boolean {
  const width = run.start - last.end;
  if (width > WIDEST_GAP) return false;
  // (0714) 6512345: the area code stands in brackets.
  let from = last.end;
  if (last.groups.length === 1 && last.digits.startsWith("0") && /[)）]/.test(text.charAt(from))) from += 1;
  for (let at = from; at < run.start; at += 1) if (!isGap(text, at)) return false;
  return true;
}

function kindOf(candidate: Candidate, context: NumberContext, strict: boolean): PersonalNumberKind | null {
  if (isIdentity(candidate, context, strict)) return "identity-number";
  if (candidate.digits.endsWith("X")) return null;
  if (isDate(candidate)) return null;
  const { length } = candidate.digits;
  const isAccount = context.label === "account-number" && !context.amount && (length >= 8 || context.shortLabel);
  if (isAccount && length <= MOST_DIGITS) return "account-number";
  if (isTelephone(candidate, context)) return "telephone";
  return !isImpersonal(context) && isCard(candidate) ? "account-number" : null;
}

/** 2026-05-08 under the word for a telephone is still a day. */
function isDate({ groups: [year, month = 0, day = 0, ...more] }: Candidate): boolean {
  return year === 4 && month <= 2 && month > 0 && day <= 2 && day > 0 && more.length === 0;
}

/** Right numbers always; plausible ones with a slip too, unless they are another number or stand as a document's. */
function isIdentity({ digits, groups }: Candidate, { label, document }: NumberContext, strict: boolean): boolean {
  const { length } = digits;
  if (length === 18 && isCitizenId(digits)) return true;
  // Twenty digits are an identity number with two more, as tax numbers of persons are.
  if (length === 20 && isCitizenId(digits.slice(0, 18))) return true;
  if (length !== 18 && length !== 15) return false;
  const isOther = length === 18 && checkUscc(digits).valid;
  if (label === "identity-number") return isCitizenShaped(digits) || !isOther;
  if (!isCitizenShaped(digits) || isOther) return false;
  if (!strict && (document || label === "account-number")) return false;
  // In groups only as it is printed: 110105 19491231 0021. A registration number of 15 digits rarely holds a day of birth,
  // so here the person's side is the safe one.
  return groups.length === 1 || (length === 18 && groups.every((size) => size >= 4));
}

const MOBILE = /^(?:0|86|0086)?1[3-9]\d{9}$/;

function isTelephone({ digits, groups }: Candidate, context: NumberContext): boolean {
  if (context.label === "telephone" && !context.amount) return digits.length <= 12 || MOBILE.test(digits);
  if (isImpersonal(context)) return false;
  const [first = 0, ...rest] = groups;
  if (rest.length === 0) return MOBILE.test(digits);
  if (rest.length > 3) return false;
  const after = digits.slice(first);
  if (/^(?:86|0086)$/.test(digits.slice(0, first))) return /^1[3-9]\d{9}$/.test(after);
  // 138-0013-8000, 138-071-51234, 1380-7151234, but no date and no standard's number.
  if (/^1[3-9]\d{9}$/.test(digits)) return (first === 3 || first === 4) && rest.every((size) => size >= 3);
  return /^0[1-9]\d{1,2}$/.test(digits.slice(0, first)) && (after.length === 7 || after.length === 8);
}

/** Prefix of a bank card and the Luhn sum (ISO/IEC 7812), in one run or in fours. */
function isCard({ digits, groups }: Candidate): boolean {
  if (digits.length < 16 || digits.length > 19 || !/^(?:62|4|5[1-5]|3[57]|9\d)/.test(digits)) return false;
  if (!groups.every((size, at) => groups.length === 1 || size === 4 || (at === groups.length - 1 && size < 4)))
    return false;
  if (digits.length === 18 && checkUscc(digits).valid) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = (digits.charCodeAt(digits.length - 1 - at) - 48) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Takes +86 and an opening bracket into the number that follows. */
function startWithPrefix(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 6), start);
  const prefix = /(?:[+＋](?:86[\s-]?)?|[(（])$/.exec(before)?.[0] ?? "";
  return start - prefix.length;
}
