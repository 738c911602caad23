import { sql } from "kysely";
import type { LocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";

/** Missing numbers of a body, item and month, in counts; what anybody may see. */
export interface PublicOmissions {
  readonly item: string;
  readonly sourceBody: string;
  /** "YYYY-MM". */
  readonly month: string;
  readonly answered: number;
  readonly open: number;
  readonly unexplained: number;
}

/** Counts of missing numbers as the public may see them, newest month first; months as whole. Never the numbers. */
export async function listPublicOmissions(
  db: Db,
  filter: { readonly item?: string; readonly body?: string; readonly from?: LocalDate; readonly to?: LocalDate },
): Promise<PublicOmissions[]> {
  const { item = null, body = null, from = null, to = null } = filter;
  const found = await sql<PublicOmissions>`
    SELECT item, body AS "sourceBody", to_char(month, 'YYYY-MM') AS month, answered, open, unexplained
    FROM register.omission_counts o
    WHERE (${item}::text IS NULL OR item = ${item}) AND (${body}::text IS NULL OR body = ${body})
      AND (${from}::date IS NULL OR o.month >= date_trunc('month', ${from}::date)) AND (${to}::date IS NULL OR o.month <= ${to}::date)
    ORDER BY o.month DESC, item, body`.execute(db);
  return found.rows;
}
