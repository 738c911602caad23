import { sql, type RawBuilder } from "kysely";
import type { RecordId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import { parseMoments, type FiledMoments } from "./clock.store.ts";
import type { HoldReason } from "./publication-plan.ts";

/** Which decisions are meant; days bound the decision day, both included. Figures are by month and take whole months. */
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
  /** Why it is not counted as due, where the view says so. */
  readonly hold: HoldReason | "withdrawn" | null;
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
  readonly moments: FiledMoments;
  /** Only of a record that is public today. */
  readonly recordId: RecordId | null;
  /** Where the decision stands among those of its day; leads to no record. */
  readonly place: string;
  readonly item: string;
  readonly sourceBody: string;
  readonly decisionDate: LocalDate;
}

function where(filter: TimelinessFilter, day: RawBuilder<unknown>, unit: "day" | "month"): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.from !== undefined) parts.push(sql`${day} >= date_trunc(${unit}, ${filter.from}::date)::date`);
  if (filter.to !== undefined) parts.push(sql`${day} <= ${filter.to}::date`);
  if (filter.item !== undefined) parts.push(sql`item = ${filter.item}`);
  if (filter.body !== undefined) parts.push(sql`source_body = ${filter.body}`);
  return sql.join(parts, sql` AND `);
}

export async function listTimelinessGroups(db: Db, filter: TimelinessFilter): Promise<TimelinessGroup[]> {
  const found = await sql<TimelinessGroup>`
    SELECT item, source_body AS "sourceBody", to_char(month, 'YYYY-MM') AS month, due_on AS "dueOn",
      due_missing AS "dueMissing", published_on AS "publishedOn", hold, count
    FROM register.timeliness_counts WHERE ${where(filter, sql`month`, "month")}`.execute(db);
  return found.rows;
}

/** The decisions behind a figure, newest first. */
export async function listTimelinessRows(
  db: Db,
  filter: TimelinessFilter,
  after: { readonly decisionDate: LocalDate; readonly place: string } | null,
  limit: number,
): Promise<TimelinessRow[]> {
  const onward =
    after === null ? sql`true` : sql`(decision_date, place) < (${after.decisionDate}::date, ${after.place})`;
  const found = await sql<Omit<TimelinessRow, "moments"> & { readonly clock: unknown }>`
    SELECT record_id AS "recordId", place, item, source_body AS "sourceBody", decision_date AS "decisionDate", due_on AS "dueOn",
      due_missing AS "dueMissing", published_on AS "publishedOn", hold, clock
    FROM register.timeliness WHERE ${where(filter, sql`decision_date`, "day")} AND ${onward}
    ORDER BY decision_date DESC, place DESC LIMIT ${limit}`.execute(db);
  return found.rows.map(({ clock, ...row }) => ({ ...row, moments: parseMoments(clock) }));
}
