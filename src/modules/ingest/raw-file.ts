import { join } from "node:path";
import type { BatchId } from "../../kernel/ids.ts";

/** The directory of all sealed raw files. */
export function rawFilesDirectory(dataDirectory: string): string {
  return join(dataDirectory, "raw");
}

/** Where the sealed raw file of a batch lies: two levels by the id's last characters, since its first ones are time. */
export function rawFilePath(dataDirectory: string, batchId: BatchId): string {
  return join(rawFilesDirectory(dataDirectory), batchId.slice(-2), `${batchId}.sealed`);
}
