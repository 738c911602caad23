import type { FiledBatch } from "#records";
import { sql, type RawBuilder } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import { dateOf, dayNumber, type Instant, type LocalDate } from "../../kernel/time.ts";
import { CopyBuffer, copyBuffer } from "../../platform/db/copy-buffer.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Pause } from "./pause.rules.ts";
import type { PublicationPlan } from "./publication-plan.ts";
import { LAST_DAY } from "./windows.store.ts";

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

const STAGE_COLUMNS = [
  "subject_id",
  "record_id",
  "version",
  "item",
  "source_body",
  "decision_date",
  "due_on",
  "due_missing",
  "window_name",
  "declared_end",
  "severity",
  "severity_origin",
  "hold",
  "masked",
] as const;

function stagePlans(versions: readonly PlannedVersion[]): CopyBuffer {
  const rows = new CopyBuffer(versions.length * 256 + 4096);
  const day = (date: LocalDate | null): number | null => (date === null ? null : dayNumber(date));
  for (const { subjectId, recordId, version, item, sourceBody, decisionDate, plan } of versions) {
    rows
      .row(STAGE_COLUMNS.length)
      .uuid(subjectId)
      .uuid(recordId)
      .int(version)
      .text(item)
      .text(sourceBody)
      .day(dayNumber(decisionDate))
      .day(day(plan.dueOn))
      .text(plan.dueMissing)
      .text(plan.window)
      .day(day(plan.declaredEnd))
      .text(plan.severity)
      .text(plan.severityOrigin)
      .text(plan.hold)
      .jsonb(plan.masked === null ? null : Buffer.from(JSON.stringify(plan.masked)));
  }
  return rows;
}

/**
 * Files the publications of appended versions. A first version makes one; a later version plans anew what the content
 * decides, while the day of first publication and of the first report stay as they were. With `unserved` the first versions
 * are held, whatever else is true of them; what is on file already is not held by a file. Gives the counts by outcome: "public", or the reason of the hold.
 */
