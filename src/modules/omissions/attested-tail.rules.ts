import { yearOf, type LocalDate } from "../../kernel/time.ts";
import { parseNumber } from "./number-grammar.rules.ts";
import type { LearningRules } from "./omission-law.ts";
import type { LearntSeries } from "./series.rules.ts";

/** A highest number that a body's signed count names for a month. */
export interface AttestedHighest {
  /** First day of the month. */
  readonly month: LocalDate;
  readonly documentNumber: string;
}

/** A number after the last on file that the body itself says it has given. */
export interface AttestedNumber {
  readonly series: string;
  readonly year: number;
  readonly number: number;
  /** First day of the month whose count names it. */
  readonly month: LocalDate;
}

/**
 * Numbers between the last on file and the highest that the body has signed for: what a sequence alone can never show is
 * that its last number is missing. A highest number of no known series, or further off than the rules allow, asks nothing.
 */
export function attestedTails(
  series: readonly LearntSeries[],
  highest: readonly AttestedHighest[],
  rules: Pick<LearningRules, "largestAttestedTail">,
): AttestedNumber[] {
  const found = new Map<string, AttestedNumber>();
  for (const { month, documentNumber } of highest.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    const parsed = parseNumber(documentNumber, yearOf(month));
    const known = parsed && series.find((one) => one.series === parsed.series);
    if (!parsed || !known) continue;
    const year = parsed.year ?? 0;
    const last = known.years.find((one) => one.year === year)?.blocks.at(-1)?.[1] ?? 0;
    if (parsed.number - last > rules.largestAttestedTail) continue;
    for (let number = last + 1; number <= parsed.number; number++) {
      const key = `${known.series} ${year} ${number}`;
      // The first month that names it is the one in which it was made.
      if (!found.has(key)) found.set(key, { series: known.series, year, number, month });
    }
  }
  return [...found.values()];
}
