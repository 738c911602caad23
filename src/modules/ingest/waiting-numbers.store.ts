import { sql } from "kysely";
import type { BatchId, JudgementId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { StoredReview } from "./waiting-rows.store.ts";

/** Rows of a body that wait for anything at all, contents still sealed; those on natural persons are among them. */
export async function listSealedOf(
  tx: Tx,
  { body, item }: { readonly body: string; readonly item: string },
): Promise<Pick<StoredReview, "key" | "item" | "edition" | "sealed">[]> {
  const found = await sql<Pick<StoredReview, "key" | "item" | "edition" | "sealed">>`
    SELECT encode(natural_key, 'hex') AS key, item, edition, sealed FROM waiting_rows
    WHERE source_body = ${body} AND item = ${item} AND settled_at IS NULL`.execute(tx);
  return found.rows;
}

/** Batches that ended well after a moment, with whom their waiting rows concern; with null, all. */
export async function listFiledAfter(
  tx: Tx,
  after: Instant | null,
): Promise<{ batchId: BatchId; finishedAt: Instant }[]> {
  const found = await sql<{ batchId: BatchId; finishedAt: Instant }>`
    SELECT batch_id AS "batchId", finished_at AS "finishedAt" FROM batches
    WHERE state = 'done' AND (${after}::timestamptz IS NULL OR finished_at > ${after}::timestamptz)
    ORDER BY finished_at`.execute(tx);
  return found.rows;
}

export async function listJudgedAfter(
  tx: Tx,
  after: Instant | null,
): Promise<{ judgementId: JudgementId; at: Instant }[]> {
  const found = await sql<{ judgementId: JudgementId; at: Instant }>`
    SELECT judgement_id AS "judgementId", at FROM judgements
    WHERE ${after}::timestamptz IS NULL OR at > ${after}::timestamptz ORDER BY at`.execute(tx);
  return found.rows;
}

export async function listWaitingBodies(
  tx: Tx,
  batches: readonly BatchId[] | null,
): Promise<{ body: string; item: string }[]> {
  const found = await sql<{ body: string; item: string }>`SELECT DISTINCT source_body AS body, item FROM waiting_rows
    WHERE ${batches === null}::boolean OR batch_id = ANY(${[...(batches ?? [])]}::uuid[])`.execute(tx);
  return found.rows;
}
