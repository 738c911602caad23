import { sql } from "kysely";
import type { BatchId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import { CopyBuffer, copyBuffer } from "../../platform/db/copy-buffer.ts";
import {
  LEASE_SECONDS,
  SILENCE_SECONDS,
  type Batch,
  type BatchCause,
  type BatchChannel,
  type BatchCounts,
  type BatchFinding,
  type BatchState,
  type Refusal,
  type RejectedRows,
  type RepairResult,
} from "./batch.ts";
import { toMultirange, type Cause, type KeptFinding } from "./cause-tally.ts";

export interface NewBatch {
  readonly batchId: BatchId;
  readonly item: string;
  readonly edition: number;
  readonly profile: string | null;
  readonly sourceBody: string | null;
  readonly fileName: string;
  readonly contentSha256: Buffer;
  readonly bytes: number;
  readonly fileKey: Buffer;
  readonly attested: boolean;
  readonly channel: BatchChannel;
  readonly unserved: boolean;
  readonly uploadedBy: string;
  /** For which the uploader acted; null for the machine's own key. */
  readonly body: string | null;
  readonly receivedAt: Instant;
  /** Of a batch of corrections: which rows of which batch, and whose raw file holds them. */
  readonly correction: Correction | null;
}

/** What a batch of corrections hands in again. */
export interface Correction {
  readonly repairs: BatchId;
  readonly tableOf: BatchId;
  /** Ascending. */
  readonly rows: readonly number[];
}

interface BatchRow {
  batch_id: BatchId;
  item: string;
  edition: number;
  profile: string | null;
  source_body: string | null;
  file_name: string;
  content_sha256: Buffer;
  bytes: number;
  attested: boolean;
  channel: BatchChannel;
  unserved: boolean;
  uploaded_by: string;
  body: string | null;
  received_at: Instant;
  state: BatchState;
  interrupted: boolean;
  rows_read: number;
  rows_filed: number;
  rows: number | null;
  accepted: number | null;
  changed: number | null;
  duplicates: number | null;
  review: number | null;
  held: number | null;
  rejected: number | null;
  seconds: number | null;
  format: string | null;
  notes: Batch["notes"] | null;
  publication: Record<string, number> | null;
  refusal: Refusal | null;
  repairs: BatchId | null;
  table_of: BatchId | null;
  rejected_rows: RejectedRows | null;
  repair_result: RepairResult | null;
  finished_at: Instant | null;
}

const COLUMNS = sql`batch_id, item, edition, profile, source_body, file_name, content_sha256, bytes, attested, channel, unserved, uploaded_by, body,
  received_at, state, (state IN ('reading', 'checking', 'merging') AND lease_until < now() + make_interval(secs => ${LEASE_SECONDS - SILENCE_SECONDS})) AS interrupted, rows_read,
  rows_filed, rows, accepted, changed, duplicates, review, held, rejected, seconds, format, notes, publication, refusal,
  repairs, repair_result, table_of, rejected_rows(batch_id) AS rejected_rows, finished_at`;

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  const { correction } = batch;
  const rows = correction === null ? null : toMultirange(correction.rows.map((row) => [row, row]));
  await sql`INSERT INTO batches (batch_id, item, edition, profile, source_body, file_name, content_sha256, bytes, file_key,
      attested, channel, unserved, uploaded_by, body, received_at, repairs, table_of, corrected_rows, state)
    VALUES (${batch.batchId}, ${batch.item}, ${batch.edition}, ${batch.profile}, ${batch.sourceBody}, ${batch.fileName},
      ${batch.contentSha256}, ${batch.bytes}, ${batch.fileKey}, ${batch.attested}, ${batch.channel}, ${batch.unserved}, ${batch.uploadedBy}, ${batch.body}, ${batch.receivedAt},
      ${correction?.repairs ?? null}, ${correction?.tableOf ?? null}, ${rows}::int4multirange, 'received')`.execute(tx);
}

