import { sql } from "kysely";
import type { Db } from "./types.ts";

/** Whether the database answers, and, when a relation is named, whether this role may read it. */
export async function answers(db: Db, relation?: string): Promise<boolean> {
  try {
    await (relation === undefined ? sql`SELECT 1` : sql`SELECT 1 FROM ${sql.table(relation)} LIMIT 1`).execute(db);
    return true;
  } catch {
    return false; // the caller asks whether, not why; the pool logs broken connections
  }
}
