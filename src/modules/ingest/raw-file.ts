import { join } from "node:path";
import type { BatchId } from "../../kernel/ids.ts";

/** Where the sealed raw file of a batch lies: two levels by the id's last characters, since its first ones are time. */
export function rawFilePath(dataDirectory: string, batchId: BatchId): string {
  return join(dataDirectory, "raw", batchId.slice(-2), `${batchId}.sealed`);
}
