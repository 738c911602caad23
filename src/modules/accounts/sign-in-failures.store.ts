import { sql } from "kysely";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/**
 * Counts an attempt before its password is looked at, so that many at once are many; one that was right is taken back by
 * {@link clearFailures}. Gives until when the name is locked, or null where this attempt may be made: beyond `most` in a
 * row it is locked for a while, after which counting begins anew.
 */
export async function countAttempt(
  tx: Tx,
  userName: string,
  { most, at, lockUntil }: { readonly most: number; readonly at: Instant; readonly lockUntil: Instant },
): Promise<Instant | null> {
  const counted = await sql<{ until: Instant | null }>`
    INSERT INTO accounts.sign_in_failures AS f (username, failures) VALUES (${userName}, 1)
    ON CONFLICT (username) DO UPDATE SET
      failures = CASE WHEN f.locked_until <= ${at}::timestamptz THEN 1 ELSE f.failures + 1 END,
      locked_until = CASE WHEN f.locked_until <= ${at}::timestamptz THEN NULL
        WHEN f.locked_until IS NULL AND f.failures >= ${most} THEN ${lockUntil}::timestamptz ELSE f.locked_until END
    RETURNING locked_until AS until`.execute(tx);
  return counted.rows[0]?.until ?? null;
}

export async function clearFailures(tx: Tx, userName: string): Promise<void> {
  await sql`DELETE FROM accounts.sign_in_failures WHERE username = ${userName}`.execute(tx);
}
