import type { Text } from "./text.ts";

/**
 * What a judgement says about one cell or row. Never thrown: a bad row never sinks a batch.
 * - `error`: the row is not taken.
 * - `warning`: the row is taken, somebody should look.
 * - `change`: the value was read otherwise than written (a date form, full-width digits, 万元); always told.
 */
export type Severity = "error" | "warning" | "change";

export interface Finding {
  /** Row number as a spreadsheet shows it, the first line of the file being 1; for NDJSON the line. */
  readonly row: number;
  /** Catalogue key of the field, or null when the whole row is meant. */
  readonly field: string | null;
  /** Header of the column as the file has it, or null. */
  readonly column: string | null;
  /** What stood there, shortened to 200 characters and masked where it identifies a person. */
  readonly value: string;
  /** Stable code, e.g. "date-not-a-date"; closed per place that judges. */
  readonly code: string;
  readonly severity: Severity;
  /** The rule in words, and what to do. */
  readonly message: Text;
  readonly remedy: Text;
}
