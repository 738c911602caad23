import type { BatchId } from "../../kernel/ids.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Db } from "../../platform/db/types.ts";
import { listUnclaimed } from "./batches.store.ts";

/** Batches that no living worker holds, oldest first: fresh ones, and those whose worker died. */
export function listWaitingBatches(db: Db): Promise<BatchId[]> {
  return inScope(db, listUnclaimed);
}
