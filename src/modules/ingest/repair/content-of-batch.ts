import type { BatchId } from "../../../kernel/ids.ts";
import type { Tx } from "../../../platform/db/types.ts";
import { unwrapKey, type Keyring } from "../../../platform/keyring.ts";
import type { Batch } from "../batch.ts";
import { findFileKey } from "../batches.store.ts";
import { rawFilePath } from "../raw-file.ts";
import type { BatchContent, SealedFile } from "./batch-content.ts";

/** Where a batch's rows lie and how they are opened. */
export async function contentOf(
  tx: Tx,
  { dataDirectory, keyring }: { readonly dataDirectory: string; readonly keyring: Keyring },
  { batchId, tableOf }: Pick<Batch, "batchId" | "tableOf">,
): Promise<BatchContent> {
  const sealed = async (id: BatchId): Promise<SealedFile> => {
    const wrapped = await findFileKey(tx, id);
    if (!wrapped) throw new Error(`batch ${id} has no raw file`);
    return { path: rawFilePath(dataDirectory, id), key: unwrapKey(keyring, wrapped) };
  };
  const own = await sealed(batchId);
  return tableOf === null ? { table: own, corrections: null } : { table: await sealed(tableOf), corrections: own };
}
