import { sql, type RawBuilder } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type {
  GoneRecord,
  PublicChange,
  PublicRecord,
  PublicRecordSummary,
  PublicSubject,
  PublicSubjectSummary,
  RegisterFigures,
} from "./public-register.ts";
import type { RowValues } from "#catalogue";
import { nameHistory } from "#subjects";

/** Which records a list shows. Dates bound the decision day, both included. */
export interface RecordFilter {
  readonly item?: string;
  readonly body?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly subjectId?: SubjectId;
  readonly documentFolded?: string;
}

/** Keyset of a list: the decision day and id of the last entry shown. */
export interface ListCursor {
  readonly decisionDate: LocalDate;
  readonly recordId: RecordId;
}

interface SummaryRow {
  subject_id: SubjectId;
  record_id: RecordId;
  item: string;
  edition: number;
  source_body: string;
  document_number: string;
  decision_date: LocalDate;
  severity: string | null;
  first_public_at: Instant;
  public_until: LocalDate | null;
  subject_name: string;
  uscc: string | null;
  headline: string | null;
  authority: string | null;
  valid_to: LocalDate | null;
}

const SUMMARY = sql`r.subject_id, r.record_id, r.item, r.edition, r.source_body, r.document_number, r.decision_date, r.severity,
  r.first_public_at, r.public_until, r.content ->> (r.roles ->> 'subject-name') AS subject_name,
  (SELECT max(s.uscc) FROM register.subjects s WHERE s.subject_id = r.subject_id) AS uscc,
  r.content ->> (r.roles ->> 'headline') AS headline, r.content ->> (r.roles ->> 'authority-name') AS authority,
  r.content ->> (r.roles ->> 'valid-to') AS valid_to`;

function where(filter: RecordFilter, after: ListCursor | null): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.item !== undefined) parts.push(sql`r.item = ${filter.item}`);
  if (filter.body !== undefined) parts.push(sql`r.source_body = ${filter.body}`);
  if (filter.from !== undefined) parts.push(sql`r.decision_date >= ${filter.from}::date`);
  if (filter.to !== undefined) parts.push(sql`r.decision_date <= ${filter.to}::date`);
  if (filter.subjectId !== undefined) parts.push(sql`r.subject_id = ${filter.subjectId}::uuid`);
  if (filter.documentFolded !== undefined) parts.push(sql`r.document_folded = ${filter.documentFolded}`);
  if (after) parts.push(sql`(r.decision_date, r.record_id) < (${after.decisionDate}::date, ${after.recordId}::uuid)`);
  return sql.join(parts, sql` AND `);
}

/** Public records, newest decision first, at most `limit`. */
export async function listPublicRecords(
  db: Db,
  filter: RecordFilter,
  after: ListCursor | null,
  limit: number,
): Promise<PublicRecordSummary[]> {
  const found = await sql<SummaryRow>`SELECT ${SUMMARY} FROM register.records r WHERE ${where(filter, after)}
    ORDER BY r.decision_date DESC, r.record_id DESC LIMIT ${limit}`.execute(db);
  return found.rows.map(toSummary);
}

