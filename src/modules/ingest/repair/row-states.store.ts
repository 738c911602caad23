import { sql } from "kysely";
import type { BatchId, ExplanationId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { takeTurn } from "../../../platform/db/locks.ts";
import type { Tx } from "../../../platform/db/types.ts";

/** A row of an earlier batch that a batch carries again, and what became of it. */
export interface RepairedRow {
  readonly batchId: BatchId;
  readonly row: number;
  readonly byRow: number;
  readonly outcome: RepairOutcome;
}
export type RepairOutcome = "taken" | "waiting" | "refused";

/** Where a rejected row stands, as its last facts tell. */
export interface RowFacts {
  readonly row: number;
  readonly rejected: boolean;
  readonly byBatch: BatchId | null;
  readonly byRow: number | null;
  readonly outcome: RepairOutcome | null;
  /** The batch that carries it, corrected, and is worked on. */
  readonly underWayIn: BatchId | null;
  /** Acts on it so far. */
  readonly acts: number;
  readonly answer: string | null;
  readonly words: string | null;
  readonly explainedAt: Instant | null;
  readonly explainedBy: string | null;
}

/** Repairs and explanations of one batch's rows take turns. Held until the transaction ends. */
export async function lockRows(tx: Tx, batchId: BatchId): Promise<void> {
  await takeTurn(tx, "rows", batchId);
}

/**
 * Writes down what became of rows that a batch carries again. A row that was carried on already is followed to where it
 * stands open now; one that was taken meanwhile, was never rejected, or is of another item is passed over.
 */
export async function insertRepairs(
  tx: Tx,
  by: { readonly batchId: BatchId; readonly item: string },
  rows: readonly RepairedRow[],
): Promise<void> {
  await sql`WITH RECURSIVE chain AS (
      SELECT k.batch_id, k.row_number, k.by_row, k.outcome
      FROM unnest(${rows.map((row) => row.batchId)}::uuid[], ${rows.map((row) => row.row)}::integer[],
        ${rows.map((row) => row.byRow)}::integer[], ${rows.map((row) => row.outcome)}::text[])
        AS k (batch_id, row_number, by_row, outcome)
      UNION
      SELECT p.by_batch, p.by_row, c.by_row, c.outcome
      FROM chain c JOIN row_repairs p ON p.batch_id = c.batch_id AND p.row_number = c.row_number)
    INSERT INTO row_repairs (batch_id, row_number, by_batch, by_row, outcome)
    SELECT c.batch_id, c.row_number, ${by.batchId}::uuid, c.by_row, c.outcome
    FROM chain c JOIN batches b ON b.batch_id = c.batch_id
    WHERE b.item = ${by.item} AND c.batch_id <> ${by.batchId}::uuid AND is_rejected_row(c.batch_id, c.row_number)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Which rows a page shows. */
export interface RowFilter {
  readonly outcome: "rejected" | "warning";
  /** Only those that nobody has dealt with. */
  readonly open: boolean;
  /** Only those with a finding of this cause. */
  readonly cause: number | null;
  readonly after: number;
}

/** Numbers of a batch's rows with findings, ascending, at most `limit`. */
export async function listRowNumbers(tx: Tx, batchId: BatchId, filter: RowFilter, limit: number): Promise<number[]> {
  const isRejected = filter.outcome === "rejected";
  const found = await sql<{ row_number: number }>`SELECT DISTINCT f.row_number
    FROM batch_findings f JOIN batch_causes c ON c.batch_id = f.batch_id AND c.cause = f.cause
    WHERE f.batch_id = ${batchId} AND f.row_number > ${filter.after}
      AND c.severity = ${isRejected ? "error" : "warning"}
      AND (${isRejected}::boolean OR NOT is_rejected_row(f.batch_id, f.row_number))
      AND (${filter.cause}::integer IS NULL OR f.cause = ${filter.cause})
      AND (NOT ${filter.open}::boolean OR NOT (is_explained_row(f.batch_id, f.row_number) OR is_row_under_way(f.batch_id, f.row_number)
        OR EXISTS (SELECT FROM row_repairs p WHERE p.batch_id = f.batch_id AND p.row_number = f.row_number)))
    ORDER BY f.row_number LIMIT ${limit}`.execute(tx);
  return found.rows.map((row) => row.row_number);
}

/** The facts on some rows of a batch, in the order asked for. */
export async function listRowFacts(tx: Tx, batchId: BatchId, rows: readonly number[]): Promise<RowFacts[]> {
  const found =
    await sql<RowFacts>`SELECT n.row_number AS row, is_rejected_row(${batchId}::uuid, n.row_number) AS rejected,
      p.by_batch AS "byBatch", p.by_row AS "byRow", p.outcome, u.batch_id AS "underWayIn", coalesce(e.sequence, 0) AS acts,
      e.answer, e.words, e.at AS "explainedAt", e.actor AS "explainedBy"
    FROM unnest(${[...rows]}::integer[]) WITH ORDINALITY AS n (row_number, place)
    LEFT JOIN row_repairs p ON p.batch_id = ${batchId} AND p.row_number = n.row_number
    LEFT JOIN LATERAL (SELECT b.batch_id FROM batches b WHERE b.repairs = ${batchId} AND b.corrected_rows @> n.row_number
      AND b.state IN ('received', 'reading', 'checking', 'merging') LIMIT 1) u ON true
    LEFT JOIN LATERAL (SELECT x.* FROM row_explanations x WHERE x.batch_id = ${batchId} AND x.row_number = n.row_number
      ORDER BY x.sequence DESC LIMIT 1) e ON true
    ORDER BY n.place`.execute(tx);
  return found.rows;
}

/** One act on some rows: an explanation, or opening them again. */
export interface RowAct {
  readonly explanationId: ExplanationId;
  readonly batchId: BatchId;
  readonly answer: string | null;
  readonly words: string;
  readonly at: Instant;
  readonly actor: string;
}

export async function insertActs(tx: Tx, act: RowAct, rows: readonly Pick<RowFacts, "row" | "acts">[]): Promise<void> {
  await sql`INSERT INTO row_explanations (batch_id, row_number, sequence, explanation_id, act, answer, words, at, actor)
    SELECT ${act.batchId}::uuid, n.row_number, n.sequence, ${act.explanationId}::uuid,
      ${act.answer === null ? "reopen" : "explain"}, ${act.answer}, ${act.words}, ${act.at}::timestamptz, ${act.actor}
    FROM unnest(${rows.map(({ row }) => row)}::integer[], ${rows.map(({ acts }) => acts + 1)}::integer[])
      AS n (row_number, sequence)`.execute(tx);
}

/** What an act was about. */
export async function findAct(
  tx: Tx,
  explanationId: ExplanationId,
): Promise<{ readonly batchId: BatchId; readonly rows: number } | null> {
  const found = await sql<{ batchId: BatchId; rows: number }>`SELECT batch_id AS "batchId", count(*)::integer AS rows
    FROM row_explanations WHERE explanation_id = ${explanationId} GROUP BY batch_id`.execute(tx);
  return found.rows[0] ?? null;
}
