import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type ProceedingId, type SampleId, type ZeroReportId } from "../../src/kernel/ids.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";

/** Attacked in SQL as the application's role. */
let database: TestDatabase;
const RECORD = newId<ZeroReportId>();
const TABLE = newId<SampleId>();

beforeAll(async () => {
  database = await createTestDatabase();
  await attempt(`INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number, document_folded, state, head_version, head_edition, head_hash, head_batch)
    VALUES ('${RECORD}', '${RECORD}', 'licence', 'one', '\\x01', '2025-03-18', 'A1', 'A1', 'active', 1, 1, '\\x02', '${RECORD}')`);
  await attempt(`INSERT INTO publications (subject_id, record_id, item, source_body, decision_date, hold, reported_at)
    VALUES ('${RECORD}', '${RECORD}', 'licence', 'one', '2025-03-18', 'not-for-the-public', now())`);
  const proceeding = newId<ProceedingId>();
  await attempt(`INSERT INTO proceedings (proceeding_id, procedure, target, body, state, opened_by, opened_at, four_eyes, detail)
    VALUES ('${proceeding}', 'monthly-table', 'x', 'one', 'submitted', 'me', now(), true, '{}')`);
  await attempt(`INSERT INTO monthly_tables (table_id, body, month, version, made_by, made_at, proceeding_id)
    VALUES ('${TABLE}', 'one', '2025-03-01', 1, 'me', now(), '${proceeding}')`);
});
afterAll(() => database.drop());

const attempt = (statement: string, scope = "all"): Promise<unknown> =>
  database.app.transaction().execute(async (tx) => {
    await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
    return sql.raw(statement).execute(tx);
  });

const zeroReport = (
  month: string,
  sequence: number,
  more: { act?: string; at?: string; body?: string } = {},
): string => {
  const { act = "reported", at = "now()", body = "one" } = more;
  return `INSERT INTO zero_reports VALUES ('${newId()}', 'licence', '${body}', '${month}', ${sequence}, '${month}-01',
    ('${month}-01'::date + interval '1 month')::date - 1, '${act}', ${act === "reported" ? "'none-decided'" : "NULL"}, '', 'me', ${at})`;
};

test("a zero report is refused where a decision of its period is on file, before the period ends, and out of turn", async () => {
  await expect(attempt(zeroReport("2025-03", 1))).rejects.toThrow(/decisions of that period are on file/);
  await expect(attempt(zeroReport("2025-03", 1), "body:one")).rejects.toThrow(/decisions of that period are on file/);
  await expect(attempt(zeroReport("2025-02", 1, { at: "'2025-02-28T15:59:59Z'" }))).rejects.toThrow(/period_over/);
  await expect(attempt(zeroReport("2025-02", 3))).rejects.toThrow(/nothing before it/);
  await expect(attempt(zeroReport("2025-02", 1, { act: "taken-back" }))).rejects.toThrow(/in_turn/);
  await expect(attempt(zeroReport("2025-02", 1), "body:other")).rejects.toThrow(/row-level security/);
  await expect(attempt(zeroReport("2025-02", 1, { at: "'2025-02-28T16:00:00Z'" }), "body:one")).resolves.toBeDefined();
  await expect(attempt(zeroReport("2025-02", 1))).rejects.toThrow(/zero_reports_pkey/);
});

test("what was reported is counted by the database, whatever is given, and never more than was produced", async () => {
  await expect(
    attempt(
      `INSERT INTO monthly_table_lines (table_id, item, produced, own_site, reported) VALUES ('${TABLE}', 'licence', 9, 0, 9)`,
    ),
  ).rejects.toThrow(/permission denied/);
  const line = (produced: number, basis: string): string =>
    `INSERT INTO monthly_table_lines (table_id, item, produced, own_site, basis) VALUES ('${TABLE}', 'licence', ${produced}, 0, ${basis})`;
  await expect(attempt(line(0, "NULL"))).rejects.toThrow(/monthly_table_lines_counts/);
  await expect(attempt(line(2, "NULL"))).rejects.toThrow(/monthly_table_lines_basis/);
  await attempt(line(2, "'not-served'"), "body:one");
  const found = await sql<{ reported: number }>`SELECT reported FROM monthly_table_lines`.execute(database.admin);
  expect(found.rows).toEqual([{ reported: 1 }]);
});

test("a sample is drawn and judged by the credit office only", async () => {
  const sample = newId<SampleId>();
  const draw = `INSERT INTO samples VALUES ('${sample}', 'licence', 'one', '2025-03-01', '2025-03-31', 'seed', ARRAY['${RECORD}']::uuid[], sha256('x'), 1, 'me', now())`;
  await expect(attempt(draw, "body:one")).rejects.toThrow(/row-level security/);
  await attempt(draw);
  await attempt(`INSERT INTO sample_rows VALUES ('${sample}', 1, '${RECORD}', '${RECORD}', 1)`);
  const check = (outcome: string, fields: string): string =>
    `INSERT INTO sample_checks VALUES ('${sample}', 1, 1, '${outcome}', ${fields}, 'A1', '', 'me', now())`;
  await expect(attempt(check("right", "'{}'"), "body:one")).rejects.toThrow(/row-level security/);
  await expect(attempt(check("wrong", "'{}'"))).rejects.toThrow(/sample_checks_fields/);
  await attempt(check("right", "'{}'"));
});

test.each(
  ["zero_reports", "monthly_tables", "monthly_table_lines", "samples", "sample_rows", "sample_checks"].flatMap(
    (table) => [
      `UPDATE ${table} SET ${table === "zero_reports" ? "words" : table === "monthly_tables" ? "body" : table === "samples" ? "seed" : table === "monthly_table_lines" ? "item" : "place"} = DEFAULT`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
    ],
  ),
)("refuses %s", async (statement) => {
  await expect(attempt(statement)).rejects.toThrow(/permission denied/);
});
