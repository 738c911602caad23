import type { BatchColumn, BatchRow } from "../../../../../client/index.ts";
import { mayKeep, type Edits } from "./edits.rules.ts";

/** What the browser keeps of a batch under repair while its tab is open. */
interface Kept {
  readonly edits: Edits;
  /** The batch that changed rows were handed in with last. */
  readonly sent: string | null;
}

const NOTHING: Kept = { edits: new Map(), sent: null };

/** By person, since another may sign in in the same tab. */
function keyOf(person: string, batchId: string): string {
  return `mingxin.repair.${person}.${batchId}`;
}

export function keptEdits(person: string, batchId: string): Kept {
  const text = sessionStorage.getItem(keyOf(person, batchId));
  if (text === null) return NOTHING;
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: nobody but keepEdits writes under this key
    const { rows, sent } = JSON.parse(text) as { rows: [number, [number, string][]][]; sent: string | null };
    return { edits: new Map(rows.map(([row, cells]) => [row, new Map(cells)])), sent };
  } catch {
    return NOTHING; // written by an earlier form of this page
  }
}

/** Keeps changes over a reload; none of a cell whose content is masked, or that looks like a number of a person. */
export function keepEdits(
  person: string,
  batchId: string,
  { edits, sent }: Kept,
  table: { readonly columns: readonly BatchColumn[]; readonly rows: readonly BatchRow[] },
): void {
  const secret = new Set(table.columns.filter(({ input }) => input === "secret").map(({ column }) => column));
  const masked = new Map(table.rows.map((row) => [row.row, row.masked]));
  const before = keptEdits(person, batchId).edits;
  const rows = [...edits].flatMap(([row, cells]) => {
    const hidden = masked.get(row);
    const kept = [...cells].filter(([column, value]) => {
      // Of a row that is not shown it is not known what it hides: only what was kept before stays.
      if (hidden === undefined) return before.get(row)?.get(column) === value;
      return !secret.has(column) && !hidden.includes(column) && mayKeep(value);
    });
    return kept.length === 0 ? [] : [[row, kept]];
  });
  const key = keyOf(person, batchId);
  if (rows.length === 0 && sent === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify({ rows, sent }));
}
