import { sql } from "kysely";
import type { LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { TimelinessDates, TimelinessFilter } from "./timeliness.store.ts";

/** Which day of a decision a calendar stands on. */
export type CalendarDay = "decision" | "publication";

/** Decisions of one day with the same dates, counted. */
export interface TimelinessDayGroup extends TimelinessDates {
  readonly day: LocalDate;
  readonly count: number;
}

/** Decisions by their day, or by the day on which they were first public; `from` and `to` bound that day. */
export async function listTimelinessDays(
  db: Db,
  by: CalendarDay,
  { item, body, from, to }: TimelinessFilter & { readonly from: LocalDate; readonly to: LocalDate },
): Promise<TimelinessDayGroup[]> {
  const day = by === "decision" ? sql`decision_date` : sql`published_on`;
  const parts = [sql`${day} BETWEEN ${from}::date AND ${to}::date`];
  if (item !== undefined) parts.push(sql`item = ${item}`);
  if (body !== undefined) parts.push(sql`source_body = ${body}`);
  const found = await sql<TimelinessDayGroup>`
    SELECT ${day} AS day, due_on AS "dueOn", due_missing AS "dueMissing", published_on AS "publishedOn", hold,
      count(*)::integer AS count
    FROM register.timeliness WHERE ${sql.join(parts, sql` AND `)} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1`.execute(db);
  return found.rows;
}
