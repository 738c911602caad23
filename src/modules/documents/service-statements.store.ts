import { sql } from "kysely";
import type { RecordId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** What a body said about the service of one decision. */
export interface StoredServiceStatement {
  readonly recordId: RecordId;
  readonly sequence: number;
  /** Day of service; null says that it is not served yet. */
  readonly servedOn: LocalDate | null;
  /** Number of the attached paper that proves it. */
  readonly document: number | null;
  readonly note: string | null;
  readonly statedBy: string;
  readonly statedAt: Instant;
}

export type NewServiceStatement = Omit<StoredServiceStatement, "sequence"> & { readonly sourceBody: string };

/** Statements on these records, each record's first one first. */
export async function listServiceStatements(tx: Tx, records: readonly RecordId[]): Promise<StoredServiceStatement[]> {
  if (records.length === 0) return [];
  const found = await sql<StoredServiceStatement>`
    SELECT record_id AS "recordId", sequence, served_on AS "servedOn", document, note, stated_by AS "statedBy",
      stated_at AS "statedAt"
    FROM service_statements WHERE record_id = ANY(${[...records]}::uuid[]) ORDER BY record_id, sequence`.execute(tx);
  return found.rows;
}

/** Adds one statement to each of these records, under the next number of each. */
export async function insertServiceStatements(tx: Tx, statements: readonly NewServiceStatement[]): Promise<void> {
  if (statements.length === 0) return;
  const of = <Value>(value: (statement: NewServiceStatement) => Value): Value[] => statements.map(value);
  await sql`INSERT INTO service_statements (record_id, sequence, source_body, served_on, document, note, stated_by, stated_at)
    SELECT s.record_id, coalesce((SELECT max(e.sequence) FROM service_statements e WHERE e.record_id = s.record_id), 0) + 1,
      s.source_body, s.served_on, s.document, s.note, s.stated_by, s.stated_at
    FROM unnest(${of((one) => one.recordId)}::uuid[], ${of((one) => one.sourceBody)}::text[], ${of((one) => one.servedOn)}::date[],
      ${of((one) => one.document)}::integer[], ${of((one) => one.note)}::text[], ${of((one) => one.statedBy)}::text[],
      ${of((one) => one.statedAt)}::timestamptz[])
      AS s (record_id, source_body, served_on, document, note, stated_by, stated_at)`.execute(tx);
}
