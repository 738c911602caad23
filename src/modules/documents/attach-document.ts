import { randomBytes } from "node:crypto";
import { unlink } from "node:fs/promises";
import { recordAudit } from "#audit";
import { maskPersonalNumbers } from "#catalogue";
import { findRecordPlace, recordProblem } from "#records";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type RecordId } from "../../kernel/ids.ts";
import { cutText, storableText } from "../../kernel/text.ts";
import type { Clock, Instant } from "../../kernel/time.ts";
import { inScope, inScopeOf } from "../../platform/db/scope.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import { writeSealed } from "../../platform/files.ts";
import { wrapKey, type Keyring } from "../../platform/keyring.ts";
import { documentPath } from "./document-file.ts";
import type { DocumentKind, FileId, StoredDocument } from "./document.ts";
import { documentProblem } from "./documents.problems.ts";
import { findFiled, insertDocument, listDocuments, lockDocuments, type NewDocument } from "./documents.store.ts";
import { inspectDocument } from "./inspect-document.rules.ts";

export interface DocumentStore {
  readonly db: Db;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly dataDirectory: string;
}

export interface AttachDocument {
  readonly recordId: RecordId;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly content: AsyncIterable<Buffer>;
  readonly actor: Actor;
  readonly requestId: string;
}

const FAULTS = {
  unknown: "not-a-document",
  "not-whole": "not-whole",
  active: "active-content",
  encrypted: "encrypted",
} as const;

/**
 * Attaches a paper to a record of the actor's body: looked at as bytes, sealed with a key of its own, filed under the next
 * number. The newest of its kind once more changes nothing and is given back.
 * @throws Problem records/unknown-record, documents/no-content, documents/not-a-document, documents/not-whole,
 *   documents/active-content, documents/encrypted
 */
export async function attachDocument(
  store: DocumentStore,
  command: AttachDocument,
): Promise<{ readonly document: StoredDocument; readonly created: boolean }> {
  const content = await wholeOf(command.content);
  if (content.length === 0) throw documentProblem("no-content");
  const inspection = inspectDocument(content);
  if ("fault" in inspection) throw documentProblem(FAULTS[inspection.fault]);
  const { recordId, actor } = command;
  await inScopeOf(store.db, actor, (tx) => bodyOf(tx, recordId));
  const fileId = newId<FileId>();
  const path = documentPath(store.dataDirectory, fileId);
  const key = randomBytes(32);
  const { bytes, sha256 } = await writeSealed(path, onePiece(content), key);
  try {
    const file = { ...inspection, bytes, sha256, fileId, fileKey: wrapKey(store.keyring, key) };
    const filed = await inScopeOf(store.db, actor, (tx) => fileDocument(tx, command, file, store.clock.now()));
    if (!filed.created) await unlink(path);
    return filed;
  } catch (error) {
    // What cannot be looked up now is left to the sweep; a file left over only takes room.
    await unlinkIfUnfiled(store.db, { recordId, fileId, path }).catch(() => undefined);
    throw error;
  }
}

async function bodyOf(tx: Tx, recordId: RecordId): Promise<string> {
  const place = await findRecordPlace(tx, recordId);
  if (!place) throw recordProblem("unknown-record");
  return place.sourceBody;
}

async function fileDocument(
  tx: Tx,
  command: AttachDocument,
  file: Pick<NewDocument, "mediaType" | "pages" | "bytes" | "sha256" | "fileId" | "fileKey">,
  filedAt: Instant,
): Promise<{ readonly document: StoredDocument; readonly created: boolean }> {
  const { recordId, kind, actor, requestId } = command;
  const sourceBody = await bodyOf(tx, recordId);
  await lockDocuments(tx, recordId);
  const newest = (await listDocuments(tx, recordId)).findLast((document) => document.kind === kind);
  if (newest?.sha256 === file.sha256) return { document: newest, created: false };
  const { fileId, fileKey, ...content } = file;
  const document = {
    recordId,
    sourceBody,
    kind,
    ...content,
    fileName: nameOf(command.fileName),
    filedBy: actor.id,
    filedAt,
  };
  const sequence = await insertDocument(tx, { ...document, fileId, fileKey });
  await recordAudit(tx, {
    at: filedAt,
    actor,
    action: "documents/attach-document",
    target: recordId,
    detail: { sequence, kind, sha256: file.sha256, bytes: file.bytes },
    requestId,
  });
  return { document: { ...document, sequence }, created: true };
}

/**
 * An error does not tell whether the document was filed: the connection may have been lost behind its COMMIT. So a
 * transaction of its own looks, after the other one has ended.
 */
async function unlinkIfUnfiled(
  db: Db,
  { recordId, fileId, path }: { readonly recordId: RecordId; readonly fileId: FileId; readonly path: string },
): Promise<void> {
  const filed = await inScope(db, async (tx) => {
    await lockDocuments(tx, recordId);
    return findFiled(tx, [fileId]);
  });
  if (!filed.has(fileId)) await unlink(path);
}

/** A name as people gave it, without ways into other directories and without signs that steer. */
function nameOf(text: string): string {
  const last = text.split(/[\\/]/).at(-1) ?? "";
  const plain = storableText(last).replaceAll(/\p{C}/gu, "").trim();
  return cutText(plain === "" ? "document" : maskPersonalNumbers(plain).text, 200);
}

async function wholeOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* onePiece(content: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(content);
}