export async function filePublications(
  tx: Tx,
  versions: readonly PlannedVersion[],
  { at, unserved }: { readonly at: Instant; readonly unserved: boolean },
): Promise<Readonly<Record<string, number>>> {
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_publications (
      subject_id uuid, record_id uuid, version integer, item text, source_body text, decision_date date, due_on date,
      due_missing text, window_name text, declared_end date, severity text, severity_origin text, hold text, masked jsonb) ON COMMIT DROP`.execute(
    tx,
  );
  await sql`TRUNCATE stage_publications`.execute(tx);
  await copyBuffer(tx, "stage_publications", STAGE_COLUMNS, stagePlans(versions));
  const today = dateOf(at);
  const filed = await sql<{ outcome: string; count: number }>`WITH filed AS (
      INSERT INTO publications (subject_id, record_id, item, source_body, decision_date, due_on, due_missing, window_name,
        declared_end, last_day, public_from, severity, severity_origin, hold, first_public_at, reported_at, masked, unserved)
      SELECT subject_id, record_id, item, source_body, decision_date, due_on, due_missing, window_name, declared_end, ${LAST_DAY},
        CASE WHEN hold IS NULL AND NOT ${unserved} THEN ${today}::date END, severity, severity_origin,
        coalesce(hold, CASE WHEN ${unserved} THEN 'not-served' END),
        CASE WHEN hold IS NULL AND NOT ${unserved} THEN ${at}::timestamptz END, ${at}, masked, ${unserved}
      FROM stage_publications s WHERE version = 1
      RETURNING hold)
    SELECT coalesce(hold, 'public') AS outcome, count(*)::integer AS count FROM filed GROUP BY 1`.execute(tx);
  if (!versions.some((version) => version.version > 1)) return countsOf(filed.rows);
  const changed = await sql<{ outcome: string; count: number }>`WITH changed AS (
      UPDATE publications p SET decision_date = s.decision_date, due_on = s.due_on, due_missing = s.due_missing,
        public_from = CASE WHEN ${heldAnew()} IS NULL THEN coalesce(p.public_from, ${today}::date) END,
        window_name = s.window_name, declared_end = s.declared_end, last_day = ${LAST_DAY}, severity = s.severity,
        severity_origin = s.severity_origin, hold = ${heldAnew()},
        first_public_at = CASE WHEN ${heldAnew()} IS NULL THEN coalesce(p.first_public_at, ${at}::timestamptz) ELSE p.first_public_at END,
        masked = s.masked
      FROM stage_publications s
      WHERE s.version > 1 AND p.subject_id = s.subject_id AND p.record_id = s.record_id
      RETURNING p.hold)
    SELECT coalesce(hold, 'public') AS outcome, count(*)::integer AS count FROM changed GROUP BY 1`.execute(tx);
  return countsOf([...filed.rows, ...changed.rows]);
}

/** What holds a publication `p` whose plan `s` comes anew: the plan, else that its decision is not served. */
function heldAnew(): RawBuilder<unknown> {
  return sql`coalesce(s.hold, CASE WHEN p.unserved THEN 'not-served' END)`;
}

function countsOf(rows: readonly { readonly outcome: string; readonly count: number }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, count } of rows) counts[outcome] = (counts[outcome] ?? 0) + count;
  return counts;
}

/** How it stands with the publication of a record. */
export interface PublicationState {
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
  readonly hold: string | null;
  readonly severity: string | null;
  readonly publicFrom: LocalDate | null;
  /** Last day in public; null where publicity has no end, or the record is held. */
  readonly publicUntil: LocalDate | null;
  readonly firstPublicAt: Instant | null;
  readonly reportedAt: Instant;
}

export async function findPublication(
  tx: Tx,
  { subjectId, recordId }: { readonly subjectId: SubjectId; readonly recordId: RecordId },
): Promise<PublicationState | null> {
  const found = await sql<PublicationState>`SELECT due_on AS "dueOn", due_missing AS "dueMissing", hold, severity,
      public_from AS "publicFrom", nullif(last_day, 'infinity') AS "publicUntil", first_public_at AS "firstPublicAt",
      reported_at AS "reportedAt"
    FROM publications WHERE subject_id = ${subjectId}::uuid AND record_id = ${recordId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/**
 * Lets publications follow their records to another subject, clocks and days unchanged; what stays behind is marked
 * rehomed and counts nowhere. A cluster cannot change the column by which rows are distributed, hence the copy. Gives
 * the counts by outcome.
 */
export async function movePublications(
  tx: Tx,
  {
    from,
    to,
    records,
  }: { readonly from: SubjectId; readonly to: SubjectId | null; readonly records: readonly RecordId[] },
): Promise<Record<string, number>> {
  const ids = [...records];
  const counts = await sql<{ outcome: string; count: number }>`
    SELECT coalesce(hold, 'public') AS outcome, count(*)::integer AS count FROM publications
    WHERE subject_id = ${from}::uuid AND record_id = ANY(${ids}::uuid[]) AND hold IS DISTINCT FROM 'rehomed'
    GROUP BY 1 ORDER BY 1`.execute(tx);
  if (to !== null) {
    await sql`INSERT INTO publications AS p (subject_id, record_id, item, source_body, decision_date, due_on, due_missing,
        window_name, declared_end, last_day, public_from, severity, severity_origin, hold, first_public_at, reported_at, masked,
        unserved, paused)
      SELECT ${to}::uuid, record_id, item, source_body, decision_date, due_on, due_missing, window_name, declared_end,
        last_day, public_from, severity, severity_origin, hold, first_public_at, reported_at, masked, unserved, paused
      FROM publications WHERE subject_id = ${from}::uuid AND record_id = ANY(${ids}::uuid[])
      ON CONFLICT (subject_id, record_id) DO UPDATE SET decision_date = excluded.decision_date,
        due_on = excluded.due_on, due_missing = excluded.due_missing, window_name = excluded.window_name,
        declared_end = excluded.declared_end, last_day = excluded.last_day, public_from = excluded.public_from,
        severity = excluded.severity, severity_origin = excluded.severity_origin,
        hold = excluded.hold, first_public_at = excluded.first_public_at, masked = excluded.masked, unserved = excluded.unserved, paused = excluded.paused`.execute(
      tx,
    );
  }
  await sql`UPDATE publications SET hold = 'rehomed', public_from = NULL
    WHERE subject_id = ${from}::uuid AND record_id = ANY(${ids}::uuid[])`.execute(tx);
  return countsOf(counts.rows);
}

/** Gives what waits for its severity to be confirmed its plan with the severity; gives the records that had waited. */
export async function fileConfirmedSeverities(
  tx: Tx,
  planned: readonly Pick<PlannedVersion, "subjectId" | "recordId" | "plan">[],
  at: Instant,
): Promise<readonly RecordId[]> {
  if (planned.length === 0) return [];
  const of = <Value>(value: (plan: PublicationPlan) => Value): Value[] => planned.map(({ plan }) => value(plan));
  const found = await sql<{ record_id: RecordId }>`
    UPDATE publications p SET severity = s.severity, severity_origin = s.severity_origin, hold = ${heldAnew()},
      last_day = (SELECT ${LAST_DAY} FROM (SELECT p.window_name, s.severity, p.decision_date, p.declared_end) s),
      public_from = CASE WHEN ${heldAnew()} IS NULL THEN coalesce(p.public_from, ${dateOf(at)}::date) END,
      first_public_at = CASE WHEN ${heldAnew()} IS NULL THEN coalesce(p.first_public_at, ${at}::timestamptz) ELSE p.first_public_at END
    FROM unnest(${planned.map((one) => one.subjectId)}::uuid[], ${planned.map((one) => one.recordId)}::uuid[],
      ${of((plan) => plan.severity)}::text[], ${of((plan) => plan.severityOrigin)}::text[], ${of((plan) => plan.hold)}::text[])
      AS s (subject_id, record_id, severity, severity_origin, hold)
    WHERE p.subject_id = s.subject_id AND p.record_id = s.record_id AND p.hold = 'severity-unconfirmed'
    RETURNING p.record_id`.execute(tx);
  return found.rows.map((row) => row.record_id);
}

/** Dates what the batch made public by the moment at which it was filed. */
export async function moveFirstPublication(tx: Tx, { item, knownFrom, filedAt }: FiledBatch): Promise<void> {
  await sql`UPDATE publications SET first_public_at = ${filedAt}::timestamptz,
      public_from = CASE WHEN public_from IS NOT NULL THEN ${dateOf(filedAt)}::date END
    WHERE item = ${item} AND first_public_at = ${knownFrom}::timestamptz`.execute(tx);
}

/**
 * The days of decision of these calendar years or of the one before (terms may reach into the next year), by item and by the
 * pauses of their terms; or all.
 */
export async function listDecisionDays(
  tx: Tx,
  years: readonly number[] | "all",
): Promise<{ item: string; decisionDate: LocalDate; paused: readonly Pause[] }[]> {
  const touched = years === "all" ? null : [...new Set(years.flatMap((year) => [year - 1, year]))];
  const found = await sql<{ item: string; decisionDate: LocalDate; paused: readonly Pause[] }>`
    SELECT DISTINCT item, decision_date AS "decisionDate", paused FROM publications
    WHERE ${touched}::integer[] IS NULL OR extract(year FROM decision_date)::integer = ANY (${touched}::integer[])`.execute(
    tx,
  );
  return found.rows;
}

/** Sets the terms of all decisions of an item on a day with these pauses. Gives how many changed. */
export async function setTerms(
  tx: Tx,
  terms: readonly {
    readonly item: string;
    readonly decisionDate: LocalDate;
    readonly paused: readonly Pause[];
    readonly dueOn: LocalDate | null;
    readonly dueMissing: string | null;
  }[],
): Promise<number> {
  if (terms.length === 0) return 0;
  const result = await sql`UPDATE publications p SET due_on = t.due_on, due_missing = t.due_missing
    FROM unnest(${terms.map((term) => term.item)}::text[], ${terms.map((term) => term.decisionDate)}::date[],
      ${terms.map((term) => term.dueOn)}::date[], ${terms.map((term) => term.dueMissing)}::text[],
      ${terms.map((term) => JSON.stringify(term.paused))}::jsonb[]) AS t (item, decision_date, due_on, due_missing, paused)
    WHERE p.item = t.item AND p.decision_date = t.decision_date AND p.paused = t.paused
      AND (p.due_on, p.due_missing) IS DISTINCT FROM (t.due_on, t.due_missing)`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Decisions that are not public since somebody must decide first, counted by body and last day of their term. */
export interface UndecidedCount {
  readonly sourceBody: string;
  readonly dueOn: LocalDate | null;
  readonly count: number;
}

export async function countUndecided(tx: Tx): Promise<UndecidedCount[]> {
  const found =
    await sql<UndecidedCount>`SELECT p.source_body AS "sourceBody", p.due_on AS "dueOn", count(*)::integer AS count
    FROM publications p JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
    WHERE p.first_public_at IS NULL AND p.hold IN ('severity-unconfirmed', 'severity-undecided') AND r.state = 'active'
    GROUP BY 1, 2`.execute(tx);
  return found.rows;
}
