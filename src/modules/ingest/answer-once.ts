import { createHash } from "node:crypto";
import type { Actor } from "../../kernel/actor.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { findFirstAnswer, keepFirstAnswer } from "../../platform/db/idempotency-keys.ts";
import type { Tx } from "../../platform/db/types.ts";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";

/**
 * Does what a request asks for once: the same Idempotency-Key with the same request gives the id of what it made the first
 * time, with another request it is refused. @throws Problem http/idempotency-conflict
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
  const repeatable = { actor, key, requestHash };
  const known = await findFirstAnswer<Id>(tx, repeatable);
  if (known !== null) return known;
  const made = await work();
  await keepFirstAnswer(tx, repeatable, made, at);
  return made;
}
