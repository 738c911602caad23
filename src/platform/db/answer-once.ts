import { createHash } from "node:crypto";
import type { Actor } from "../../kernel/actor.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { findFirstAnswer, keepFirstAnswer } from "./idempotency-keys.ts";
import type { Tx } from "./types.ts";

/** A request that may carry an Idempotency-Key. */
export interface KeyedRequest {
  readonly actor: Actor;
  readonly key: string | null;
  /** All that makes the request what it is, as canonical JSON. */
  readonly content: string;
  readonly at: Instant;
}

/**
 * Does what a request asks for once: the same Idempotency-Key with the same request gives the id of what it made the first
 * time, with another request it is refused. @throws Problem http/idempotency-conflict
 */
export async function answerOnce<Id extends Uuid<string>>(
  tx: Tx,
  { actor, key, content, at }: KeyedRequest,
  work: () => Promise<Id>,
): Promise<Id> {
  if (key === null) return work();
  const requestHash = createHash("sha256").update(content).digest();
  const repeatable = { actor, key, requestHash };
  const known = await findFirstAnswer<Id>(tx, repeatable);
  if (known !== null) return known;
  const made = await work();
  await keepFirstAnswer(tx, repeatable, made, at);
  return made;
}
