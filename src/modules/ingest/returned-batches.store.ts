import { sql } from "kysely";
import type { BatchId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";

/** A filed batch with returned rows that did not come back corrected. */
export interface ReturnedBatch {
  readonly batchId: BatchId;
  readonly fileName: string;
  readonly body: string | null;
  readonly open: number;
}

/**
 * Batches that a body handed in of which returned rows are still open, newest first. A row that came back and was known
 * again is open in the later batch where it failed there, too, so that it is counted once.
 */
export async function listReturned(tx: Tx, body: string, limit: number): Promise<ReturnedBatch[]> {
  const found = await sql<ReturnedBatch>`SELECT b.batch_id AS "batchId", b.file_name AS "fileName", b.body,
      (b.rejected - c.recognised)::integer AS open
    FROM batches b CROSS JOIN LATERAL (SELECT coalesce(sum((f.repair_result ->> 'recognised')::integer), 0) AS recognised
      FROM batches f WHERE f.repairs = b.batch_id AND f.state = 'done') c
    WHERE b.body = ${body} AND b.state = 'done' AND b.rejected > c.recognised
    ORDER BY b.received_at DESC, b.batch_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}
