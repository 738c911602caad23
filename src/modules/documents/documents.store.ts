import { sql } from "kysely";
import type { RecordId } from "../../kernel/ids.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { FileId, StoredDocument } from "./document.ts";

/** A document on its way into the store. */
export type NewDocument = Omit<StoredDocument, "sequence"> & { readonly fileId: FileId; readonly fileKey: Buffer };

const COLUMNS = sql`record_id AS "recordId", sequence, source_body AS "sourceBody", kind, media_type AS "mediaType", bytes,
  encode(sha256, 'hex') AS sha256, pages, file_name AS "fileName", filed_by AS "filedBy", filed_at AS "filedAt"`;

/** Lets one writer at a time attach to a record or state its service, until the transaction ends. */
export async function lockDocuments(tx: Tx, recordId: RecordId): Promise<void> {
  await takeTurn(tx, "documents", recordId);
}

/** All documents of a record, the first one first. */
export async function listDocuments(tx: Tx, recordId: RecordId): Promise<StoredDocument[]> {
  const found = await sql<StoredDocument>`SELECT ${COLUMNS} FROM documents
    WHERE record_id = ${recordId}::uuid ORDER BY sequence`.execute(tx);
  return found.rows;
}

/** A document with what opens its file. */
export async function findDocument(
  tx: Tx,
  recordId: RecordId,
  sequence: number,
): Promise<(StoredDocument & { readonly fileId: FileId; readonly fileKey: Buffer }) | null> {
  const found = await sql<StoredDocument & { readonly fileId: FileId; readonly fileKey: Buffer }>`
    SELECT ${COLUMNS}, file_id AS "fileId", file_key AS "fileKey" FROM documents
    WHERE record_id = ${recordId}::uuid AND sequence = ${sequence}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Adds a document under the next number of its record; gives the number. To be called under {@link lockDocuments}. */
export async function insertDocument(tx: Tx, document: NewDocument): Promise<number> {
  const { recordId, sourceBody, kind, mediaType, bytes, sha256, pages, fileName, fileId, fileKey, filedBy, filedAt } =
    document;
  const made = await sql<{ sequence: number }>`
    INSERT INTO documents (record_id, sequence, source_body, kind, media_type, bytes, sha256, pages, file_name, file_id, file_key,
      filed_by, filed_at)
    SELECT ${recordId}::uuid, coalesce(max(sequence), 0) + 1, ${sourceBody}, ${kind}, ${mediaType}, ${bytes}::integer,
      decode(${sha256}, 'hex'), ${pages}::integer, ${fileName}, ${fileId}::uuid, ${fileKey}::bytea, ${filedBy}, ${filedAt}::timestamptz
    FROM documents WHERE record_id = ${recordId}::uuid
    RETURNING sequence`.execute(tx);
  const row = made.rows[0];
  if (!row) throw new Error(`the document of ${recordId} is not there`);
  return row.sequence;
}

/** Which of these files a document names. */
export async function findFiled(tx: Tx, fileIds: readonly FileId[]): Promise<ReadonlySet<FileId>> {
  const found = await sql<{ file_id: FileId }>`SELECT file_id FROM documents
    WHERE file_id = ANY(${[...fileIds]}::uuid[])`.execute(tx);
  return new Set(found.rows.map((row) => row.file_id));
}
