import { createHash } from "node:crypto";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type BatchId, type Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import { findIdempotencyKey, insertIdempotencyKey } from "./batches.store.ts";
import { ingestProblem } from "./ingest.problems.ts";

/**
 * Does what a request asks for once: the same Idempotency-Key with the same request gives the id of what it made the first
 * time, with another request it is refused. @throws Problem ingest/idempotency-conflict
 */
export async function answerOnce<Id extends Uuid<string>>(
  tx: Tx,
  request: {
    readonly actor: Actor;
    readonly key: string | null;
    readonly content: CanonicalValue;
    readonly at: Instant;
  },
  work: () => Promise<Id>,
): Promise<Id> {
  const { actor, key, content, at } = request;
  if (key === null) return work();
  const requestHash = createHash("sha256").update(canonicalJson(content)).digest();
  const earlier = await findIdempotencyKey(tx, actor.id, key);
  if (earlier && !earlier.requestHash.equals(requestHash)) throw ingestProblem("idempotency-conflict");
  const known = earlier && parseId<Id>(earlier.batchId);
  if (known) return known;
  const made = await work();
  const batchId = parseId<BatchId>(made);
  if (batchId) await insertIdempotencyKey(tx, { actor: actor.id, key, requestHash, batchId, at });
  return made;
}
