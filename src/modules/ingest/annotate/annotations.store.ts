import { sql } from "kysely";
import type { BatchId } from "../../../kernel/ids.ts";
import type { Tx } from "../../../platform/db/types.ts";
import type { RepairResult } from "../batch.ts";
import type { FindingPlace } from "./annotation.ts";
import type { BriefCause } from "./summary-rows.ts";

/** Runs of rows given with each cause. */
const RUNS = 200;

/** Causes of a batch but for mere changes, gravest and most frequent first, with the first of their rows only. */
export async function listProblems(tx: Tx, batchId: BatchId): Promise<BriefCause[]> {
  const found = await sql<
    Omit<BriefCause, "column" | "rows" | "samples"> & { column_title: string | null; rows: [number, number][] }
  >`
    SELECT c.cause, c.code, c.severity, c.field, c.column_title, c.message, c.remedy, c.total, r.runs, r.rows
    FROM batch_causes c CROSS JOIN LATERAL (
      SELECT count(*)::integer AS runs,
        jsonb_agg(jsonb_build_array(lower(run), upper(run) - 1) ORDER BY place) FILTER (WHERE place <= ${RUNS}) AS rows
      FROM unnest(c.row_ranges) WITH ORDINALITY AS u (run, place)) r
    WHERE c.batch_id = ${batchId} AND c.severity <> 'change'
    ORDER BY array_position(ARRAY['error', 'review', 'warning'], c.severity), c.total DESC, c.cause`.execute(tx);
  return found.rows.map(({ column_title, rows, ...cause }) => ({ ...cause, rows, column: column_title, samples: [] }));
}

/** Where findings lie, in row order after a position, without their values. */
export async function listPlaces(
  tx: Tx,
  batchId: BatchId,
  after: { readonly row: number; readonly ordinal: number },
  limit: number,
): Promise<{ readonly places: FindingPlace[]; readonly last: { readonly row: number; readonly ordinal: number } }> {
  const found = await sql<{ row_number: number; ordinal: number; cause: number }>`
    SELECT row_number, ordinal, cause FROM batch_findings
    WHERE batch_id = ${batchId} AND (row_number, ordinal) > (${after.row}, ${after.ordinal})
    ORDER BY row_number, ordinal LIMIT ${limit}`.execute(tx);
  const last = found.rows.at(-1);
  return {
    places: found.rows.map((row): FindingPlace => [row.row_number, row.cause]),
    last: last ? { row: last.row_number, ordinal: last.ordinal } : after,
  };
}

/** How many rows of a batch failed or wait. */
export async function countProblemRows(tx: Tx, batchId: BatchId): Promise<number> {
  const found = await sql<{ rows: number }>`
    SELECT coalesce(sum(upper(run) - lower(run)), 0)::integer AS rows
    FROM (SELECT unnest(range_agg(row_ranges)) AS run FROM batch_causes
      WHERE batch_id = ${batchId} AND severity IN ('error', 'review')) AS problems`.execute(tx);
  return found.rows[0]?.rows ?? 0;
}

export async function findItemOfBatch(tx: Tx, batchId: BatchId): Promise<string | null> {
  const found = await sql<{ item: string }>`SELECT item FROM batches WHERE batch_id = ${batchId}`.execute(tx);
  return found.rows[0]?.item ?? null;
}

/** Links a batch to the one whose annotated file it is; what was said of the service of its decisions goes on to hold. */
export async function recordRepair(
  tx: Tx,
  batchId: BatchId,
  repair: RepairResult & { readonly repairs: BatchId },
): Promise<void> {
  const { repairs, ...result } = repair;
  await sql`UPDATE batches b SET repairs = ${repairs}, repair_result = ${JSON.stringify(result)},
      unserved = b.unserved OR coalesce((SELECT o.unserved FROM batches o WHERE o.batch_id = ${repairs}), false)
    WHERE b.batch_id = ${batchId}`.execute(tx);
}
