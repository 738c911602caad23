import { createHash, randomBytes } from "node:crypto";
import { unlink } from "node:fs/promises";
import { scopeOf, type Actor } from "../../kernel/actor.ts";
import { newId, type BatchId } from "../../kernel/ids.ts";
import { cutText, storableText } from "../../kernel/text.ts";
import { recordAudit } from "#audit";
import type { CatalogueItem } from "#catalogue";
import { findFirstAnswer, keepFirstAnswer } from "../../platform/db/idempotency-keys.ts";
import { inScope, inScopeOf } from "../../platform/db/scope.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import { writeSealed } from "../../platform/files.ts";
import { wrapKey } from "../../platform/keyring.ts";
import { findBatch, insertBatch, lockFiling, type Correction, type NewBatch } from "./batches.store.ts";
import { ingestProblem } from "./ingest.problems.ts";
import { rawFilePath } from "./raw-file.ts";
import { demandOpen } from "./repair/row-states.ts";
import type { IngestRuntime } from "./run-batch.ts";

/** What somebody hands in. */
export interface Submission {
  readonly item: string;
  readonly profile: string | null;
  readonly sourceBody: string | null;
  readonly fileName: string;
  readonly attested: boolean;
  /** The decisions of the file are not served yet: to be filed and held. */
  readonly unserved?: boolean;
  readonly actor: Actor;
  readonly idempotencyKey: string | null;
  readonly requestId?: string;
  readonly content: AsyncIterable<Buffer>;
  /** Of corrections: what they correct; must still be open. */
  readonly correction?: Correction;
}

/**
 * Keeps the raw file, sealed with a key of its own, and makes the batch that a worker will run. The same
 * Idempotency-Key with the same content gives the batch of the first time.
 * @throws Problem ingest/unknown-item, ingest/unknown-source, ingest/unknown-body, ingest/another-body, ingest/empty-body,
 *   http/idempotency-conflict; of corrections also ingest/row-not-open, ingest/row-not-rejected
 */
export async function receiveBatch(
  runtime: IngestRuntime,
  submission: Submission,
): Promise<{ batchId: BatchId; created: boolean }> {
  const { item, sourceBody } = checkSubmission(runtime, submission);
  const batchId = newId<BatchId>();
  const path = rawFilePath(runtime.dataDirectory, batchId);
  const key = randomBytes(32);
  const written = await writeSealed(path, submission.content, key);
  try {
    if (written.bytes === 0) throw ingestProblem("empty-body");
    const result = await inScopeOf(runtime.db, submission.actor, async (tx) => {
      await lockFiling(tx, batchId);
      return fileBatch(tx, submission, {
        batchId,
        item: item.item,
        edition: item.edition,
        profile: submission.profile,
        sourceBody,
        fileName: storableText(cutText(submission.fileName, 200)),
        contentSha256: Buffer.from(written.sha256, "hex"),
        bytes: written.bytes,
        fileKey: wrapKey(runtime.keyring, key),
        attested: submission.attested,
        unserved: submission.unserved ?? false,
        uploadedBy: submission.actor.id,
        body: submission.actor.body,
        receivedAt: runtime.clock.now(),
        correction: submission.correction ?? null,
      });
    });
    if (!result.created) await unlink(path);
    return result;
  } catch (error) {
    // What cannot be looked up now is left to the sweep; a file left over only takes room.
    await unlinkIfUnfiled(runtime.db, batchId, path).catch(() => undefined);
    throw error;
  }
}

/**
 * An error does not tell whether the batch was made: the connection may have been lost behind its COMMIT. So a
 * transaction of its own looks, after the other one has ended.
 */
async function unlinkIfUnfiled(db: Db, batchId: BatchId, path: string): Promise<void> {
  const filed = await inScope(db, async (tx) => {
    await lockFiling(tx, batchId);
    return findBatch(tx, batchId);
  });
  if (filed === null) await unlink(path);
}

function checkSubmission(
  { catalogue, clock }: IngestRuntime,
  submission: Submission,
): { item: CatalogueItem; sourceBody: string | null } {
  const item = catalogue.editionInForce(submission.item, clock.today());
  if (!item) throw ingestProblem("unknown-item", { extra: { items: catalogue.items.map((entry) => entry.item) } });
  const profile = submission.profile === null ? null : catalogue.findProfile(item, submission.profile);
  if (submission.profile !== null && !profile)
    throw ingestProblem("unknown-source", { extra: { sources: item.profiles.map((entry) => entry.profile) } });
  const scope = scopeOf(submission.actor);
  const own = typeof scope === "string" ? null : scope.body;
  const sourceBody = profile?.body ?? submission.sourceBody ?? own;
  if (own !== null && sourceBody !== own) throw ingestProblem("another-body");
  if (sourceBody !== null && !catalogue.bodies.has(sourceBody)) throw ingestProblem("unknown-body");
  return { item, sourceBody };
}

/** Makes the batch, or finds the one that the same Idempotency-Key has made before. */
async function fileBatch(
  tx: Tx,
  submission: Submission,
  batch: NewBatch,
): Promise<{ batchId: BatchId; created: boolean }> {
  const { actor, idempotencyKey: key } = submission;
  const requestHash = createHash("sha256")
    .update(JSON.stringify([batch.item, batch.profile, batch.sourceBody, batch.attested, batch.unserved]))
    .update(batch.contentSha256)
    .digest();
  const request = key === null ? null : { actor, key, requestHash };
  const earlier = request ? await findFirstAnswer<BatchId>(tx, request) : null;
  if (earlier !== null) return { batchId: earlier, created: false };
  const { batchId, correction, receivedAt: at } = batch;
  if (correction) await demandOpen(tx, correction.repairs, correction.rows);
  await insertBatch(tx, batch);
  if (request) await keepFirstAnswer(tx, request, batchId, at);
  await recordAudit(tx, {
    at,
    actor,
    action: "ingest/receive-batch",
    target: batchId,
    detail: {
      item: batch.item,
      sha256: batch.contentSha256.toString("hex"),
      bytes: batch.bytes,
      attested: batch.attested,
      unserved: batch.unserved,
      ...(correction ? { repairs: correction.repairs, correctedRows: correction.rows.length } : {}),
    },
    ...(submission.requestId === undefined ? {} : { requestId: submission.requestId }),
  });
  return { batchId, created: true };
}
