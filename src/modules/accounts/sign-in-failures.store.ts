import { sql } from "kysely";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** Until when a user name is locked, or null. */
export async function findLock(tx: Tx, userName: string, at: Instant): Promise<Instant | null> {
  const found = await sql<{ until: Instant }>`SELECT locked_until AS until FROM accounts.sign_in_failures
    WHERE username = ${userName} AND locked_until > ${at}::timestamptz`.execute(tx);
  return found.rows[0]?.until ?? null;
}

/** Counts a wrong password; from `most` in a row on the name is locked until a moment, and counting begins anew. */
export async function countFailure(
  tx: Tx,
  userName: string,
  { most, lockUntil }: { readonly most: number; readonly lockUntil: Instant },
): Promise<void> {
  await sql`INSERT INTO accounts.sign_in_failures AS f (username, failures) VALUES (${userName}, 1)
    ON CONFLICT (username) DO UPDATE SET
      failures = CASE WHEN f.failures + 1 >= ${most} THEN 0 ELSE f.failures + 1 END,
      locked_until = CASE WHEN f.failures + 1 >= ${most} THEN ${lockUntil}::timestamptz ELSE f.locked_until END`.execute(
    tx,
  );
}

export async function clearFailures(tx: Tx, userName: string): Promise<void> {
  await sql`DELETE FROM accounts.sign_in_failures WHERE username = ${userName}`.execute(tx);
}