export async function findBatch(tx: Tx, batchId: BatchId): Promise<Batch | null> {
  const found = await sql<BatchRow>`SELECT ${COLUMNS} FROM batches WHERE batch_id = ${batchId}`.execute(tx);
  const row = found.rows[0];
  return row ? toBatch(row) : null;
}

/** The first filed batch of an item that held the very same bytes as this one; null where it is the first. */
export async function findSameFile(
  tx: Tx,
  batch: Pick<Batch, "batchId" | "item" | "contentSha256">,
): Promise<{ readonly batchId: BatchId; readonly finishedAt: Instant } | null> {
  const found = await sql<{ batch_id: BatchId; finished_at: Instant }>`SELECT batch_id, finished_at FROM batches
    WHERE content_sha256 = decode(${batch.contentSha256}, 'hex') AND item = ${batch.item} AND state = 'done'
      AND batch_id <> ${batch.batchId} ORDER BY finished_at, batch_id LIMIT 1`.execute(tx);
  const row = found.rows[0];
  return row ? { batchId: row.batch_id, finishedAt: row.finished_at } : null;
}

/** Which batches a list shows; null leaves a part open. */
export interface BatchFilter {
  readonly item: string | null;
  readonly state: BatchState | null;
  readonly sourceBody: string | null;
  /** Only those with rejected rows that nobody has dealt with. */
  readonly open: boolean;
}

