import { sql } from "kysely";
import { inTransaction } from "./pool.ts";
import type { Db, Tx } from "./types.ts";

/**
 * Runs `work` in a transaction that has declared its row scope. Row-level security shows nothing to a transaction
 * without one, so a forgotten scope yields emptiness, never a leak.
 */
export function inScope<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inTransaction(db, async (tx) => {
    await sql`SELECT set_config('mingxin.scope', 'all', true)`.execute(tx);
    return work(tx);
  });
}
