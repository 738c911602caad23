import { createHash } from "node:crypto";
import { auditedRead, type AuditEntry } from "#audit";
import type { RecordId } from "../../kernel/ids.ts";
import { readSealed } from "../../platform/files.ts";
import { unwrapKey } from "../../platform/keyring.ts";
import type { DocumentStore } from "./attach-document.ts";
import { documentPath } from "./document-file.ts";
import type { StoredDocument } from "./document.ts";
import { documentProblem } from "./documents.problems.ts";
import { findDocument } from "./documents.store.ts";

/**
 * A document with its bytes, as they came in. The look stands in the trail before anything is given away.
 * @throws Problem documents/unknown-document; SealedFileError where the file is lost or damaged
 */
export async function readDocument(
  store: DocumentStore,
  { recordId, sequence }: { readonly recordId: RecordId; readonly sequence: number },
  by: Pick<AuditEntry, "actor" | "requestId" | "purpose">,
): Promise<{ readonly document: StoredDocument; readonly content: Buffer }> {
  const look = { ...by, action: "documents/read-document", target: recordId, detail: { sequence } };
  const found = await auditedRead(store, look, (tx) => findDocument(tx, recordId, sequence));
  if (!found) throw documentProblem("unknown-document");
  const { fileId, fileKey, ...document } = found;
  const pieces: Buffer[] = [];
  const path = documentPath(store.dataDirectory, fileId);
  for await (const piece of readSealed(path, unwrapKey(store.keyring, fileKey))) pieces.push(piece);
  const content = Buffer.concat(pieces);
  const digest = createHash("sha256").update(content).digest("hex");
  if (digest !== document.sha256) throw new Error(`document ${sequence} of ${recordId} is not what was attached`);
  return { document, content };
}
