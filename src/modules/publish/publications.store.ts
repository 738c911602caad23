import { sql } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import { dateOf, type Instant, type LocalDate } from "../../kernel/time.ts";
import { copyInto } from "../../platform/db/copy.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { PublicationPlan } from "./publication-plan.ts";

/** A version with what the planner decided about it. */
export interface PlannedVersion {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  readonly item: string;
  readonly sourceBody: string;
  readonly decisionDate: LocalDate;
  readonly plan: PublicationPlan;
}

/**
 * Files the publications of appended versions. A first version makes one; a later version plans anew what the content
 * decides, while the day of first publication and of the first report stay as they were.
 */
export async function filePublications(tx: Tx, versions: readonly PlannedVersion[], at: Instant): Promise<void> {
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_publications (
      subject_id uuid, record_id uuid, version integer, item text, source_body text, decision_date date, due_on date,
      due_missing text, public_until date, severity text, severity_origin text, hold text, masked jsonb) ON COMMIT DROP`.execute(
    tx,
  );
  await sql`TRUNCATE stage_publications`.execute(tx);
  const columns = [
    "subject_id",
    "record_id",
    "version",
    "item",
    "source_body",
    "decision_date",
    "due_on",
    "due_missing",
    "public_until",
    "severity",
    "severity_origin",
    "hold",
    "masked",
  ];
  const rows = versions.map(({ plan, ...version }) => [
    version.subjectId,
    version.recordId,
    version.version,
    version.item,
    version.sourceBody,
    version.decisionDate,
    plan.dueOn,
    plan.dueMissing,
    plan.publicUntil,
    plan.severity,
    plan.severityOrigin,
    plan.hold,
    plan.masked === null ? null : JSON.stringify(plan.masked),
  ]);
  await copyInto(tx, "stage_publications", columns, rows);
  const today = dateOf(at);
  await sql`INSERT INTO publications (subject_id, record_id, item, source_body, decision_date, due_on, due_missing, public_from,
      public_until, severity, severity_origin, hold, first_public_at, reported_at, masked)
    SELECT subject_id, record_id, item, source_body, decision_date, due_on, due_missing,
      CASE WHEN hold IS NULL THEN ${today}::date END, public_until, severity, severity_origin, hold,
      CASE WHEN hold IS NULL THEN ${at}::timestamptz END, ${at}, masked
    FROM stage_publications WHERE version = 1`.execute(tx);
  if (!versions.some((version) => version.version > 1)) return;
  await sql`UPDATE publications p SET decision_date = s.decision_date, due_on = s.due_on, due_missing = s.due_missing,
      public_from = CASE WHEN s.hold IS NULL THEN coalesce(p.public_from, ${today}::date) END,
      public_until = s.public_until, severity = s.severity, severity_origin = s.severity_origin, hold = s.hold,
      first_public_at = CASE WHEN s.hold IS NULL THEN coalesce(p.first_public_at, ${at}::timestamptz) ELSE p.first_public_at END,
      masked = s.masked
    FROM stage_publications s
    WHERE s.version > 1 AND p.subject_id = s.subject_id AND p.record_id = s.record_id`.execute(tx);
}

/** Records whose term could not be counted for want of a calendar, with what is needed to count it now. */
export async function listUndated(
  tx: Tx,
  limit: number,
): Promise<{ subjectId: SubjectId; recordId: RecordId; item: string; decisionDate: LocalDate }[]> {
  const found = await sql<{ subject_id: SubjectId; record_id: RecordId; item: string; decision_date: LocalDate }>`
    SELECT subject_id, record_id, item, decision_date FROM publications WHERE due_missing IS NOT NULL LIMIT ${limit}`.execute(
    tx,
  );
  return found.rows.map((row) => ({
    subjectId: row.subject_id,
    recordId: row.record_id,
    item: row.item,
    decisionDate: row.decision_date,
  }));
}

/** Sets terms that a newly loaded calendar allows to count. */
export async function setDueDates(
  tx: Tx,
  dates: readonly { subjectId: SubjectId; recordId: RecordId; dueOn: LocalDate }[],
): Promise<void> {
  if (dates.length === 0) return;
  await sql`UPDATE publications p SET due_on = d.due_on, due_missing = NULL
    FROM unnest(${dates.map((date) => date.subjectId)}::uuid[], ${dates.map((date) => date.recordId)}::uuid[],
      ${dates.map((date) => date.dueOn)}::date[]) AS d (subject_id, record_id, due_on)
    WHERE p.subject_id = d.subject_id AND p.record_id = d.record_id`.execute(tx);
}
