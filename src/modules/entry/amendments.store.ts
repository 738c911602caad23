import { sql } from "kysely";
import type { ProceedingId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { AmendmentKind } from "./ground.ts";

/** What somebody proposed to correct or withdraw, as it was proposed. */
export interface NewAmendment {
  readonly proceedingId: ProceedingId;
  readonly kind: AmendmentKind;
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  /** The version that was looked at. */
  readonly baseVersion: number;
  readonly item: string;
  readonly edition: number;
  readonly sourceBody: string;
  readonly ground: string;
  readonly changedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
  readonly changedFields: readonly string[];
  readonly naturalKey: Buffer | null;
  /** Canonical JSON; null for a withdrawal. */
  readonly payload: string | null;
  readonly sealed: Buffer | null;
}

/** The same with where it stands, and what the record is called now. */
export interface Amendment extends Omit<NewAmendment, "payload" | "sealed" | "naturalKey"> {
  readonly state: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly reason: string;
  readonly documentNumber: string;
  readonly subjectName: string;
}

/** What is to be carried out on approval. */
export type AmendmentContent = Pick<NewAmendment, "payload" | "sealed" | "naturalKey">;

export async function insertAmendment(tx: Tx, one: NewAmendment): Promise<void> {
  await sql`INSERT INTO record_amendments (proceeding_id, kind, subject_id, record_id, base_version, item, edition,
      source_body, ground, changed_on, due_on, due_missing, changed_fields, natural_key, payload, sealed)
    VALUES (${one.proceedingId}::uuid, ${one.kind}, ${one.subjectId}::uuid, ${one.recordId}::uuid, ${one.baseVersion},
      ${one.item}, ${one.edition}, ${one.sourceBody}, ${one.ground}, ${one.changedOn}::date, ${one.dueOn}::date,
      ${one.dueMissing}, ${[...one.changedFields]}::text[], ${one.naturalKey}, ${one.payload}::jsonb, ${one.sealed})`.execute(
    tx,
  );
}

const AMENDMENT = sql`SELECT a.proceeding_id AS "proceedingId", a.kind, a.subject_id AS "subjectId",
    a.record_id AS "recordId", a.base_version AS "baseVersion", a.item, a.edition, a.source_body AS "sourceBody", a.ground,
    a.changed_on AS "changedOn", a.due_on AS "dueOn", a.due_missing AS "dueMissing", a.changed_fields AS "changedFields",
    p.state, p.opened_by AS "openedBy", p.opened_at AS "openedAt", p.ended_at AS "endedAt", p.decided_by AS "decidedBy",
    v.reason,
    coalesce(shown.masked ->> (e.roles ->> 'document-number'), r.document_number) AS "documentNumber", coalesce(c.payload ->> (e.roles ->> 'subject-name'), '') AS "subjectName"
  FROM record_amendments a
  JOIN proceedings p ON p.proceeding_id = a.proceeding_id
  JOIN proceeding_events v ON v.proceeding_id = a.proceeding_id AND v.sequence = 1
  JOIN records r ON r.record_id = a.record_id AND r.state <> 'rehomed'
  JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
  LEFT JOIN publications shown ON shown.subject_id = r.subject_id AND shown.record_id = r.record_id
  LEFT JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version`;

export async function findAmendment(tx: Tx, proceedingId: ProceedingId): Promise<Amendment | null> {
  const found = await sql<Amendment>`${AMENDMENT} WHERE a.proceeding_id = ${proceedingId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findContent(tx: Tx, proceedingId: ProceedingId): Promise<AmendmentContent> {
  const found = await sql<AmendmentContent>`SELECT natural_key AS "naturalKey", payload::text AS payload, sealed
    FROM record_amendments WHERE proceeding_id = ${proceedingId}::uuid`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error(`no content of ${proceedingId}`);
  return row;
}

/** Which amendments a list shows; null leaves a part open. */
export interface AmendmentFilter {
  readonly open: boolean;
  readonly kind: AmendmentKind | null;
  readonly recordId: RecordId | null;
}

/** Newest first, from before one of them. */
export async function listAmendments(
  tx: Tx,
  { open, kind, recordId }: AmendmentFilter,
  before: ProceedingId | null,
  limit: number,
): Promise<Amendment[]> {
  const found = await sql<Amendment>`${AMENDMENT}
    WHERE (NOT ${open}::boolean OR p.ended_at IS NULL) AND (${kind}::text IS NULL OR a.kind = ${kind})
      AND (${recordId}::uuid IS NULL OR a.record_id = ${recordId}::uuid)
      AND (${before}::uuid IS NULL OR a.proceeding_id < ${before}::uuid)
    ORDER BY a.proceeding_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

/** The one that waits about a record, if any. */
export async function findOpenAmendment(tx: Tx, recordId: RecordId): Promise<ProceedingId | null> {
  const found = await sql<{ proceedingId: ProceedingId }>`SELECT a.proceeding_id AS "proceedingId"
    FROM record_amendments a JOIN proceedings p ON p.proceeding_id = a.proceeding_id
    WHERE a.record_id = ${recordId}::uuid AND p.ended_at IS NULL`.execute(tx);
  return found.rows[0]?.proceedingId ?? null;
}

/** How many wait, and of these: proposed by others, with a term that is over, or ends today. */
export interface AmendmentCounts {
  readonly waiting: number;
  readonly byOthers: number;
  readonly overdue: number;
  readonly dueToday: number;
}

export async function countOpenAmendments(tx: Tx, actor: string, today: LocalDate): Promise<AmendmentCounts> {
  const found = await sql<AmendmentCounts>`SELECT count(*)::integer AS waiting,
      count(*) FILTER (WHERE p.opened_by <> ${actor})::integer AS "byOthers",
      count(*) FILTER (WHERE a.due_on < ${today}::date)::integer AS overdue,
      count(*) FILTER (WHERE a.due_on = ${today}::date)::integer AS "dueToday"
    FROM record_amendments a JOIN proceedings p ON p.proceeding_id = a.proceeding_id WHERE p.ended_at IS NULL`.execute(
    tx,
  );
  return found.rows[0] ?? { waiting: 0, byOthers: 0, overdue: 0, dueToday: 0 };
}

/** Keeps everybody else from writing a further version of a record until the transaction ends. */
export async function lockRecord(
  tx: Tx,
  { subjectId, recordId }: { readonly subjectId: SubjectId; readonly recordId: RecordId },
): Promise<void> {
  await sql`SELECT FROM records WHERE subject_id = ${subjectId}::uuid AND record_id = ${recordId}::uuid FOR UPDATE`.execute(
    tx,
  );
}
