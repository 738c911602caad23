import { sql } from "kysely";
import type { BatchId, JudgementId, SubjectId } from "../../kernel/ids.ts";
import { dayNumber, type Instant, type LocalDate } from "../../kernel/time.ts";
import { CopyBuffer, copyBuffer } from "../../platform/db/copy-buffer.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { WaitingReason } from "./decide-row.rules.ts";

/** A row that no machine may file; its contents are sealed. */
export interface WaitingRow {
  /** SHA-256. */
  readonly naturalKey: Uint8Array;
  readonly row: number;
  readonly sourceBody: string;
  readonly reason: WaitingReason;
  readonly contentHash: Uint8Array;
  readonly sealed: Uint8Array;
  /** SHA-256 of who the row says it concerns; null for natural persons. */
  readonly claim: Uint8Array | null;
  /** The subject that the row's code leads to. */
  readonly subjectId: SubjectId | null;
  /** From which the term of the row runs; null for natural persons. */
  readonly decisionDate: LocalDate | null;
}

/** Which of these natural keys (32 bytes each, one behind the other) have a row that waits, by their place. */
export async function findWaiting(
  tx: Tx,
  naturalKeys: Uint8Array,
  contentHashes: Uint8Array,
): Promise<Map<number, "same" | "other">> {
  const rows = naturalKeys.length / 32;
  if (rows === 0) return new Map();
  const found = await sql<{ at: number; same: boolean }>`
    SELECT at, w.content_hash = substring(${Buffer.from(contentHashes)}::bytea FROM at * 32 + 1 FOR 32) AS same
    FROM generate_series(0, ${rows - 1}::integer) AS at
    JOIN waiting_rows w ON w.natural_key = substring(${Buffer.from(naturalKeys)}::bytea FROM at * 32 + 1 FOR 32)
    WHERE w.settled_at IS NULL`.execute(tx);
  return new Map(found.rows.map((row) => [row.at, row.same ? "same" : "other"]));
}

const COLUMNS = [
  "natural_key",
  "row_number",
  "source_body",
  "reason",
  "content_hash",
  "sealed",
  "claim",
  "subject_id",
  "decision_date",
] as const;

