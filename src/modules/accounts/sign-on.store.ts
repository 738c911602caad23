import { sql } from "kysely";
import type { PersonId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** Keeps what a sign-on under way will need, for a while, under a name that only its end can know. */
export async function keepPending(
  tx: Tx,
  pending: { readonly identifier: string; readonly value: string; readonly at: Instant; readonly expiresAt: Instant },
): Promise<void> {
  const { identifier, value, at, expiresAt } = pending;
  await sql`INSERT INTO accounts.verifications (id, identifier, value, expires_at, created_at, updated_at)
    VALUES (gen_random_uuid(), ${identifier}, ${value}, ${expiresAt}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)`.execute(
    tx,
  );
}

/** Takes what was kept, once; null where it is not there or too old. */
export async function takePending(tx: Tx, identifier: string, at: Instant): Promise<string | null> {
  const taken = await sql<{ value: string; isOver: boolean }>`DELETE FROM accounts.verifications
    WHERE identifier = ${identifier} RETURNING value, expires_at <= ${at}::timestamptz AS "isOver"`.execute(tx);
  const found = taken.rows[0];
  return found && !found.isOver ? found.value : null;
}

/** Who is linked with this subject of an identity service. */
export async function findLinked(tx: Tx, issuer: string, subject: string): Promise<PersonId | null> {
  const found = await sql<{ personId: PersonId }>`SELECT user_id AS "personId" FROM accounts.credentials
    WHERE provider_id = ${issuer} AND account_id = ${subject}`.execute(tx);
  return found.rows[0]?.personId ?? null;
}

/** Links a person with a subject; false where either has a link already. */
export async function insertLink(
  tx: Tx,
  link: { readonly personId: PersonId; readonly issuer: string; readonly subject: string; readonly at: Instant },
): Promise<boolean> {
  const { personId, issuer, subject, at } = link;
  const made = await sql`INSERT INTO accounts.credentials (id, account_id, provider_id, user_id, created_at, updated_at)
    VALUES (gen_random_uuid(), ${subject}, ${issuer}, ${personId}::uuid, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0n) === 1;
}

/** Since when a person is linked with this service; null where they are not. */
export async function findLinkOf(tx: Tx, personId: PersonId, issuer: string): Promise<Instant | null> {
  const found = await sql<{ at: Instant }>`SELECT created_at AS at FROM accounts.credentials
    WHERE user_id = ${personId}::uuid AND provider_id = ${issuer}`.execute(tx);
  return found.rows[0]?.at ?? null;
}

export async function deleteLink(tx: Tx, personId: PersonId, issuer: string): Promise<boolean> {
  const gone = await sql`DELETE FROM accounts.credentials
    WHERE user_id = ${personId}::uuid AND provider_id = ${issuer}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0n) === 1;
}
