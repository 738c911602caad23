import type { RehomedRecords } from "#records";
import type { Tx } from "../../platform/db/types.ts";
import { countWaitingOf } from "./waiting-rows.store.ts";

/** Tells how many waiting rows follow a subject that goes: they name it, and are read under the one that it leads to. */
export async function onRehomedCountWaiting(
  tx: Tx,
  { from }: RehomedRecords,
): Promise<Readonly<Record<string, number>>> {
  return { waitingRows: await countWaitingOf(tx, from) };
}