/** Adds waiting rows; a later report of the same document replaces the one that waits. */
export async function insertWaiting(
  tx: Tx,
  rows: readonly WaitingRow[],
  origin: { readonly batchId: BatchId; readonly item: string; readonly edition: number; readonly at: Instant },
): Promise<void> {
  if (rows.length === 0) return;
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_waiting (natural_key bytea, row_number integer, source_body text,
    reason text, content_hash bytea, sealed bytea, claim bytea, subject_id uuid, decision_date date) ON COMMIT DROP`.execute(
    tx,
  );
  await sql`TRUNCATE stage_waiting`.execute(tx);
  const staged = new CopyBuffer();
  for (const row of rows) {
    staged
      .row(COLUMNS.length)
      .bytes(row.naturalKey)
      .int(row.row)
      .text(row.sourceBody)
      .text(row.reason)
      .bytes(row.contentHash)
      .bytes(row.sealed)
      .bytes(row.claim);
    if (row.subjectId === null) staged.null();
    else staged.uuid(row.subjectId);
    staged.day(row.decisionDate === null ? null : dayNumber(row.decisionDate));
  }
  await copyBuffer(tx, "stage_waiting", COLUMNS, staged);
  await sql`INSERT INTO waiting_rows (natural_key, batch_id, row_number, item, edition, source_body, reason, content_hash,
      sealed, received_at, claim, subject_id, decision_date)
    SELECT natural_key, ${origin.batchId}::uuid, row_number, ${origin.item}, ${origin.edition}, source_body, reason,
      content_hash, sealed, ${origin.at}::timestamptz, claim, subject_id, decision_date FROM stage_waiting
    ON CONFLICT (natural_key) DO UPDATE SET batch_id = excluded.batch_id, row_number = excluded.row_number,
      edition = excluded.edition, reason = excluded.reason, content_hash = excluded.content_hash,
      sealed = excluded.sealed, received_at = excluded.received_at, claim = excluded.claim, subject_id = excluded.subject_id,
      decision_date = excluded.decision_date, settled_at = NULL, settled_by = NULL`.execute(tx);
}

/** Marks waiting rows as settled by the batch that filed them after all. Nothing is ever deleted here. */
export async function settleWaiting(
  tx: Tx,
  naturalKeys: readonly Uint8Array[],
  by: BatchId,
  at: Instant,
): Promise<void> {
  if (naturalKeys.length === 0) return;
  const keys = naturalKeys.map((key) => Buffer.from(key));
  await sql`UPDATE waiting_rows SET settled_at = ${at}::timestamptz, settled_by = ${by}::uuid
    WHERE natural_key = ANY(${keys}::bytea[])`.execute(tx);
}

/** A row that waits for a person, its contents still sealed. */
export interface StoredReview {
  /** The natural key in hex, by which a review is named. */
  readonly key: string;
  readonly naturalKey: Buffer;
  readonly batchId: BatchId;
  readonly row: number;
  readonly item: string;
  readonly edition: number;
  readonly sourceBody: string;
  readonly reason: WaitingReason;
  readonly receivedAt: Instant;
  /** The subject that the row's code leads to, where the name contradicts it. */
  readonly subjectId: SubjectId | null;
  readonly sealed: Buffer;
}

const REVIEW = sql`SELECT encode(w.natural_key, 'hex') AS key, w.natural_key AS "naturalKey", w.batch_id AS "batchId",
    w.row_number AS row, w.item, w.edition, w.source_body AS "sourceBody", w.reason, w.received_at AS "receivedAt",
    coalesce(r.into_subject, w.subject_id) AS "subjectId", w.sealed
  FROM waiting_rows w LEFT JOIN subject_redirects r ON r.subject_id = w.subject_id AND r.ended_at IS NULL
  WHERE w.settled_at IS NULL AND w.reason <> 'natural-person'`;

/** Rows that wait for a person, by key after `after`; never rows on natural persons. */
export async function listReviews(
  tx: Tx,
  filter: { readonly item: string | null; readonly reason: string | null; readonly after: string | null },
  limit: number,
): Promise<StoredReview[]> {
  const { item, reason, after } = filter;
  const found = await sql<StoredReview>`${REVIEW}
    AND (${item}::text IS NULL OR w.item = ${item}) AND (${reason}::text IS NULL OR w.reason = ${reason})
    AND (${after}::text IS NULL OR w.natural_key > decode(${after}, 'hex'))
    ORDER BY w.natural_key LIMIT ${limit}`.execute(tx);
  return found.rows;
}

export async function findReview(tx: Tx, key: string): Promise<StoredReview | null> {
  const found = await sql<StoredReview>`${REVIEW} AND w.natural_key = decode(${key}, 'hex')`.execute(tx);
  return found.rows[0] ?? null;
}

/** Marks a row as filed by a judgement. */
export async function settleJudged(tx: Tx, naturalKey: Buffer, by: JudgementId, at: Instant): Promise<void> {
  await sql`UPDATE waiting_rows SET settled_at = ${at}::timestamptz, settled_by = ${by}::uuid
    WHERE natural_key = ${naturalKey}`.execute(tx);
}

/** Rows whose code leads to a subject and whose name contradicts it: they follow a merged subject when they are read. */
export async function countWaitingOf(tx: Tx, subjectId: SubjectId): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM waiting_rows
    WHERE subject_id = ${subjectId}::uuid AND settled_at IS NULL`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** Rows that wait for a person, counted by item, body and day of decision; never rows on natural persons. */
export interface WaitingCount {
  readonly item: string;
  readonly sourceBody: string;
  /** Null for rows that came before these days were kept. */
  readonly decisionDate: LocalDate | null;
  readonly count: number;
}

export async function countReviews(tx: Tx): Promise<WaitingCount[]> {
  const found = await sql<WaitingCount>`SELECT item, source_body AS "sourceBody", decision_date AS "decisionDate",
      count(*)::integer AS count FROM waiting_rows WHERE settled_at IS NULL AND reason <> 'natural-person'
    GROUP BY 1, 2, 3`.execute(tx);
  return found.rows;
}
