import type { Actor } from "../../kernel/actor.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Db } from "../../platform/db/types.ts";
import { existsFiledBatch, listBatches } from "./batches.store.ts";

/** Whether nothing was ever handed in. */
export async function isEmptyRegister(db: Db): Promise<boolean> {
  return (
    (await inScope(db, (tx) => listBatches(tx, { item: null, state: null, sourceBody: null, open: false }, 1, null)))
      .length === 0
  );
}

/** Whether anything that this actor handed in was filed. */
export function hasFiledBatches(db: Db, actor: Actor): Promise<boolean> {
  return inScope(db, (tx) => existsFiledBatch(tx, actor.id));
}
