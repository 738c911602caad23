/** What a document number says, read without knowing who wrote it. Pure. */

/** A document number taken apart: 黄环罚〔2017〕第004-1号 is number 4 of 2017 in the series 黄环罚〔{year}〕{n}. */
export interface ParsedNumber {
  /** Fixed words of the series with places for year and number; brackets of one kind, without 第 and 号. */
  readonly series: string;
  /** Null where the number bears none: such a series does not begin anew each year. */
  readonly year: number | null;
  readonly number: number;
  /** Digits to which the number was filled with zeros; 0 where it was not. */
  readonly width: number;
  /** The surface of the number with places, by which a missing one can be written as its neighbours are. */
  readonly form: string;
  /** A part of a decision, as in 4号之一 or 4-2号; the running number is that of the whole. */
  readonly branch: string | null;
}

const OPENING = /[([{【〔﹝<《「［（]/gu;
const CLOSING = /[)\]}】〕﹞>》」］）]/gu;
const DASH = /[‐‑‒–—―－~]/gu;
const BRACKETED_YEAR = /〔((?:19|20)\d{2})年?度?〕/u;
const YEAR_IN_WORDS = /(?<!\d)((?:19|20)\d{2})年度?/u;
const BRANCH = /^(号?)[-之〔](\d+|[一二三四五六七八九十]+)〕?(号?)$/u;
/** A number longer than this bears fixed digits, of a place or a class; its last six count. */
const LONGEST_RUNNING = 9;
const COUNTING_DIGITS = 6;
/** Year and number in one: at least so many digits, at most so many. */
const FUSED = [7, 10] as const;
const YEAR_DIGITS = 4;

/** One form for all ways of writing: width, kinds of brackets and dashes, spaces, capital letters do not matter. */
export function foldNumber(documentNumber: string): string {
  return documentNumber
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/\s/gu, "")
    .replaceAll(OPENING, "〔")
    .replaceAll(CLOSING, "〕")
    .replaceAll(DASH, "-")
    .replaceAll("號", "号");
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface FoundYear extends Span {
  readonly year: number;
  /** Written in brackets, with 年, alone, or right before the number. */
  readonly as: "〔{year}〕" | "{year}年" | "{year}";
}

/**
 * Takes a document number apart; null where it has no running number. A bare year is taken for one only within a year of
 * the decision's own, so that 1998 in 黄1998号 may well be a number.
 */
export function parseNumber(documentNumber: string, decisionYear: number): ParsedNumber | null {
  const text = foldNumber(documentNumber);
  const year = findYear(text, decisionYear);
  const digits = runningDigits(text, year);
  if (!digits) return null;
  const isLong = digits.to - digits.from > LONGEST_RUNNING;
  const fixed = isLong ? digits.to - COUNTING_DIGITS : digits.from;
  const written = text.slice(fixed, digits.to);
  const behind = withYear(text.slice(digits.to), year, digits.to);
  const { branch, tail } = tailOf(behind);
  const form = `${withYear(text.slice(0, fixed), year, 0)}{n}${tail}`;
  return {
    series: form.replace(/第\{n\}/u, "{n}").replace(/\{n\}号$/u, "{n}"),
    year: year?.year ?? null,
    number: Number(written),
    width: written.startsWith("0") || isLong || (year?.as === "{year}" && year.to === digits.from) ? written.length : 0,
    form,
    branch,
  };
}

/** Writes a number of a series as its neighbours are written. */
export function writeNumber(form: string, width: number, year: number | null, number: number): string {
  return form.replace("{year}", String(year ?? "")).replace("{n}", String(number).padStart(width, "0"));
}

function findYear(text: string, decisionYear: number): FoundYear | null {
  const bracketed = BRACKETED_YEAR.exec(text);
  if (bracketed) return yearAt(bracketed, "〔{year}〕");
  const worded = YEAR_IN_WORDS.exec(text);
  if (worded) return yearAt(worded, "{year}年");
  const near = (digits: string): boolean => Math.abs(Number(digits) - decisionYear) <= 1;
  for (const run of text.matchAll(/\d+/gu)) {
    const [digits] = run;
    const isAlone = digits.length === YEAR_DIGITS && near(digits);
    const isFused = digits.length >= FUSED[0] && digits.length <= FUSED[1] && near(digits.slice(0, YEAR_DIGITS));
    // A lone year that ends the text is the number itself.
    const endsIt = isAlone && !/\d/u.test(text.slice(0, run.index) + text.slice(run.index + YEAR_DIGITS));
    if ((isAlone && !endsIt) || isFused)
      return { year: Number(digits.slice(0, YEAR_DIGITS)), from: run.index, to: run.index + YEAR_DIGITS, as: "{year}" };
  }
  return null;
}

function yearAt(match: RegExpExecArray, as: FoundYear["as"]): FoundYear {
  return { year: Number(match[1]), from: match.index, to: match.index + match[0].length, as };
}

/** The digits that count: the first behind the year, or else the last before it; without a year the last, parts aside. */
function runningDigits(text: string, year: FoundYear | null): Span | null {
  const runs = [...text.matchAll(/\d+/gu)].map(({ index, 0: digits }) => ({ from: index, to: index + digits.length }));
  if (year) {
    const behind = /\d+/u.exec(text.slice(year.to));
    if (behind) return { from: year.to + behind.index, to: year.to + behind.index + behind[0].length };
    return runs.findLast((run) => run.to <= year.from) ?? null;
  }
  const last = runs.at(-1);
  const before = runs.at(-2);
  if (last && before && /^号(?:[-之]|〔)$/u.test(text.slice(before.to, last.from))) return before;
  return last ?? null;
}

/** What follows the number: a part of the decision, or words that every number of the series has. */
function tailOf(tail: string): { readonly branch: string | null; readonly tail: string } {
  const [, before, branch, after] = BRANCH.exec(tail) ?? [];
  if (branch === undefined) return { branch: null, tail };
  return { branch, tail: before === "号" || after === "号" ? "号" : "" };
}

/** A piece of the number that begins at `from`, with the place for the year where it stands in it. */
function withYear(piece: string, year: FoundYear | null, from: number): string {
  if (!year || year.from < from || year.to > from + piece.length) return piece;
  return piece.slice(0, year.from - from) + year.as + piece.slice(year.to - from);
}
