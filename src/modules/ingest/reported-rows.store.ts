import { sql, type RawBuilder } from "kysely";
import type { BatchId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** Which batches count: those received in these months, "YYYY-MM", both included; what is not given does not matter. */
export interface ReportedFilter {
  readonly from: string;
  readonly to: string;
  readonly item?: string | undefined;
  /** Null asks for batches that are of no single body. */
  readonly body?: string | null | undefined;
}

/** What became of rows that were handed in. */
export interface ReportedCounts {
  readonly accepted: number;
  readonly changed: number;
  readonly duplicates: number;
  readonly review: number;
  readonly rejected: number;
}

/** Rows of all batches of a body, item and month of receipt. */
export interface ReportedRows extends ReportedCounts {
  /** The body that the file was said to come from, else the uploader's; null where each row names its own. */
  readonly body: string | null;
  readonly item: string;
  readonly month: string;
}

/** Rows of one batch. */
export interface ReportedBatch extends ReportedCounts {
  readonly batchId: BatchId;
  readonly body: string | null;
  readonly item: string;
  readonly fileName: string;
  readonly receivedAt: Instant;
}

const BODY = sql`coalesce(b.source_body, b.body)`;
const MONTH = sql`to_char(b.received_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`;

function where({ from, to, item, body }: ReportedFilter): RawBuilder<unknown> {
  // Bounds on the column itself, so that its index is used; the month decides.
  const parts = [
    sql`b.state = 'done'`,
    sql`b.received_at >= (${`${from}-01`}::date AT TIME ZONE 'Asia/Shanghai')`,
    sql`b.received_at < ((${`${to}-01`}::date + interval '1 month') AT TIME ZONE 'Asia/Shanghai')`,
  ];
  if (item !== undefined) parts.push(sql`b.item = ${item}`);
  if (body !== undefined) parts.push(sql`${BODY} IS NOT DISTINCT FROM ${body}`);
  return sql.join(parts, sql` AND `);
}

/** Rows that were handed in, by body, item and month of receipt, as far as the transaction sees the batches. */
export async function countReportedRows(tx: Tx, filter: ReportedFilter): Promise<ReportedRows[]> {
  const found = await sql<ReportedRows>`SELECT ${BODY} AS body, b.item, ${MONTH} AS month,
      sum(b.accepted)::integer AS accepted, sum(b.changed)::integer AS changed, sum(b.duplicates)::integer AS duplicates,
      sum(b.review)::integer AS review, sum(b.rejected)::integer AS rejected
    FROM batches b WHERE ${where(filter)} GROUP BY 1, 2, 3 ORDER BY 3, 2, 1`.execute(tx);
  return found.rows;
}

/** The batches behind those counts, newest first, from before one of them. */
export async function listReportedBatches(
  tx: Tx,
  filter: ReportedFilter,
  before: BatchId | null,
  limit: number,
): Promise<ReportedBatch[]> {
  const found =
    await sql<ReportedBatch>`SELECT b.batch_id AS "batchId", ${BODY} AS body, b.item, b.file_name AS "fileName",
      b.received_at AS "receivedAt", b.accepted, b.changed, b.duplicates, b.review, b.rejected
    FROM batches b WHERE ${where(filter)}
      AND (${before}::uuid IS NULL OR (b.received_at, b.batch_id) < (SELECT c.received_at, c.batch_id FROM batches c WHERE c.batch_id = ${before}::uuid))
    ORDER BY b.received_at DESC, b.batch_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}
