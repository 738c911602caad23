import type { BatchId } from "../../../kernel/ids.ts";
import type { Tx } from "../../../platform/db/types.ts";
import { ingestProblem } from "../ingest.problems.ts";
import { listRowFacts, lockRows, type RowFacts } from "./row-states.store.ts";

/**
 * Where a rejected row stands. `open`: nobody has dealt with it. `under-way`: handed in again, being worked on. `repaired`:
 * taken by a later batch. `refused-again`: it stands open in the later batch. `explained`: by a standard answer.
 */
export type RowState = "open" | "under-way" | "repaired" | "refused-again" | "explained";

export function stateOf(facts: RowFacts): RowState {
  if (facts.outcome !== null) return facts.outcome === "refused" ? "refused-again" : "repaired";
  if (facts.underWayIn !== null) return "under-way";
  return facts.answer === null ? "open" : "explained";
}

/** Rows that a refusal names; the rest is counted. */
const NAMED = 20;

/**
 * Takes the rows of a batch for a change of their state; nobody else changes them until the transaction ends.
 * @throws Problem ingest/row-not-rejected, ingest/row-not-open with the rows and where they stand
 */
export async function demandState(
  tx: Tx,
  batchId: BatchId,
  rows: readonly number[],
  wanted: RowState,
): Promise<readonly RowFacts[]> {
  await lockRows(tx, batchId);
  const facts = await listRowFacts(tx, batchId, rows);
  const unknown = facts.filter(({ rejected }) => !rejected).map(({ row }) => row);
  if (unknown.length > 0) throw ingestProblem("row-not-rejected", { extra: { rows: unknown.slice(0, NAMED) } });
  const others = facts.filter((row) => stateOf(row) !== wanted);
  if (others.length === 0) return facts;
  const told = others.slice(0, NAMED).map((row) => ({
    row: row.row,
    state: stateOf(row),
    batchId: row.byBatch ?? row.underWayIn,
  }));
  const list = told.map(({ row, state }) => `${row} (${state})`).join(", ");
  const detail = {
    zh: `行状态已变：${list}${others.length > NAMED ? ` 等 ${others.length} 行` : ""}`,
    en: `Rows that stand otherwise by now: ${list}${others.length > NAMED ? ` and others, ${others.length} in all` : ""}`,
  };
  throw ingestProblem("row-not-open", { detail, extra: { rows: told } });
}

/** The rows must still be open, or nobody may hand them in again. @throws Problem as {@link demandState} */
export async function demandOpen(tx: Tx, batchId: BatchId, rows: readonly number[]): Promise<void> {
  await demandState(tx, batchId, rows, "open");
}
