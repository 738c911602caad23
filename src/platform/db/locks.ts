import { sql } from "kysely";
import type { Tx } from "./types.ts";

/**
 * Keys of session-level advisory locks, each taken for one purpose; (first, second) as PostgreSQL takes two int4. The
 * first number is the platform's, so that other programs on the same database do not collide.
 */
export const LOCKS = {
  /** Making roles and applying migrations. */
  migrate: [0x6d78, 1],
  /** Held by the one supervisor of an embedded server as long as it lives. */
  supervisor: [0x6d78, 2],
} as const;

/**
 * Lets one transaction at a time pass for what the words name together; the others wait here until it ends, and then read
 * what it left. Taken before the first read on which a write rests.
 */
export async function takeTurn(tx: Tx, ...what: readonly [string, ...string[]]): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${what.join(" ")}, 0))`.execute(tx);
}
