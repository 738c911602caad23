import { sql } from "kysely";
import type { PersonId, Uuid } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

export type PasskeyId = Uuid<"passkey">;

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly passkeyId: PasskeyId;
  readonly name: string;
  /** Whether the authenticator keeps a copy elsewhere, such as in a password manager. */
  readonly isBackedUp: boolean;
  readonly addedAt: Instant;
  readonly lastUsedOn: LocalDate | null;
}

export async function listPasskeys(tx: Tx, personId: PersonId): Promise<Passkey[]> {
  const found = await sql<Passkey>`SELECT id AS "passkeyId", name, backed_up AS "isBackedUp", created_at AS "addedAt",
      last_used_on AS "lastUsedOn"
    FROM accounts.passkeys WHERE user_id = ${personId}::uuid ORDER BY created_at, id`.execute(tx);
  return found.rows;
}

export async function renamePasskey(tx: Tx, personId: PersonId, passkeyId: PasskeyId, name: string): Promise<boolean> {
  const renamed = await sql`UPDATE accounts.passkeys SET name = ${name}
    WHERE id = ${passkeyId}::uuid AND user_id = ${personId}::uuid`.execute(tx);
  return Number(renamed.numAffectedRows ?? 0n) === 1;
}

export async function deletePasskey(tx: Tx, personId: PersonId, passkeyId: PasskeyId): Promise<boolean> {
  const gone = await sql`DELETE FROM accounts.passkeys
    WHERE id = ${passkeyId}::uuid AND user_id = ${personId}::uuid`.execute(tx);
  return Number(gone.numAffectedRows ?? 0n) === 1;
}

export async function notePasskeyUse(tx: Tx, credentialId: string, day: LocalDate): Promise<void> {
  await sql`UPDATE accounts.passkeys SET last_used_on = ${day}::date WHERE credential_id = ${credentialId}`.execute(tx);
}