/** Newest first, at most `limit`, those received before the batch `before` when it is given. */
export async function listBatches(
  tx: Tx,
  filter: BatchFilter,
  limit: number,
  before: BatchId | null,
): Promise<Batch[]> {
  const found = await sql<BatchRow>`SELECT ${COLUMNS} FROM batches
    WHERE (${before}::uuid IS NULL OR (received_at, batch_id) < (SELECT received_at, batch_id FROM batches WHERE batch_id = ${before}))
      AND (${filter.item}::text IS NULL OR item = ${filter.item})
      AND (${filter.state}::text IS NULL OR state = ${filter.state})
      AND (${filter.sourceBody}::text IS NULL OR source_body = ${filter.sourceBody})
      AND (NOT ${filter.open}::boolean OR rejected > 0 AND (rejected_rows(batch_id) ->> 'open')::integer > 0)
    ORDER BY received_at DESC, batch_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows.map(toBatch);
}

export async function existsFiledBatch(tx: Tx, uploadedBy: string): Promise<boolean> {
  const found = await sql<{ exists: boolean }>`SELECT EXISTS (SELECT FROM batches
    WHERE uploaded_by = ${uploadedBy} AND state = 'done') AS exists`.execute(tx);
  return found.rows[0]?.exists ?? false;
}

/** The wrapped key of a batch's raw file. */
export async function findFileKey(tx: Tx, batchId: BatchId): Promise<Buffer | null> {
  const found = await sql<{ file_key: Buffer }>`SELECT file_key FROM batches WHERE batch_id = ${batchId}`.execute(tx);
  return found.rows[0]?.file_key ?? null;
}

/**
 * Takes a batch up for work: only one that is not finished and that no living worker holds. Gives the attempt number, or
 * null when there is nothing to do.
 */
export async function claimBatch(tx: Tx, batchId: BatchId, leaseSeconds: number): Promise<number | null> {
  const claimed = await sql<{ attempts: number }>`UPDATE batches
    SET state = 'reading', attempts = attempts + 1, rows_read = 0, rows_filed = 0,
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE batch_id = ${batchId} AND (state = 'received' OR (state IN ('reading', 'checking', 'merging') AND lease_until < now()))
    RETURNING attempts`.execute(tx);
  return claimed.rows[0]?.attempts ?? null;
}

/** Renews the lease and tells how far the work is. */
export async function reportProgress(
  tx: Tx,
  batchId: BatchId,
  progress: { state: BatchState; rowsRead: number; rowsFiled: number },
  leaseSeconds: number,
): Promise<void> {
  await sql`UPDATE batches SET state = ${progress.state}, rows_read = ${progress.rowsRead}, rows_filed = ${progress.rowsFiled},
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE batch_id = ${batchId} AND state IN ('reading', 'checking', 'merging')`.execute(tx);
}

/** Gives a batch back, so that the next attempt may start at once. */
export async function releaseBatch(tx: Tx, batchId: BatchId): Promise<void> {
  await sql`UPDATE batches SET state = 'received', lease_until = NULL
    WHERE batch_id = ${batchId} AND state IN ('reading', 'checking', 'merging')`.execute(tx);
}

/** Batches that wait for a worker: never taken up, or held by one that died. */
export async function listUnclaimed(tx: Tx): Promise<BatchId[]> {
  const found = await sql<{ batch_id: BatchId }>`SELECT batch_id FROM batches
    WHERE state = 'received' OR (state IN ('reading', 'checking', 'merging') AND lease_until < now())
    ORDER BY received_at, batch_id`.execute(tx);
  return found.rows.map((row) => row.batch_id);
}

export async function finishBatch(
  tx: Tx,
  batchId: BatchId,
  result: BatchCounts & {
    seconds: number;
    format: string;
    notes: Batch["notes"];
    publication: Readonly<Record<string, number>>;
    finishedAt: Instant;
  },
): Promise<void> {
  await sql`UPDATE batches SET state = 'done', lease_until = NULL, rows_read = ${result.rows}, rows_filed = ${result.rows},
      rows = ${result.rows}, accepted = ${result.accepted}, changed = ${result.changed}, duplicates = ${result.duplicates},
      review = ${result.review}, held = ${result.held}, rejected = ${result.rejected}, seconds = ${result.seconds},
      format = ${result.format}, notes = ${JSON.stringify(result.notes)}, publication = ${JSON.stringify(result.publication)},
      finished_at = ${result.finishedAt}
    WHERE batch_id = ${batchId}`.execute(tx);
}

export async function endBatch(
  tx: Tx,
  batchId: BatchId,
  state: "refused" | "failed",
  refusal: Refusal,
  at: Instant,
): Promise<void> {
  await sql`UPDATE batches SET state = ${state}, lease_until = NULL, refusal = ${JSON.stringify(refusal)}, finished_at = ${at}
    WHERE batch_id = ${batchId}`.execute(tx);
}

const FINDING_COLUMNS = ["batch_id", "row_number", "ordinal", "cause", "value"] as const;

/** Keeps findings as they come; causes follow at the end. */
export async function insertFindings(tx: Tx, batchId: BatchId, findings: readonly KeptFinding[]): Promise<void> {
  if (findings.length === 0) return;
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_findings (LIKE batch_findings) ON COMMIT DROP`.execute(tx);
  await sql`TRUNCATE stage_findings`.execute(tx);
  const rows = new CopyBuffer(findings.length * 128 + 128);
  for (const { row, ordinal, cause, value } of findings)
    rows.row(FINDING_COLUMNS.length).uuid(batchId).int(row).int(ordinal).int(cause).text(value);
  await copyBuffer(tx, "stage_findings", FINDING_COLUMNS, rows);
  await sql`INSERT INTO batch_findings SELECT * FROM stage_findings`.execute(tx);
}

export async function insertCauses(tx: Tx, batchId: BatchId, causes: readonly Cause[]): Promise<void> {
  for (const cause of causes) {
    await sql`INSERT INTO batch_causes (batch_id, cause, code, severity, field, column_title, message, remedy, total, row_ranges, samples)
      VALUES (${batchId}, ${cause.cause}, ${cause.code}, ${cause.severity}, ${cause.field}, ${cause.column},
        ${JSON.stringify(cause.message)}, ${JSON.stringify(cause.remedy)}, ${cause.total},
        ${toMultirange(cause.ranges)}::int4multirange, ${JSON.stringify(cause.samples)})`.execute(tx);
  }
}

