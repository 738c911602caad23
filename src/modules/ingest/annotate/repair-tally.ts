import type { BatchId } from "../../../kernel/ids.ts";
import type { Tx } from "../../../platform/db/types.ts";
import type { CauseSeverity } from "../cause-tally.ts";
import { countProblemRows, findItemOfBatch, recordRepair } from "./annotations.store.ts";
import { insertRepairs, type RepairedRow } from "../repair/row-states.store.ts";
import type { RowKey } from "./row-key.ts";

/** A row of the file at hand that an earlier batch gave its key. */
export interface KeyedRow {
  readonly row: number;
  readonly key: RowKey;
}

/** Counts which earlier problems a file solves: rows known by their key that have no error and need not wait now. */
export class RepairTally {
  readonly #rows: RepairedRow[] = [];
  readonly #solved = new Map<BatchId, { readonly seen: Set<number>; readonly solved: Set<number> }>();

  take(
    rows: readonly KeyedRow[],
    findings: readonly { readonly row: number; readonly severity: CauseSeverity }[],
  ): void {
    if (rows.length === 0) return;
    const rowsWith = (severity: CauseSeverity): ReadonlySet<number> =>
      new Set(findings.filter((finding) => finding.severity === severity).map(({ row }) => row));
    const [refused, waiting] = [rowsWith("error"), rowsWith("review")];
    for (const { row, key } of rows) {
      const batch = this.#solved.get(key.batchId) ?? { seen: new Set(), solved: new Set() };
      this.#solved.set(key.batchId, batch);
      batch.seen.add(key.row);
      const outcome = refused.has(row) ? "refused" : waiting.has(row) ? "waiting" : "taken";
      if (outcome === "taken") batch.solved.add(key.row);
      this.#rows.push({ ...key, byRow: row, outcome });
    }
  }

  /** Writes down what became of each row, and which batch was repaired: the one that most rows came from, if of the same item. */
  async record(tx: Tx, batchId: BatchId, item: string): Promise<void> {
    const [most] = [...this.#solved].toSorted(([, a], [, b]) => b.seen.size - a.seen.size);
    if (!most) return;
    await insertRepairs(tx, { batchId, item }, this.#rows);
    const [repaired, { seen, solved }] = most;
    if (repaired === batchId || (await findItemOfBatch(tx, repaired)) !== item) return;
    const problems = await countProblemRows(tx, repaired);
    await recordRepair(tx, batchId, { repairs: repaired, problems, recognised: seen.size, solved: solved.size });
  }
}
