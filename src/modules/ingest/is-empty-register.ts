import { inScope } from "../../platform/db/scope.ts";
import type { Db } from "../../platform/db/types.ts";
import { listBatches } from "./batches.store.ts";

/** Whether nothing was ever handed in. */
export async function isEmptyRegister(db: Db): Promise<boolean> {
  return (await inScope(db, (tx) => listBatches(tx, 1, null))).length === 0;
}
