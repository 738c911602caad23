import { sql } from "kysely";
import type { BatchId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { copyInto } from "../../platform/db/copy.ts";
import type { WaitingReason } from "./decide-row.rules.ts";

/** A row that no machine may file; its contents are sealed. */
export interface WaitingRow {
  /** Hex SHA-256. */
  readonly naturalKey: string;
  readonly batchId: BatchId;
  readonly row: number;
  readonly item: string;
  readonly edition: number;
  readonly sourceBody: string;
  readonly reason: WaitingReason;
  readonly contentHash: string;
  readonly sealed: Buffer;
}

/** Rows that wait under these natural keys (hex). */
export async function findWaiting(
  tx: Tx,
  naturalKeys: readonly string[],
): Promise<Map<string, { contentHash: string; batchId: BatchId }>> {
  if (naturalKeys.length === 0) return new Map();
  const found = await sql<{ natural_key: Buffer; content_hash: Buffer; batch_id: BatchId }>`
    SELECT w.natural_key, w.content_hash, w.batch_id
    FROM unnest(${naturalKeys.map((key) => Buffer.from(key, "hex"))}::bytea[]) AS wanted (natural_key)
    JOIN waiting_rows w ON w.natural_key = wanted.natural_key`.execute(tx);
  return new Map(
    found.rows.map((row) => [
      row.natural_key.toString("hex"),
      { contentHash: row.content_hash.toString("hex"), batchId: row.batch_id },
    ]),
  );
}

/** Adds waiting rows; a later report of the same document replaces the one that waits. */
export async function insertWaiting(tx: Tx, rows: readonly WaitingRow[], at: Instant): Promise<void> {
  if (rows.length === 0) return;
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_waiting (LIKE waiting_rows) ON COMMIT DROP`.execute(tx);
  await sql`TRUNCATE stage_waiting`.execute(tx);
  const columns = [
    "natural_key",
    "batch_id",
    "row_number",
    "item",
    "edition",
    "source_body",
    "reason",
    "content_hash",
    "sealed",
    "received_at",
  ];
  const values = rows.map((row) => [
    Buffer.from(row.naturalKey, "hex"),
    row.batchId,
    row.row,
    row.item,
    row.edition,
    row.sourceBody,
    row.reason,
    Buffer.from(row.contentHash, "hex"),
    row.sealed,
    at,
  ]);
  await copyInto(tx, "stage_waiting", columns, values);
  await sql`INSERT INTO waiting_rows SELECT * FROM stage_waiting
    ON CONFLICT (natural_key) DO UPDATE SET batch_id = excluded.batch_id, row_number = excluded.row_number,
      edition = excluded.edition, reason = excluded.reason, content_hash = excluded.content_hash,
      sealed = excluded.sealed, received_at = excluded.received_at`.execute(tx);
}

/** Takes rows off the waiting list that have been filed after all. */
export async function deleteWaiting(tx: Tx, naturalKeys: readonly string[]): Promise<void> {
  if (naturalKeys.length === 0) return;
  const keys = naturalKeys.map((key) => Buffer.from(key, "hex"));
  await sql`DELETE FROM waiting_rows WHERE natural_key = ANY(${keys}::bytea[])`.execute(tx);
}
