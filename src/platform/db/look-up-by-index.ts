import { sql } from "kysely";
import type { Tx } from "./types.ts";

/**
 * Lets the statements of a bulk transaction find rows by index where there is one. Such a transaction fills tables whose
 * statistics know nothing of its rows: without this the planner reads all names for each chunk of a file, the longer the
 * more there are.
 */
export async function lookUpByIndex(tx: Tx): Promise<void> {
  await sql`SET LOCAL enable_seqscan = off`.execute(tx);
}
