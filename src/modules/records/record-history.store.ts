import { sql, type RawBuilder } from "kysely";
import type { BatchId, ProceedingId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { VersionCause } from "./record.ts";

/** One version with its content, for those with a right to it; identity numbers are masked in it already. */
export interface RecordVersion {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  readonly item: string;
  readonly edition: number;
  readonly sourceBody: string;
  readonly naturalKey: string;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  readonly knownFrom: Instant;
  readonly recordedBy: string;
  readonly cause: VersionCause;
  readonly changedFields: readonly string[];
  readonly reason: string | null;
  /** Where two people corrected or withdrew it: on which ground, in which proceeding, on whose proposal. */
  readonly ground: string | null;
  readonly proceedingId: ProceedingId | null;
  readonly proposedBy: string | null;
  readonly commitment: string;
  readonly batchId: BatchId | null;
  readonly row: number | null;
  /** The record left this subject with this version. */
  readonly retired: boolean;
  /** Of a rehoming: the subject to which it went, or from which it came. */
  readonly linkedSubject: SubjectId | null;
  /** Null once the content has been erased. */
  readonly payload: Readonly<Record<string, CanonicalValue>> | null;
}

interface VersionRow {
  subject_id: SubjectId;
  record_id: RecordId;
  version: number;
  item: string;
  edition: number;
  source_body: string;
  natural_key: Buffer;
  decision_date: LocalDate;
  document_number: string;
  known_from: Instant;
  recorded_by: string;
  cause: VersionCause;
  changed_fields: string[];
  reason: string | null;
  ground: string | null;
  proceeding_id: ProceedingId | null;
  proposed_by: string | null;
  commitment: Buffer;
  batch_id: BatchId | null;
  row_number: number | null;
  retired: boolean;
  linked_subject: SubjectId | null;
  payload: Record<string, CanonicalValue> | null;
}

/**
 * Versions that the register held at a moment: a batch's versions count from the moment at which it was committed, not
 * from the start of its merging, since nobody could see them before.
 */
function heldAt(asOf: Instant | null): RawBuilder<unknown> {
  if (asOf === null) return sql`true`;
  return sql`v.known_from <= ${asOf}::timestamptz AND NOT EXISTS (
    SELECT FROM batches b WHERE b.batch_id = v.batch_id AND b.finished_at > ${asOf}::timestamptz)`;
}

const FROM = sql`v.subject_id, v.record_id, v.version, v.item, v.edition, r.source_body, r.natural_key,
    coalesce((c.payload ->> (e.roles ->> 'decision-date'))::date, r.decision_date) AS decision_date,
    coalesce(c.payload ->> (e.roles ->> 'document-number'), r.document_number) AS document_number, v.known_from, v.recorded_by, v.cause, v.changed_fields, v.reason, v.ground,
    v.proceeding_id, v.proposed_by, v.commitment, v.batch_id, v.row_number,
    v.retired, v.linked_subject, c.payload
  FROM record_versions v
  JOIN records r ON r.subject_id = v.subject_id AND r.record_id = v.record_id
  JOIN catalogue_editions e ON e.item = v.item AND e.edition = v.edition
  LEFT JOIN version_contents c ON c.subject_id = v.subject_id AND c.record_id = v.record_id AND c.version = v.version`;

/** All versions of a record, oldest first, each with the day and number that it had itself; with `asOf` those that the register held then. */
export async function historyOf(tx: Tx, recordId: RecordId, asOf: Instant | null): Promise<RecordVersion[]> {
  const found =
    await sql<VersionRow>`SELECT ${FROM} WHERE v.record_id = ${recordId}::uuid AND ${heldAt(asOf)} ORDER BY v.version`.execute(
      tx,
    );
  return found.rows.map(toVersion);
}

/** The version of each record of a subject that the register held at a moment (or holds now), newest decision first. */
export async function listVersionsOfSubject(
  tx: Tx,
  subjectId: SubjectId,
  item: string | null,
  asOf: Instant | null,
  after: RecordId | null,
  limit: number,
): Promise<RecordVersion[]> {
  const found = await sql<VersionRow>`SELECT * FROM (
      SELECT DISTINCT ON (v.record_id) ${FROM}
      WHERE v.subject_id = ${subjectId}::uuid AND (${item}::text IS NULL OR v.item = ${item}) AND ${heldAt(asOf)}
      ORDER BY v.record_id, v.version DESC) AS held
    WHERE NOT retired AND (${after}::uuid IS NULL OR record_id < ${after}::uuid)
    ORDER BY record_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows.map(toVersion);
}

/** The names that the newest versions of the active records of subjects carry, with their item. */
export async function listCarriedNames(
  tx: Tx,
  subjects: readonly SubjectId[],
): Promise<{ subjectId: SubjectId; item: string; name: string }[]> {
  const found = await sql<{ subjectId: SubjectId; item: string; name: string }>`
    SELECT DISTINCT r.subject_id AS "subjectId", r.item, c.payload ->> (e.roles ->> 'subject-name') AS name
    FROM records r
    JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version
    JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
    WHERE r.subject_id = ANY(${[...subjects]}::uuid[]) AND r.state = 'active'
      AND c.payload ->> (e.roles ->> 'subject-name') IS NOT NULL`.execute(tx);
  return found.rows;
}

/** Whether a record was taken back, wherever it has been moved since. */
export async function isWithdrawn(tx: Tx, subjectId: SubjectId, recordId: RecordId): Promise<boolean> {
  const found = await sql`SELECT FROM records
    WHERE subject_id = ${subjectId}::uuid AND record_id = ${recordId}::uuid AND state = 'withdrawn'`.execute(tx);
  return found.rows.length > 0;
}

/** Marks a record as withdrawn on a day; its versions stay. */
export async function markWithdrawn(tx: Tx, subjectId: SubjectId, recordId: RecordId, day: LocalDate): Promise<void> {
  await sql`UPDATE records SET state = 'withdrawn', ended_on = ${day}
    WHERE subject_id = ${subjectId}::uuid AND record_id = ${recordId}::uuid AND state = 'active'`.execute(tx);
}

function toVersion(row: VersionRow): RecordVersion {
  return {
    subjectId: row.subject_id,
    recordId: row.record_id,
    version: row.version,
    item: row.item,
    edition: row.edition,
    sourceBody: row.source_body,
    naturalKey: row.natural_key.toString("hex"),
    decisionDate: row.decision_date,
    documentNumber: row.document_number,
    knownFrom: row.known_from,
    recordedBy: row.recorded_by,
    cause: row.cause,
    changedFields: row.changed_fields,
    reason: row.reason,
    ground: row.ground,
    proceedingId: row.proceeding_id,
    proposedBy: row.proposed_by,
    commitment: row.commitment.toString("hex"),
    batchId: row.batch_id,
    row: row.row_number,
    retired: row.retired,
    linkedSubject: row.linked_subject,
    payload: row.payload,
  };
}
