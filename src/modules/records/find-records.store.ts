import { sql } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** A record under the place that its natural key has in the question. */
export interface FoundRecord {
  readonly place: number;
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
}

/** Where a record stands and whose it is; null where the transaction may see none. */
export async function findRecordPlace(
  tx: Tx,
  recordId: RecordId,
): Promise<{
  readonly sourceBody: string;
  readonly item: string;
  readonly decisionDate: LocalDate;
  readonly state: "active" | "withdrawn" | "rehomed";
} | null> {
  const found = await sql<{
    sourceBody: string;
    item: string;
    decisionDate: LocalDate;
    state: "active" | "withdrawn" | "rehomed";
  }>`SELECT source_body AS "sourceBody", item, decision_date AS "decisionDate", state FROM records
    WHERE record_id = ${recordId}::uuid ORDER BY state = 'rehomed', head_version DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** The records with these natural keys that were not withdrawn; keys without one are absent. */
export async function findActiveRecords(tx: Tx, naturalKeys: readonly Uint8Array[]): Promise<readonly FoundRecord[]> {
  if (naturalKeys.length === 0) return [];
  const keys = naturalKeys.map((key) => Buffer.from(key));
  const found = await sql<FoundRecord>`
    SELECT wanted.place::integer - 1 AS place, k.subject_id AS "subjectId", k.record_id AS "recordId"
    FROM unnest(${keys}::bytea[]) WITH ORDINALITY AS wanted (natural_key, place)
    JOIN record_keys k ON k.natural_key = wanted.natural_key
    JOIN records r ON r.subject_id = k.subject_id AND r.record_id = k.record_id
    WHERE r.state = 'active'`.execute(tx);
  return found.rows;
}
