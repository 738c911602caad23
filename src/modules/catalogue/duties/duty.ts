import type { LocalDate } from "../../../kernel/time.ts";
import type { Text } from "../../../kernel/text.ts";
import type { Citation } from "../catalogue-item.ts";

export type PeriodUnit = "month" | "quarter";

/** That bodies owe an item for every period (data/catalogue/duties.json). */
export interface Duty {
  readonly duty: string;
  readonly title: Text;
  readonly item: string;
  readonly period: PeriodUnit;
  /** As the duty names them; where one has ended, its successor owes. */
  readonly bodies: readonly string[];
  /** The first period is the one that begins on this day or after it, the last one ends on `effectiveTo` or before. */
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** The last day in time: this day of the month so many months after the period's last. */
  readonly due: { readonly monthsAfter: number; readonly day: number };
  /** Whether the item is a line of the body's monthly table of double publicity. */
  readonly monthlyTable: boolean;
  readonly citations: readonly Citation[];
}
