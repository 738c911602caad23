import type { FiledBatch } from "#records";
import { dateOf } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { moveFirstPublication } from "./publications.store.ts";

/**
 * A batch that began before midnight and is filed after it is public on the later day: nobody saw it before. The days are
 * what timeliness compares, so only a batch that crosses midnight is dated anew.
 */
export async function dateFirstPublication(tx: Tx, batch: FiledBatch): Promise<void> {
  if (dateOf(batch.knownFrom) !== dateOf(batch.filedAt)) await moveFirstPublication(tx, batch);
}
