import { sql, type RawBuilder } from "kysely";
import pg from "pg";
import type { ZeroReportId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { coverageProblem } from "./coverage.problems.ts";

/** That nothing was decided in a period, or that this is taken back. */
export interface ZeroReport {
  readonly zeroReportId: ZeroReportId;
  readonly item: string;
  readonly body: string;
  readonly period: string;
  readonly sequence: number;
  readonly act: "reported" | "taken-back";
  /** Standard answer; null of a row that takes back. */
  readonly reason: string | null;
  readonly words: string;
  readonly statedBy: string;
  readonly statedAt: Instant;
}

export interface ZeroReportFilter {
  readonly items?: readonly string[];
  readonly bodies?: readonly string[];
  readonly periods?: readonly string[];
}

const COLUMNS = sql`zero_report_id AS "zeroReportId", item, body, period, sequence, act, reason, words,
  stated_by AS "statedBy", stated_at AS "statedAt"`;

/**
 * Adds a row. The database refuses it where decisions of the period are on file.
 * @throws Problem coverage/decisions-on-file where one came in since they were counted
 */
export async function insertZeroReport(
  tx: Tx,
  report: ZeroReport,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
): Promise<void> {
  const { zeroReportId, item, body, period, sequence, act, reason, words, statedBy, statedAt } = report;
  const row = sql`INSERT INTO zero_reports (zero_report_id, item, body, period, sequence, period_first, period_last, act, reason,
      words, stated_by, stated_at)
    VALUES (${zeroReportId}::uuid, ${item}, ${body}, ${period}, ${sequence}, ${first}::date, ${last}::date, ${act},
      ${reason}, ${words}, ${statedBy}, ${statedAt}::timestamptz)`;
  try {
    await row.execute(tx);
  } catch (error) {
    const isRefused = error instanceof pg.DatabaseError && error.code === "MX003";
    throw isRefused ? coverageProblem("decisions-on-file", { cause: error }) : error;
  }
}

export async function findZeroReport(tx: Tx, zeroReportId: ZeroReportId): Promise<ZeroReport | null> {
  const found = await sql<ZeroReport>`SELECT ${COLUMNS} FROM zero_reports
    WHERE zero_report_id = ${zeroReportId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/** The newest row of each item, body and period, a take-back included. */
export async function listNewestZeroReports(tx: Tx, filter: ZeroReportFilter): Promise<ZeroReport[]> {
  const found = await sql<ZeroReport>`SELECT DISTINCT ON (item, body, period) ${COLUMNS} FROM zero_reports
    WHERE ${matching(filter)} ORDER BY item, body, period, sequence DESC`.execute(tx);
  return found.rows;
}

/** All rows, the newest first, from before one of them. */
export async function listZeroReports(
  tx: Tx,
  filter: ZeroReportFilter,
  before: ZeroReportId | null,
  limit: number,
): Promise<ZeroReport[]> {
  const found = await sql<ZeroReport>`SELECT ${COLUMNS} FROM zero_reports
    WHERE ${matching(filter)} AND (${before}::uuid IS NULL OR zero_report_id < ${before}::uuid)
    ORDER BY zero_report_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

function matching({ items, bodies, periods }: ZeroReportFilter): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (items !== undefined) parts.push(sql`item = ANY(${[...items]}::text[])`);
  if (bodies !== undefined) parts.push(sql`body = ANY(${[...bodies]}::text[])`);
  if (periods !== undefined) parts.push(sql`period = ANY(${[...periods]}::text[])`);
  return sql.join(parts, sql` AND `);
}
