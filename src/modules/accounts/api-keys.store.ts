import { sql } from "kysely";
import type { Uuid } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permission.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

export type KeyId = Uuid<"key">;

/** A key of a program, without its secret. */
export interface ApiKey {
  readonly keyId: KeyId;
  readonly name: string;
  readonly body: string;
  readonly roles: readonly Role[];
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** When a second person approved it; until then it opens nothing. */
  readonly approvedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly lastUsedOn: LocalDate | null;
}

const COLUMNS = sql`key_id AS "keyId", name, body, roles, made_by AS "madeBy", made_at AS "madeAt", expires_at AS "expiresAt",
  approved_at AS "approvedAt", ended_at AS "endedAt", last_used_on AS "lastUsedOn"`;

export async function insertKey(
  tx: Tx,
  key: Omit<ApiKey, "approvedAt" | "endedAt" | "lastUsedOn">,
  tokenHash: Buffer,
): Promise<void> {
  await sql`INSERT INTO accounts.api_keys (key_id, name, token_hash, body, roles, made_by, made_at, expires_at)
    VALUES (${key.keyId}::uuid, ${key.name}, ${tokenHash}, ${key.body}, ${[...key.roles]}::text[], ${key.madeBy},
      ${key.madeAt}::timestamptz, ${key.expiresAt}::timestamptz)`.execute(tx);
}

/** The key with this secret, if it holds today. */
export async function findKeyByToken(tx: Tx, tokenHash: Buffer, at: Instant): Promise<ApiKey | null> {
  const found = await sql<ApiKey>`SELECT ${COLUMNS} FROM accounts.api_keys
    WHERE token_hash = ${tokenHash} AND approved_at IS NOT NULL AND ended_at IS NULL AND expires_at > ${at}::timestamptz`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** Puts a key in force. */
export async function approveKey(tx: Tx, keyId: KeyId, at: Instant): Promise<void> {
  await sql`UPDATE accounts.api_keys SET approved_at = ${at}::timestamptz
    WHERE key_id = ${keyId}::uuid AND approved_at IS NULL`.execute(tx);
}

export async function noteUse(tx: Tx, keyId: KeyId, day: LocalDate): Promise<void> {
  await sql`UPDATE accounts.api_keys SET last_used_on = ${day}::date WHERE key_id = ${keyId}::uuid`.execute(tx);
}

export async function listKeys(tx: Tx): Promise<ApiKey[]> {
  const found = await sql<ApiKey>`SELECT ${COLUMNS} FROM accounts.api_keys ORDER BY key_id DESC LIMIT 1000`.execute(tx);
  return found.rows;
}

export async function endKey(tx: Tx, keyId: KeyId, at: Instant): Promise<boolean> {
  const ended = await sql`UPDATE accounts.api_keys SET ended_at = ${at}::timestamptz
    WHERE key_id = ${keyId}::uuid AND ended_at IS NULL`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n) === 1;
}
