import { sql } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";

interface Place {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
}

/**
 * Adds a natural key under which a record is known from now on; its keys of before lead to it, too. False where the key
 * leads to another record.
 */
export async function addRecordKey(tx: Tx, { subjectId, recordId }: Place, naturalKey: Uint8Array): Promise<boolean> {
  const key = Buffer.from(naturalKey);
  const added = await sql`INSERT INTO record_keys (natural_key, subject_id, record_id)
    VALUES (${key}, ${subjectId}::uuid, ${recordId}::uuid) ON CONFLICT DO NOTHING`.execute(tx);
  if (Number(added.numAffectedRows ?? 0n) === 0) return (await findRecordOfKey(tx, naturalKey)) === recordId;
  await sql`UPDATE records SET added_keys = array_append(added_keys, ${key}::bytea)
    WHERE subject_id = ${subjectId}::uuid AND record_id = ${recordId}::uuid`.execute(tx);
  return true;
}

/** The record that a natural key leads to, whatever its state. */
export async function findRecordOfKey(tx: Tx, naturalKey: Uint8Array): Promise<RecordId | null> {
  const found = await sql<{ recordId: RecordId }>`SELECT record_id AS "recordId" FROM record_keys
    WHERE natural_key = ${Buffer.from(naturalKey)}`.execute(tx);
  return found.rows[0]?.recordId ?? null;
}

/** Remembers a content that people corrected, so that a file that brings it again changes nothing. */
export async function rememberCorrected(
  tx: Tx,
  { subjectId, recordId }: Place,
  { wrong, right }: { readonly wrong: Uint8Array; readonly right: Uint8Array },
): Promise<void> {
  await sql`UPDATE records SET corrected_hashes = array_remove(array_append(corrected_hashes, ${Buffer.from(wrong)}::bytea),
      ${Buffer.from(right)}::bytea)
    WHERE subject_id = ${subjectId}::uuid AND record_id = ${recordId}::uuid`.execute(tx);
}
