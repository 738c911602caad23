import { createHash, randomBytes } from "node:crypto";
import { unlink } from "node:fs/promises";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type BatchId } from "../../kernel/ids.ts";
import { recordAudit } from "#audit";
import { inScope } from "../../platform/db/scope.ts";
import { writeSealed } from "../../platform/files.ts";
import { wrapKey } from "../../platform/keyring.ts";
import { findIdempotencyKey, insertBatch, insertIdempotencyKey } from "./batches.store.ts";
import { ingestProblem } from "./ingest.problems.ts";
import { rawFilePath } from "./raw-file.ts";
import type { IngestRuntime } from "./run-batch.ts";

/** What somebody hands in. */
export interface Submission {
  readonly item: string;
  readonly profile: string | null;
  readonly sourceBody: string | null;
  readonly fileName: string;
  readonly attested: boolean;
  readonly actor: Actor;
  readonly idempotencyKey: string | null;
  readonly requestId?: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Puts the batch into the work queue within the transaction that makes it. */
export type EnqueueBatch = (batchId: BatchId) => Promise<void>;

/**
 * Keeps the raw file, sealed with a key of its own, and makes the batch that a worker will run. The same
 * Idempotency-Key with the same content gives the batch of the first time.
 * @throws Problem ingest/unknown-item, ingest/unknown-source, ingest/unknown-body, ingest/empty-body,
 *   ingest/idempotency-conflict
 */
export async function receiveBatch(
  runtime: IngestRuntime,
  submission: Submission,
): Promise<{ batchId: BatchId; created: boolean }> {
  const { catalogue, clock, keyring, db } = runtime;
  const item = catalogue.editionInForce(submission.item, clock.today());
  if (!item) throw ingestProblem("unknown-item", { extra: { items: catalogue.items.map((entry) => entry.item) } });
  const profile =
    submission.profile === null ? null : item.profiles.find((entry) => entry.profile === submission.profile);
  if (profile === undefined)
    throw ingestProblem("unknown-source", { extra: { sources: item.profiles.map((entry) => entry.profile) } });
  const sourceBody = profile?.body ?? submission.sourceBody;
  if (sourceBody !== null && !catalogue.bodies.has(sourceBody)) throw ingestProblem("unknown-body");

  const batchId = newId<BatchId>();
  const path = rawFilePath(runtime.dataDirectory, batchId);
  const key = randomBytes(32);
  const written = await writeSealed(path, submission.content, key);
  const digest = Buffer.from(written.sha256, "hex");
  try {
    if (written.bytes === 0) throw ingestProblem("empty-body");
    const requestHash = createHash("sha256")
      .update(JSON.stringify([item.item, submission.profile, sourceBody, submission.attested]))
      .update(digest)
      .digest();
    const result = await inScope(db, async (tx) => {
      const earlier =
        submission.idempotencyKey === null
          ? null
          : await findIdempotencyKey(tx, submission.actor.id, submission.idempotencyKey);
      if (earlier && !earlier.requestHash.equals(requestHash)) throw ingestProblem("idempotency-conflict");
      if (earlier) return { batchId: earlier.batchId, created: false };
      const at = clock.now();
      await insertBatch(tx, {
        batchId,
        item: item.item,
        edition: item.edition,
        profile: submission.profile,
        sourceBody,
        fileName: submission.fileName.slice(0, 200),
        contentSha256: digest,
        bytes: written.bytes,
        fileKey: wrapKey(keyring, key),
        attested: submission.attested,
        uploadedBy: submission.actor.id,
        receivedAt: at,
      });
      if (submission.idempotencyKey !== null) {
        await insertIdempotencyKey(tx, {
          actor: submission.actor.id,
          key: submission.idempotencyKey,
          requestHash,
          batchId,
          at,
        });
      }
      await recordAudit(tx, {
        at,
        actor: submission.actor,
        action: "ingest/receive-batch",
        target: batchId,
        detail: { item: item.item, sha256: written.sha256, bytes: written.bytes, attested: submission.attested },
        ...(submission.requestId === undefined ? {} : { requestId: submission.requestId }),
      });
      return { batchId, created: true };
    });
    if (!result.created) await unlink(path);
    return result;
  } catch (error) {
    await unlink(path).catch(() => undefined); // the batch was not made; a file left over would only take room
    throw error;
  }
}