/** Causes of a batch, the gravest and most frequent first. */
export async function listCauses(tx: Tx, batchId: BatchId): Promise<BatchCause[]> {
  const found = await sql<
    Omit<BatchCause, "column" | "rows"> & { column_title: string | null; rows: [number, number][] }
  >`
    SELECT cause, code, severity, field, column_title, message, remedy, total, samples,
      (SELECT jsonb_agg(jsonb_build_array(lower(r), upper(r) - 1) ORDER BY lower(r)) FROM unnest(row_ranges) r) AS rows
    FROM batch_causes WHERE batch_id = ${batchId}
    ORDER BY array_position(ARRAY['error', 'review', 'warning', 'change'], severity), total DESC, cause`.execute(tx);
  return found.rows.map(({ column_title, ...cause }) => ({ ...cause, column: column_title }));
}

/** Findings of a batch in row order after a position, for paging through all of them. */
export async function listFindings(
  tx: Tx,
  batchId: BatchId,
  after: { row: number; ordinal: number },
  limit: number,
): Promise<(BatchFinding & { ordinal: number })[]> {
  const found = await sql<{ row_number: number; ordinal: number; cause: number; value: string }>`
    SELECT row_number, ordinal, cause, value FROM batch_findings
    WHERE batch_id = ${batchId} AND (row_number, ordinal) > (${after.row}, ${after.ordinal})
    ORDER BY row_number, ordinal LIMIT ${limit}`.execute(tx);
  return found.rows.map((row) => ({ row: row.row_number, ordinal: row.ordinal, cause: row.cause, value: row.value }));
}

/** Held until the transaction ends: whoever takes it after the filing of this batch knows whether it was committed. */
export async function lockFiling(tx: Tx, batchId: BatchId): Promise<void> {
  await takeTurn(tx, "file", batchId);
}

/** Those of these ids that are batches. */
export async function findExisting(tx: Tx, batchIds: readonly BatchId[]): Promise<Set<BatchId>> {
  const found = await sql<{ batch_id: BatchId }>`SELECT batch_id FROM batches
    WHERE batch_id = ANY(${batchIds}::uuid[])`.execute(tx);
  return new Set(found.rows.map((row) => row.batch_id));
}

/** One batch of an item merges at a time; others wait here. Held until the transaction ends. */
export async function lockMerging(tx: Tx, item: string): Promise<void> {
  await takeTurn(tx, "merge", item);
}

function toBatch(row: BatchRow): Batch {
  const counted = row.rows !== null;
  return {
    batchId: row.batch_id,
    item: row.item,
    edition: row.edition,
    profile: row.profile,
    sourceBody: row.source_body,
    fileName: row.file_name,
    contentSha256: row.content_sha256.toString("hex"),
    bytes: Number(row.bytes),
    attested: row.attested,
    channel: row.channel,
    unserved: row.unserved,
    uploadedBy: row.uploaded_by,
    body: row.body,
    receivedAt: row.received_at,
    state: row.state,
    interrupted: row.interrupted,
    progress: { rowsRead: row.rows_read, rowsFiled: row.rows_filed },
    counts: counted
      ? {
          rows: row.rows ?? 0,
          accepted: row.accepted ?? 0,
          changed: row.changed ?? 0,
          duplicates: row.duplicates ?? 0,
          review: row.review ?? 0,
          held: row.held ?? 0,
          rejected: row.rejected ?? 0,
        }
      : null,
    seconds: row.seconds,
    format: row.format,
    notes: row.notes ?? [],
    publication: row.publication ?? {},
    refusal: row.refusal,
    repairs: row.repairs,
    repair: row.repair_result,
    tableOf: row.table_of,
    rejectedRows: row.rejected_rows,
    finishedAt: row.finished_at,
  };
}
