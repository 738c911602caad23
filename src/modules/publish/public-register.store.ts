import { sql, type RawBuilder } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import { runPrepared } from "../../platform/db/prepared.ts";
import type { Db } from "../../platform/db/types.ts";
import { SUBJECT_RECORDS_CEILING } from "./public-register.ts";
import type {
  GoneRecord,
  PublicChange,
  PublicRecord,
  PublicRecordSummary,
  PublicSubject,
  RegisterFigures,
} from "./public-register.ts";
import type { RowValues } from "#catalogue";
import { nameHistory, type PublicName } from "#subjects";

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
  r.first_public_at, r.public_until, r.subject_name, r.uscc, r.headline, r.authority, r.valid_to`;

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

/** One subject's or one document's records are few whatever the values; other lists are planned for theirs. */
function isShort(filter: RecordFilter): boolean {
  return filter.subjectId !== undefined || filter.documentFolded !== undefined;
}

/** Public records, newest decision first, at most `limit`. */
export async function listPublicRecords(
  db: Db,
  filter: RecordFilter,
  after: ListCursor | null,
  limit: number,
): Promise<PublicRecordSummary[]> {
  const statement = sql<SummaryRow>`SELECT ${SUMMARY} FROM register.record_list r WHERE ${where(filter, after)}
    ORDER BY r.decision_date DESC, r.record_id DESC LIMIT ${limit}`;
  return (isShort(filter) ? await runPrepared(db, statement) : (await statement.execute(db)).rows).map(toSummary);
}

/** How many public records the filter meets, counted up to `ceiling`. */
export async function countPublicRecords(db: Db, filter: RecordFilter, ceiling: number): Promise<number> {
  const statement = sql<{ count: number }>`SELECT count(*)::integer AS count FROM
    (SELECT 1 FROM register.record_list r WHERE ${where(filter, null)} LIMIT ${ceiling}) AS counted`;
  const [row] = isShort(filter) ? await runPrepared(db, statement) : (await statement.execute(db)).rows;
  return row?.count ?? 0;
}

/** A record as the public sees it today, or what became of it, or null when the public never knew it. */
export async function findPublicRecord(db: Db, recordId: RecordId): Promise<PublicRecord | GoneRecord | null> {
  const found = await sql<
    SummaryRow & {
      content: RowValues;
      masked: Record<string, string | readonly string[]>;
      version: number;
      reported_at: Instant;
      due_on: LocalDate | null;
      due_missing: string | null;
      commitment: Buffer;
    }
  >`SELECT ${SUMMARY}, f.content, f.masked, f.version, f.reported_at, f.due_on, f.due_missing, f.commitment
    FROM register.record_list r JOIN register.records f ON f.subject_id = r.subject_id AND f.record_id = r.record_id
    WHERE r.record_id = ${recordId}::uuid`.execute(db);
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
    ground: string | null;
  }>`
    SELECT version, known_from, cause, changed_fields, ground FROM register.record_changes
    WHERE record_id = ${recordId}::uuid ORDER BY version`.execute(db);
  return found.rows.map((row) => ({
    version: row.version,
    at: row.known_from,
    cause: row.cause,
    changedFields: row.changed_fields,
    ground: row.ground,
  }));
}

async function findGone(db: Db, recordId: RecordId): Promise<GoneRecord | null> {
  const found = await sql<{ reason: GoneRecord["reason"]; since: LocalDate; stated_reason: string | null }>`
    SELECT reason, since, stated_reason FROM register.gone_records WHERE record_id = ${recordId}::uuid`.execute(db);
  const row = found.rows[0];
  return row ? { recordId, reason: row.reason, since: row.since, statedReason: row.stated_reason } : null;
}

/** A subject by its credit code or its id, with counts of its public records by item. */
export async function findPublicSubject(
  db: Db,
  by: { readonly uscc: string } | { readonly subjectId: SubjectId },
): Promise<PublicSubject | null> {
  const condition = "uscc" in by ? sql`s.uscc = ${by.uscc}` : sql`s.subject_id = ${by.subjectId}::uuid`;
  // One statement: a round trip costs more than all of it.
  const statement = sql<{
    subject_id: SubjectId;
    uscc: string | null;
    kind: PublicSubject["kind"];
    names: readonly PublicName[] | null;
    counts: Readonly<Record<string, number>> | null;
  }>`
    SELECT s.subject_id, s.uscc, s.kind,
      (SELECT jsonb_agg(jsonb_build_object('name', n.name, 'folded', n.folded, 'from', n.valid_from, 'registeredFrom', n.registered_from))
        FROM register.names n WHERE n.subject_id = s.subject_id) AS names,
      (SELECT jsonb_object_agg(item, count) FROM (SELECT r.item, count(*) AS count FROM register.record_list r
        WHERE r.subject_id = s.subject_id GROUP BY r.item) AS counted) AS counts
    FROM (SELECT subject_id, uscc, kind FROM register.subjects s WHERE ${condition} ORDER BY uscc LIMIT 1) AS s`;
  const [row] = await runPrepared(db, statement);
  const history = row && nameHistory(row.names ?? []);
  // Of whom nothing is public the public is not told that there is something else.
  if (!row || !history || row.counts === null) return null;
  return {
    subjectId: row.subject_id,
    uscc: row.uscc,
    name: history.current.name,
    kind: row.kind,
    formerNames: history.former,
    counts: row.counts,
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

/** How many public records each of the subjects has, counted up to the ceiling. */
export async function countRecordsOfSubjects(db: Db, subjects: readonly SubjectId[]): Promise<Map<SubjectId, number>> {
  if (subjects.length === 0) return new Map();
  const found = await sql<{ subject_id: SubjectId; records: number }>`
    SELECT s.subject_id, (SELECT count(*)::integer FROM (SELECT FROM register.record_list r
      WHERE r.subject_id = s.subject_id LIMIT ${SUBJECT_RECORDS_CEILING}) AS counted) AS records
    FROM unnest(${[...subjects]}::uuid[]) AS s (subject_id)`.execute(db);
  return new Map(found.rows.map((row) => [row.subject_id, row.records]));
}

/** The figures of the home page, without the on-time figure. */
export async function readFigures(db: Db): Promise<Omit<RegisterFigures, "onTimeThisMonth">> {
  const found = await sql<{ records: number; subjects: number; last: Instant | null }>`
    SELECT count(*)::integer AS records, count(DISTINCT subject_id)::integer AS subjects, max(first_public_at) AS last
    FROM register.record_list`.execute(db);
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
