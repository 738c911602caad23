import type { DropRules } from "./omission-law.ts";

/** How a month compares with the body's own past. */
export interface DropJudgement {
  readonly usual: number;
  /** Median absolute deviation of the past, scaled as that of a normal distribution. */
  readonly spread: number;
  readonly unusual: boolean;
}

/** Makes the median absolute deviation comparable with a standard deviation (Hampel 1974; Φ⁻¹(3/4) = 0.6745). */
const SCALE = 1.4826;

/**
 * Compares a month's number of decisions with the months before, by median and median absolute deviation: one odd month
 * moves neither. Null where the past is too short or too thin to say anything. A hint to a person, never a finding.
 */
export function judgeDrop(past: readonly number[], month: number, rules: DropRules): DropJudgement | null {
  const months = past.slice(-rules.mostMonths);
  if (months.length < rules.fewestMonths) return null;
  const usual = median(months);
  if (usual < rules.fewestUsual) return null;
  const spread = SCALE * median(months.map((one) => Math.abs(one - usual)));
  const unusual = month <= usual * rules.atMostShare && month < usual - rules.deviations * spread;
  return { usual, spread, unusual };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
