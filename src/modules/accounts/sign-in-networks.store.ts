import { sql } from "kysely";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** Stands for all networks together from which a name is not known. */
export const ELSEWHERE = "*";

export interface AttemptBound {
  /** Wrong ones in a row after which it is locked. */
  readonly most: number;
  readonly at: Instant;
  readonly lockUntil: Instant;
  /** A row of wrong ones that was broken off before then counts no more. */
  readonly forgetBefore: Instant;
}

/**
 * Counts an attempt before its password is looked at, so that many at once are many; one that was right is taken back by
 * {@link clearFailures}. Gives until when the name is locked for the network, or null where this attempt may be made; and
 * whether the name is known from there.
 */
export async function countAttempt(
  tx: Tx,
  userName: string,
  network: string,
  { most, at, lockUntil, forgetBefore }: AttemptBound,
): Promise<{ readonly until: Instant | null; readonly isKnown: boolean }> {
  const counted = await sql<{ until: Instant | null; isKnown: boolean }>`
    INSERT INTO accounts.sign_in_networks AS n (username, network, failures, last_at)
      VALUES (${userName}, ${network}, 1, ${at}::timestamptz)
    ON CONFLICT (username, network) DO UPDATE SET
      last_at = ${at}::timestamptz,
      failures = CASE WHEN n.locked_until <= ${at}::timestamptz OR n.last_at < ${forgetBefore}::timestamptz THEN 1
        ELSE n.failures + 1 END,
      locked_until = CASE WHEN n.locked_until <= ${at}::timestamptz THEN NULL
        WHEN n.locked_until IS NULL AND n.failures >= ${most} AND n.last_at >= ${forgetBefore}::timestamptz
          THEN ${lockUntil}::timestamptz
        ELSE n.locked_until END
    RETURNING locked_until AS until, coalesce(known_until > ${at}::timestamptz, false) AS "isKnown"`.execute(tx);
  return counted.rows[0] ?? { until: null, isKnown: false };
}

/** Forgets the wrong ones of a name from a network, which is known from now on. */
export async function clearFailures(tx: Tx, userName: string, network: string, knownUntil: Instant): Promise<void> {
  await sql`UPDATE accounts.sign_in_networks SET failures = 0, locked_until = NULL, known_until = ${knownUntil}::timestamptz
    WHERE username = ${userName} AND network = ${network}`.execute(tx);
}

/** Takes one attempt back that was not wrong. */
export async function takeBackAttempt(tx: Tx, userName: string, network: string): Promise<void> {
  await sql`UPDATE accounts.sign_in_networks SET failures = greatest(failures - 1, 0)
    WHERE username = ${userName} AND network = ${network}`.execute(tx);
}
