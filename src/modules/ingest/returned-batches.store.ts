import { sql } from "kysely";
import type { BatchId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";

/** A filed batch with rejected rows that stand open: neither repaired, nor explained, nor under way. */
export interface ReturnedBatch {
  readonly batchId: BatchId;
  readonly fileName: string;
  readonly open: number;
}

/** Batches that a body handed in of which rejected rows stand open, newest first. */
export async function listReturned(tx: Tx, body: string, limit: number): Promise<ReturnedBatch[]> {
  const found = await sql<ReturnedBatch>`SELECT b.batch_id AS "batchId", b.file_name AS "fileName", o.open
    FROM batches b CROSS JOIN LATERAL (SELECT (rejected_rows(b.batch_id) ->> 'open')::integer AS open) o
    WHERE b.body = ${body} AND b.state = 'done' AND b.rejected > 0 AND o.open > 0
    ORDER BY b.received_at DESC, b.batch_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}
