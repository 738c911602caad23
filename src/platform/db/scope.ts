import { sql } from "kysely";
import { scopeOf, SYSTEM_ACTOR, type Actor } from "../../kernel/actor.ts";
import { grantsOf } from "../../kernel/permission.ts";
import { inTransaction, type TransactionOptions } from "./pool.ts";
import type { Db, Tx } from "./types.ts";

/**
 * Runs `work` for the platform itself in a transaction that sees all rows. Row-level security shows nothing to a
 * transaction that declared no scope, so a forgotten one yields emptiness, never a leak. What somebody asked for runs in
 * {@link inScopeOf} theirs.
 */
export function inScope<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return declared(db, SYSTEM_ACTOR, work);
}

/**
 * Runs `work` in a transaction that sees what this actor may: all rows, those of one body, or none; and of what is one
 * person's or for holders of a grant, their own.
 */
export function inScopeOf<Result>(db: Db, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return declared(db, actor, work);
}

/**
 * Reads for the platform itself in one snapshot: whatever is committed meanwhile, all that `work` reads is as of one moment,
 * so that a figure and the rows behind it agree. Sees all rows.
 */
export function inSnapshot<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return declared(db, SYSTEM_ACTOR, work, { isolation: "repeatable read" });
}

function declared<Result>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const rows = scopeOf(actor);
  const scope = typeof rows === "string" ? rows : `body:${rows.body}`;
  const grants = grantsOf(actor.roles).join(",");
  return inTransaction(
    db,
    async (tx) => {
      await sql`SELECT set_config('mingxin.scope', ${scope}, true), set_config('mingxin.actor', ${actor.id}, true),
        set_config('mingxin.actor_body', ${actor.body ?? ""}, true), set_config('mingxin.grants', ${grants}, true)`.execute(
        tx,
      );
      return work(tx);
    },
    options,
  );
}

/**
 * Does within somebody's transaction what the platform keeps itself for all bodies, such as the names of subjects; the
 * scope of before holds again afterwards.
 */
export async function asPlatform<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  const before = await sql<{ scope: string }>`SELECT current_setting('mingxin.scope') AS scope`.execute(tx);
  await sql`SELECT set_config('mingxin.scope', 'all', true)`.execute(tx);
  const result = await work();
  await sql`SELECT set_config('mingxin.scope', ${before.rows[0]?.scope ?? "none"}, true)`.execute(tx);
  return result;
}
