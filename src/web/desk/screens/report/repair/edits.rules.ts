import type { BatchRow, BatchRows } from "../../../../../client/index.ts";

/** Cells that were changed: row to column to new text. */
export type Edits = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** A cell and what is to stand in it; null for what the file has. */
export interface EditedCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | null;
}

/** The changes with the way back: each entry of the past restores what stood before one act. */
export interface EditState {
  readonly edits: Edits;
  readonly past: readonly (readonly EditedCell[])[];
}

export const NO_EDITS: EditState = { edits: new Map(), past: [] };

/** One act, undone as one, however many cells it is about. */
export function withChange(state: EditState, cells: readonly EditedCell[]): EditState {
  const news = cells.filter(({ row, column, value }) => valueAt(state.edits, row, column) !== value);
  if (news.length === 0) return state;
  const before = news.map(({ row, column }) => ({ row, column, value: valueAt(state.edits, row, column) }));
  return { edits: changed(state.edits, news), past: [...state.past, before] };
}

export function undone(state: EditState): EditState {
  const last = state.past.at(-1);
  return last ? { edits: changed(state.edits, last), past: state.past.slice(0, -1) } : state;
}

/** Rows that were handed in are no longer being changed; there is no way back behind them. */
export function withoutRows(state: EditState, rows: ReadonlySet<number>): EditState {
  return { edits: new Map([...state.edits].filter(([row]) => !rows.has(row))), past: [] };
}

export function valueAt(edits: Edits, row: number, column: number): string | null {
  return edits.get(row)?.get(column) ?? null;
}

function changed(edits: Edits, cells: readonly EditedCell[]): Edits {
  const next = new Map(edits);
  for (const { row, column, value } of cells) {
    const cellsOfRow = new Map(next.get(row));
    if (value === null) cellsOfRow.delete(column);
    else cellsOfRow.set(column, value);
    if (cellsOfRow.size === 0) next.delete(row);
    else next.set(row, cellsOfRow);
  }
  return next;
}

/** A suggestion that can be taken without choosing among several. */
export interface Offer extends EditedCell {
  readonly cause: number;
  readonly value: string;
}

/** What can be accepted at once: single suggestions for cells of open rows that nobody has changed yet. */
export function offersOf(rows: readonly BatchRow[], edits: Edits): readonly Offer[] {
  return rows.flatMap(({ row, state, findings }) =>
    state !== "open"
      ? []
      : findings.flatMap(({ cause, column, suggestion }): Offer[] => {
          const [value, another] = suggestion?.values ?? [];
          if (column === null || value === undefined || another !== undefined) return [];
          return valueAt(edits, row, column) === null ? [{ row, column, value, cause }] : [];
        }),
  );
}

export type Severity = BatchRows["causes"][number]["severity"];

/** Columns of a row with an error that were not changed; null stands for the row as a whole. */
export function unsolvedOf(
  { findings, row }: Pick<BatchRow, "findings" | "row">,
  edits: Edits,
  severityOf: (cause: number) => Severity | null,
): readonly (number | null)[] {
  const isTouched = edits.has(row);
  return findings.flatMap(({ cause, column }) => {
    if (severityOf(cause) !== "error") return [];
    const solved = column === null ? isTouched : valueAt(edits, row, column) !== null;
    return solved ? [] : [column];
  });
}

/** The changed rows that can be handed in, in the form that the API takes. */
export function rowsToSend(
  rows: readonly BatchRow[],
  edits: Edits,
): { readonly row: number; readonly cells: { readonly column: number; readonly value: string }[] }[] {
  return rows.flatMap(({ row, state }) => {
    const cells = edits.get(row);
    if (state !== "open" || !cells) return [];
    return [{ row, cells: [...cells].map(([column, value]) => ({ column, value })) }];
  });
}

/** What one request may carry: rows, and bytes with room for what stands around them. */
const MOST_ROWS = 10_000;
const MOST_BYTES = 1_000_000;

/** As many of the changed rows, from the first on, as one request may carry. */
export function firstPart<Row>(rows: readonly Row[]): readonly Row[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = rows.findIndex((row, at) => {
    bytes += encoder.encode(JSON.stringify(row)).length + 1;
    return at === MOST_ROWS || bytes > MOST_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
}

/** 18 characters with a day of birth, or 15 digits with one: what a number of a person looks like, whatever it is. */
const PERSONAL =
  /\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]|\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/i;

/** Whether a browser may keep a change over a reload: never where it is, or may be, a number of a person. */
export function mayKeep(value: string): boolean {
  return !PERSONAL.test(value.normalize("NFKC").replaceAll(/[\s-]/g, ""));
}
