import { sql } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import { dateOf, type Instant, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Pause } from "./pause.rules.ts";

/** What decides about a record's service beside what was stated. */
export interface ServedPublication {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly item: string;
  readonly decisionDate: LocalDate;
  readonly firstPublicAt: Instant | null;
}

/** The publications of these records where they stand now. */
export async function listServedPublications(tx: Tx, records: readonly RecordId[]): Promise<ServedPublication[]> {
  const found = await sql<ServedPublication>`
    SELECT p.subject_id AS "subjectId", p.record_id AS "recordId", p.item, p.decision_date AS "decisionDate",
      p.first_public_at AS "firstPublicAt"
    FROM records r JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
    WHERE r.record_id = ANY(${[...records]}::uuid[]) AND r.state <> 'rehomed' AND p.hold IS DISTINCT FROM 'rehomed'`.execute(
    tx,
  );
  return found.rows;
}

export interface SettledService {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly unserved: boolean;
  readonly paused: readonly Pause[];
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
}

/**
 * Gives publications what follows from the statements on service: held while not served, and public from now where nothing
 * else holds them; where the window ended meanwhile, they are never public.
 */
export async function setServices(tx: Tx, settled: readonly SettledService[], at: Instant): Promise<void> {
  if (settled.length === 0) return;
  const of = <Value>(value: (one: SettledService) => Value): Value[] => settled.map(value);
  const today = dateOf(at);
  const hold = sql`CASE WHEN s.unserved THEN coalesce(p.hold, 'not-served') WHEN p.hold = 'not-served'
      THEN CASE WHEN p.last_day < ${today}::date THEN 'window-ended' END ELSE p.hold END`;
  await sql`UPDATE publications p SET unserved = s.unserved, paused = s.paused, due_on = s.due_on, due_missing = s.due_missing,
      hold = ${hold}, public_from = CASE WHEN ${hold} IS NULL THEN coalesce(p.public_from, ${today}::date) END,
      first_public_at = CASE WHEN ${hold} IS NULL THEN coalesce(p.first_public_at, ${at}::timestamptz) ELSE p.first_public_at END
    FROM unnest(${of((one) => one.subjectId)}::uuid[], ${of((one) => one.recordId)}::uuid[], ${of((one) => one.unserved)}::boolean[],
      ${of((one) => JSON.stringify(one.paused))}::jsonb[], ${of((one) => one.dueOn)}::date[], ${of((one) => one.dueMissing)}::text[])
      AS s (subject_id, record_id, unserved, paused, due_on, due_missing)
    WHERE p.subject_id = s.subject_id AND p.record_id = s.record_id`.execute(tx);
}

/** A decision that is held because it is not served. */
export interface HeldRecord {
  readonly recordId: RecordId;
  readonly item: string;
  readonly sourceBody: string;
  readonly subjectName: string | null;
  readonly documentNumber: string;
  readonly decisionDate: LocalDate;
  readonly paused: readonly Pause[];
  /** The statement that it is not served: when, by whom, why. */
  readonly statedAt: Instant;
  readonly statedBy: string;
  readonly note: string | null;
  readonly documents: number;
}

/** Whether a record has ever been public. */
export async function wasPublic(tx: Tx, recordId: RecordId): Promise<boolean> {
  const found =
    await sql`SELECT FROM publications WHERE record_id = ${recordId}::uuid AND first_public_at IS NOT NULL LIMIT 1`.execute(
      tx,
    );
  return found.rows.length > 0;
}

/** How many active records of each body are held as not served. */
export async function countHeld(tx: Tx): Promise<readonly { readonly sourceBody: string; readonly count: number }[]> {
  const found = await sql<{ sourceBody: string; count: number }>`
    SELECT p.source_body AS "sourceBody", count(*)::integer AS count
    FROM publications p JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
    WHERE p.unserved AND r.state = 'active' GROUP BY 1`.execute(tx);
  return found.rows;
}

/** What is held as not served, the oldest decision first. */
export async function listHeldRecords(
  tx: Tx,
  after: { readonly decisionDate: LocalDate; readonly recordId: RecordId } | null,
  limit: number,
): Promise<HeldRecord[]> {
  const onward =
    after === null
      ? sql`true`
      : sql`(p.decision_date, p.record_id) > (${after.decisionDate}::date, ${after.recordId}::uuid)`;
  const found = await sql<HeldRecord>`
    SELECT p.record_id AS "recordId", p.item, p.source_body AS "sourceBody",
      c.payload ->> (e.roles ->> 'subject-name') AS "subjectName", coalesce(p.masked ->> (e.roles ->> 'document-number'), r.document_number) AS "documentNumber",
      p.decision_date AS "decisionDate", p.paused, s.stated_at AS "statedAt", s.stated_by AS "statedBy", s.note,
      (SELECT count(*)::integer FROM documents d WHERE d.record_id = p.record_id) AS documents
    FROM publications p
    JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
    JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
    LEFT JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version
    JOIN LATERAL (SELECT * FROM service_statements t WHERE t.record_id = p.record_id ORDER BY t.sequence DESC LIMIT 1) s ON true
    WHERE p.unserved AND r.state = 'active' AND ${onward}
    ORDER BY p.decision_date, p.record_id LIMIT ${limit}`.execute(tx);
  return found.rows;
}
