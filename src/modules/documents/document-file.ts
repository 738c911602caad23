import { join } from "node:path";
import type { FileId } from "./document.ts";

/** The directory of all sealed documents. */
export function documentsDirectory(dataDirectory: string): string {
  return join(dataDirectory, "documents");
}

/** Where a sealed document lies: two levels by the id's last characters, since its first ones are time. */
export function documentPath(dataDirectory: string, fileId: FileId): string {
  return join(documentsDirectory(dataDirectory), fileId.slice(-2), `${fileId}.sealed`);
}
