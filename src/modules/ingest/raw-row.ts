/**
 * A cell as a file holds it, before anybody reads meaning into it.
 * - `text`: characters as written. `number`: a numeric cell; `text` is its shortest exact decimal form (never 9.1E+17).
 * - `date`: a numeric cell with a date format; `text` is "YYYY-MM-DD" or "YYYY-MM-DD HH:MM:SS".
 * - `boolean`, `error`: Excel's TRUE/FALSE and #N/A family. `empty`: nothing.
 * CSV and NDJSON give only text, number (NDJSON), boolean and empty.
 */
export interface RawCell {
  readonly text: string;
  readonly kind: "text" | "number" | "date" | "boolean" | "error" | "empty";
}

/** One line of a table. `row` counts as the spreadsheet shows it, from 1; for CSV the record, for NDJSON the line. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
  /** The line is no JSON object, so it has no cells that could be judged one by one; the first one shows its text. */
  readonly notJson?: true;
}
