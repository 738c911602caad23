import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { httpProblem } from "../http/http.problems.ts";
import { takeTurn } from "./locks.ts";
import type { Tx } from "./types.ts";

/** A request that may be repeated under the same key. */
export interface RepeatableRequest {
  readonly actor: Actor;
  readonly key: string;
  /** SHA-256 over all that makes the request what it is. */
  readonly requestHash: Buffer;
}

/**
 * What the same request made when it came first, or null. Two that come at once wait for each other.
 * @throws Problem http/idempotency-conflict when the key was used for other content
 */
export async function findFirstAnswer<Id extends Uuid<string>>(tx: Tx, request: RepeatableRequest): Promise<Id | null> {
  const { actor, key, requestHash } = request;
  await takeTurn(tx, "key", actor.id, key);
  const found = await sql<{ answer: Id; request_hash: Buffer }>`
    SELECT answer, request_hash FROM idempotency_keys WHERE actor = ${actor.id} AND key = ${key}`.execute(tx);
  const row = found.rows[0];
  if (row && !row.request_hash.equals(requestHash)) throw httpProblem("idempotency-conflict");
  return row?.answer ?? null;
}

/** Remembers what a request made, in the transaction that made it. */
export async function keepFirstAnswer(
  tx: Tx,
  { actor, key, requestHash }: RepeatableRequest,
  answer: Uuid<string>,
  at: Instant,
): Promise<void> {
  await sql`INSERT INTO idempotency_keys (actor, key, request_hash, answer, created_at)
    VALUES (${actor.id}, ${key}, ${requestHash}, ${answer}, ${at})`.execute(tx);
}
