import { sql, type RawBuilder } from "kysely";
import type { RecordId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { HoldReason } from "./publication-plan.ts";

/** Which decisions a figure counts; days bound the decision day, both included. */
export interface TimelinessFilter {
  readonly item?: string;
  readonly body?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** The dates behind the figures, as the view gives them. */
export interface TimelinessDates {
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
  readonly publishedOn: LocalDate | null;
  readonly hold: HoldReason | null;
}

/** Decisions with the same dates, grouped so that a month of a body is a handful of rows. */
export interface TimelinessGroup extends TimelinessDates {
  readonly item: string;
  readonly sourceBody: string;
  /** "YYYY-MM" of the decision. */
  readonly month: string;
  readonly count: number;
}

export interface TimelinessRow extends TimelinessDates {
  readonly recordId: RecordId;
  readonly item: string;
  readonly sourceBody: string;
  readonly decisionDate: LocalDate;
}

function where(filter: TimelinessFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.from !== undefined) parts.push(sql`decision_date >= ${filter.from}::date`);
  if (filter.to !== undefined) parts.push(sql`decision_date <= ${filter.to}::date`);
  if (filter.item !== undefined) parts.push(sql`item = ${filter.item}`);
  if (filter.body !== undefined) parts.push(sql`source_body = ${filter.body}`);
  return sql.join(parts, sql` AND `);
}

export async function listTimelinessGroups(db: Db, filter: TimelinessFilter): Promise<TimelinessGroup[]> {
  const found = await sql<TimelinessGroup>`
    SELECT item, source_body AS "sourceBody", to_char(decision_date, 'YYYY-MM') AS month, due_on AS "dueOn",
      due_missing AS "dueMissing", published_on AS "publishedOn", hold, count(*)::integer AS count
    FROM register.timeliness WHERE ${where(filter)}
    GROUP BY item, source_body, to_char(decision_date, 'YYYY-MM'), due_on, due_missing, published_on, hold`.execute(db);
  return found.rows;
}

/** The decisions behind a figure, newest first. */
export async function listTimelinessRows(
  db: Db,
  filter: TimelinessFilter,
  after: { readonly decisionDate: LocalDate; readonly recordId: RecordId } | null,
  limit: number,
): Promise<TimelinessRow[]> {
  const onward =
    after === null
      ? sql`true`
      : sql`(decision_date, record_id) < (${after.decisionDate}::date, ${after.recordId}::uuid)`;
  const found = await sql<TimelinessRow>`
    SELECT record_id AS "recordId", item, source_body AS "sourceBody", decision_date AS "decisionDate", due_on AS "dueOn",
      due_missing AS "dueMissing", published_on AS "publishedOn", hold
    FROM register.timeliness WHERE ${where(filter)} AND ${onward}
    ORDER BY decision_date DESC, record_id DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}
