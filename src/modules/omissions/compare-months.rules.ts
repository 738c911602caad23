import { addMonths, type LocalDate } from "../../kernel/time.ts";
import { judgeDrop } from "./drop.rules.ts";
import type { DropRules } from "./omission-law.ts";
import type { Attestation, MonthRow } from "./omission.ts";

/** A month of a body and item: on file, as the body signed for it, and beside the body's own past. */
export interface ComparedMonth {
  readonly body: string;
  readonly item: string;
  /** "YYYY-MM". */
  readonly month: string;
  readonly onFile: number;
  /** The signed count; null where none was signed. */
  readonly stated: number | null;
  /** Stated less on file: above zero, decisions are missing here. */
  readonly difference: number | null;
  /** Median of the months before; null where the past says too little. */
  readonly usual: number | null;
  /** Unusually few: a hint to a person, and nothing follows from it by itself. */
  readonly drop: boolean;
}

/**
 * Compares what is on file with signed counts and with each body's own past, month by month up to `last`, newest first. A
 * month is judged for a drop only up to `settled`, the last one whose decisions are all due.
 */
export function compareMonths(
  onFile: readonly MonthRow[],
  attestations: readonly Attestation[],
  span: { readonly first: LocalDate; readonly last: LocalDate; readonly settled: LocalDate | null },
  rules: DropRules,
): ComparedMonth[] {
  const keyOf = ({ body, item }: { readonly body: string; readonly item: string }): string => `${body} ${item}`;
  const signed = new Map(attestations.map((one) => [`${keyOf(one)} ${one.month}`, one]));
  const known = Map.groupBy(onFile, keyOf);
  for (const one of attestations) if (!known.has(keyOf(one))) known.set(keyOf(one), [{ ...one, decisions: 0 }]);
  return [...known.values()].flatMap((rows) => {
    const [any] = rows;
    if (!any) return [];
    const counts = new Map(rows.map((row) => [row.month, row.decisions]));
    const begins = rows.reduce((first, row) => (row.month < first ? row.month : first), any.month);
    const past: number[] = [];
    const months: ComparedMonth[] = [];
    for (let month = begins > span.first ? begins : span.first; month <= span.last; month = addMonths(month, 1)) {
      const decisions = counts.get(month) ?? 0;
      const stated = signed.get(`${keyOf(any)} ${month}`)?.decisions ?? null;
      const isSettled = span.settled !== null && month <= span.settled;
      // The first month on file may be a part of one only.
      const judged = isSettled ? judgeDrop(past.slice(begins >= span.first ? 1 : 0), decisions, rules) : null;
      months.push({
        body: any.body,
        item: any.item,
        month: month.slice(0, 7),
        onFile: decisions,
        stated,
        difference: stated === null ? null : stated - decisions,
        usual: judged?.usual ?? null,
        drop: judged?.unusual ?? false,
      });
      past.push(decisions);
    }
    return months.toReversed();
  });
}
