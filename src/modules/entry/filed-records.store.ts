import { sql, type RawBuilder } from "kysely";
import { foldDocumentNumber, foldName } from "#subjects";
import type { ProceedingId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** A record in the list of what a body reported. */
export interface FiledRecord {
  readonly recordId: RecordId;
  readonly subjectId: SubjectId;
  readonly subjectName: string;
  readonly item: string;
  readonly edition: number;
  readonly sourceBody: string;
  readonly documentNumber: string;
  readonly decisionDate: LocalDate;
  readonly state: "active" | "withdrawn";
  readonly version: number;
  /** Why it is not public. */
  readonly hold: string | null;
  readonly dueOn: LocalDate | null;
  readonly publicUntil: LocalDate | null;
  readonly firstPublicAt: Instant | null;
  /** The proposal that waits about it. */
  readonly waiting: ProceedingId | null;
}

/** What is looked for; null leaves a part open. */
export interface FiledFilter {
  /** Document number, or name or credit code of the party, or a part of them. */
  readonly text: string | null;
  readonly item: string | null;
  readonly body: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly state: string | null;
}

/** Keyset of the list: decision day and id of the last record shown. */
export interface FiledCursor {
  readonly decisionDate: LocalDate;
  readonly recordId: RecordId;
}

const FILED = sql`SELECT r.record_id AS "recordId", r.subject_id AS "subjectId", r.item, r.head_edition AS edition,
    r.source_body AS "sourceBody", coalesce(p.masked ->> (e.roles ->> 'document-number'), r.document_number) AS "documentNumber", r.decision_date AS "decisionDate", r.state,
    r.head_version AS version, coalesce(c.payload ->> (e.roles ->> 'subject-name'), '') AS "subjectName",
    p.hold, p.due_on AS "dueOn", nullif(p.last_day, 'infinity') AS "publicUntil", p.first_public_at AS "firstPublicAt",
    (SELECT a.proceeding_id FROM record_amendments a JOIN proceedings g ON g.proceeding_id = a.proceeding_id
      WHERE a.record_id = r.record_id AND g.ended_at IS NULL LIMIT 1) AS waiting
  FROM records r
  JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
  LEFT JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
  LEFT JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version`;

/** Subjects whose names a text may mean are looked for up to this many. */
const MOST_SUBJECTS = 200;

/** Records as their source filed them, newest decision first; row-level security leaves those of the reader's body. */
export async function listFiledRecords(
  tx: Tx,
  filter: FiledFilter,
  after: FiledCursor | null,
  limit: number,
): Promise<FiledRecord[]> {
  const parts: RawBuilder<unknown>[] = [sql`r.state <> 'rehomed'`];
  if (filter.item !== null) parts.push(sql`r.item = ${filter.item}`);
  if (filter.body !== null) parts.push(sql`r.source_body = ${filter.body}`);
  if (filter.from !== null) parts.push(sql`r.decision_date >= ${filter.from}::date`);
  if (filter.to !== null) parts.push(sql`r.decision_date <= ${filter.to}::date`);
  if (filter.state !== null) parts.push(sql`r.state = ${filter.state}`);
  if (filter.text !== null) parts.push(means(filter.text));
  if (after) parts.push(sql`(r.decision_date, r.record_id) < (${after.decisionDate}::date, ${after.recordId}::uuid)`);
  const found = await sql<FiledRecord>`${FILED} WHERE ${sql.join(parts, sql` AND `)}
    ORDER BY r.decision_date DESC, r.record_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

function means(text: string): RawBuilder<unknown> {
  const document = foldDocumentNumber(text);
  const name = foldName(text);
  const code = text.normalize("NFKC").trim().toUpperCase();
  return sql`(position(${document} IN r.document_folded) > 0
    OR r.subject_id IN (SELECT i.subject_id FROM subject_identifiers i WHERE i.value = ${code})
    OR (${name} <> '' AND r.subject_id IN (SELECT s.subject_id FROM subject_search s
      WHERE position(${name} IN s.folded) > 0 LIMIT ${MOST_SUBJECTS})))`;
}

export async function findFiledRecord(tx: Tx, recordId: RecordId): Promise<FiledRecord | null> {
  const found = await sql<FiledRecord>`${FILED}
    WHERE r.record_id = ${recordId}::uuid AND r.state <> 'rehomed'`.execute(tx);
  return found.rows[0] ?? null;
}