/** How many public records the filter meets, counted up to `ceiling`. */
export async function countPublicRecords(db: Db, filter: RecordFilter, ceiling: number): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM
    (SELECT 1 FROM register.records r WHERE ${where(filter, null)} LIMIT ${ceiling}) AS counted`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** A record as the public sees it today, or what became of it, or null when the public never knew it. */
export async function findPublicRecord(db: Db, recordId: RecordId): Promise<PublicRecord | GoneRecord | null> {
  const found = await sql<
    SummaryRow & {
      content: RowValues;
      masked: Record<string, string>;
      version: number;
      reported_at: Instant;
      due_on: LocalDate | null;
      due_missing: string | null;
      commitment: Buffer;
    }
  >`SELECT ${SUMMARY}, r.content, r.masked, r.version, r.reported_at, r.due_on, r.due_missing, r.commitment
    FROM register.records r WHERE r.record_id = ${recordId}::uuid`.execute(db);
  const row = found.rows[0];
  if (!row) return findGone(db, recordId);
  return {
    ...toSummary(row),
    subjectId: row.subject_id,
    values: row.content,
    maskedFields: Object.keys(row.masked),
    version: row.version,
    changes: await listChanges(db, recordId),
    reportedAt: row.reported_at,
    dueOn: row.due_on,
    dueMissing: row.due_missing,
    commitment: row.commitment.toString("hex"),
  };
}

async function listChanges(db: Db, recordId: RecordId): Promise<PublicChange[]> {
  const found = await sql<{
    version: number;
    known_from: Instant;
    cause: PublicChange["cause"];
    changed_fields: string[];
  }>`
    SELECT version, known_from, cause, changed_fields FROM register.record_changes
    WHERE record_id = ${recordId}::uuid ORDER BY version`.execute(db);
  return found.rows.map((row) => ({
    version: row.version,
    at: row.known_from,
    cause: row.cause,
    changedFields: row.changed_fields,
  }));
}

async function findGone(db: Db, recordId: RecordId): Promise<GoneRecord | null> {
  const found = await sql<{ reason: GoneRecord["reason"]; since: LocalDate }>`
    SELECT reason, since FROM register.gone_records WHERE record_id = ${recordId}::uuid`.execute(db);
  const row = found.rows[0];
  return row ? { recordId, reason: row.reason, since: row.since } : null;
}

/** A subject by its credit code or its id, with counts of its public records by item. */
export async function findPublicSubject(
  db: Db,
  by: { readonly uscc: string } | { readonly subjectId: SubjectId },
): Promise<PublicSubject | null> {
  const condition = "uscc" in by ? sql`s.uscc = ${by.uscc}` : sql`s.subject_id = ${by.subjectId}::uuid`;
  const names = await sql<{
    subject_id: SubjectId;
    uscc: string | null;
    kind: PublicSubject["kind"];
    name: string;
    folded: string;
    from: LocalDate;
    registeredFrom: LocalDate | null;
  }>`
    SELECT s.subject_id, s.uscc, s.kind, n.name, n.folded, n.valid_from AS "from", n.registered_from AS "registeredFrom"
    FROM (SELECT DISTINCT ON (subject_id) subject_id, uscc, kind FROM register.subjects s WHERE ${condition}) s
    JOIN register.names n ON n.subject_id = s.subject_id`.execute(db);
  const history = nameHistory(names.rows);
  if (!history) return null;
  const { current, former } = history;
  const counts = await sql<{
    item: string;
    count: number;
  }>`SELECT item, count(*)::integer AS count FROM register.records
    WHERE subject_id = ${current.subject_id}::uuid GROUP BY item`.execute(db);
  return {
    subjectId: current.subject_id,
    uscc: current.uscc,
    name: current.name,
    kind: current.kind,
    formerNames: former,
    counts: Object.fromEntries(counts.rows.map((row) => [row.item, row.count])),
  };
}

/** The subject that a merged one turned out to be, by the code or id of the merged one. */
export async function findRedirect(
  db: Db,
  by: { readonly uscc: string } | { readonly subjectId: SubjectId },
): Promise<SubjectId | null> {
  const found = await (
    "uscc" in by
      ? sql<{ into: SubjectId }>`SELECT subject_id AS into FROM register.codes WHERE uscc = ${by.uscc}`
      : sql<{
          into: SubjectId;
        }>`SELECT into_subject AS into FROM register.redirects WHERE subject_id = ${by.subjectId}::uuid`
  ).execute(db);
  return found.rows[0]?.into ?? null;
}

/**
 * Subjects whose name contains the folded query; exact first, then by beginning, then the shorter. Custom plans, since a
 * generic plan for arrays is many times slower at the tail: the statement is unnamed.
 */
export async function searchSubjects(
  db: Db,
  query: { readonly folded: string; readonly grams: readonly number[] },
  offsetName: { readonly rank: number; readonly folded: string; readonly subjectId: SubjectId } | null,
  limit: number,
): Promise<(PublicSubjectSummary & { readonly rank: number; readonly folded: string })[]> {
  const pattern = query.folded.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  const found = await sql<{
    subject_id: SubjectId;
    uscc: string | null;
    name: string;
    kind: PublicSubjectSummary["kind"];
    folded: string;
    rank: number;
    current_name: string;
    records: number;
  }>`
    WITH hits AS (
      SELECT DISTINCT ON (s.subject_id) s.subject_id, s.uscc, s.name, s.kind, s.folded,
        CASE WHEN s.folded = ${query.folded} THEN 0 WHEN s.folded LIKE ${`${pattern}%`} THEN 1 ELSE 2 END AS rank
      FROM register.subjects s
      WHERE s.searchable AND s.grams @> ${[...query.grams]}::integer[] AND s.folded LIKE ${`%${pattern}%`}
      ORDER BY s.subject_id, rank, s.folded)
    SELECT h.*, (SELECT n.name FROM register.names n WHERE n.subject_id = h.subject_id ORDER BY n.registered_from DESC NULLS LAST, n.valid_from DESC, n.folded LIMIT 1) AS current_name,
      (SELECT count(*)::integer FROM register.records r WHERE r.subject_id = h.subject_id) AS records
    FROM hits h
    WHERE ${offsetName === null ? sql`true` : sql`(h.rank, char_length(h.folded), h.folded, h.subject_id) > (${offsetName.rank}, char_length(${offsetName.folded}), ${offsetName.folded}, ${offsetName.subjectId}::uuid)`}
    ORDER BY h.rank, char_length(h.folded), h.folded, h.subject_id LIMIT ${limit}`.execute(db);
  return found.rows.map((row) => ({
    subjectId: row.subject_id,
    uscc: row.uscc,
    name: row.current_name,
    kind: row.kind,
    matchedName: row.name === row.current_name ? null : row.name,
    publicRecords: row.records,
    rank: row.rank,
    folded: row.folded,
  }));
}

/** The figures of the home page, without the on-time figure. */
export async function readFigures(db: Db): Promise<Omit<RegisterFigures, "onTimeThisMonth">> {
  const found = await sql<{ records: number; subjects: number; last: Instant | null }>`
    SELECT (SELECT count(*)::integer FROM register.records) AS records,
      (SELECT count(DISTINCT subject_id)::integer FROM register.subjects) AS subjects,
      (SELECT max(reported_at) FROM register.timeliness) AS last`.execute(db);
  const row = found.rows[0];
  return { publicRecords: row?.records ?? 0, subjects: row?.subjects ?? 0, lastUpdate: row?.last ?? null };
}

function toSummary(row: SummaryRow): PublicRecordSummary {
  return {
    recordId: row.record_id,
    item: row.item,
    edition: row.edition,
    subjectName: row.subject_name,
    uscc: row.uscc,
    headline: row.headline ?? row.document_number,
    documentNumber: row.document_number,
    authority: row.authority ?? "",
    sourceBody: row.source_body,
    decisionDate: row.decision_date,
    severity: row.severity,
    firstPublicAt: row.first_public_at,
    publicUntil: row.public_until,
    validTo: row.valid_to,
  };
}
