import { sql } from "kysely";
import { scopeOf, type Actor } from "../../kernel/actor.ts";
import { inTransaction, type TransactionOptions } from "./pool.ts";
import type { Db, Tx } from "./types.ts";

/**
 * Runs `work` for the platform itself in a transaction that sees all rows. Row-level security shows nothing to a
 * transaction that declared no scope, so a forgotten one yields emptiness, never a leak. What somebody asked for runs in
 * {@link inScopeOf} theirs.
 */
export function inScope<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return declared(db, "all", work);
}

/** Runs `work` in a transaction that sees what this actor may: all rows, those of one body, or none. */
export function inScopeOf<Result>(db: Db, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const scope = scopeOf(actor);
  return declared(db, typeof scope === "string" ? scope : `body:${scope.body}`, work);
}

/**
 * Reads for the platform itself in one snapshot: whatever is committed meanwhile, all that `work` reads is as of one moment,
 * so that a figure and the rows behind it agree. Sees all rows.
 */
export function inSnapshot<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return declared(db, "all", work, { isolation: "repeatable read" });
}

function declared<Result>(
  db: Db,
  scope: string,
  work: (tx: Tx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  return inTransaction(
    db,
    async (tx) => {
      await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
      return work(tx);
    },
    options,
  );
}
