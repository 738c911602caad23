import { sql } from "kysely";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** Removes sessions that have ended; gives how many. */
export async function deleteEndedSessions(tx: Tx, at: Instant): Promise<number> {
  return removed(await sql`DELETE FROM accounts.sessions WHERE expires_at <= ${at}::timestamptz`.execute(tx));
}

/** Removes proofs under way that nobody ended in time. */
export async function deleteEndedVerifications(tx: Tx, at: Instant): Promise<number> {
  return removed(await sql`DELETE FROM accounts.verifications WHERE expires_at <= ${at}::timestamptz`.execute(tx));
}

/** Removes counts of failed sign-ins that count no more: not locked, not known, and none since `before`. */
export async function deleteStaleNetworks(tx: Tx, at: Instant, before: Instant): Promise<number> {
  return removed(
    await sql`DELETE FROM accounts.sign_in_networks WHERE last_at < ${before}::timestamptz
      AND (locked_until IS NULL OR locked_until <= ${at}::timestamptz)
      AND (known_until IS NULL OR known_until <= ${at}::timestamptz)`.execute(tx),
  );
}

function removed({ numAffectedRows }: { readonly numAffectedRows?: bigint | undefined }): number {
  return Number(numAffectedRows ?? 0n);
}
