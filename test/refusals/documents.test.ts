import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../database.ts";

/** Attacked in SQL as the application's role: papers, statements on service, and what is held for them. */
let database: Awaited<ReturnType<typeof createTestDatabase>>;
const SUBJECT = "01900000-0000-7000-8000-0000000000a1";
const RECORD = "01900000-0000-7000-8000-0000000000a2";
const BATCH = "01900000-0000-7000-8000-0000000000a3";

const attempt = (statement: string, scope = "all"): Promise<void> =>
  database.app.transaction().execute(async (tx) => {
    await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
    await sql.raw(statement).execute(tx);
  });
const document = (sequence: number, over: Readonly<Record<string, string>> = {}): string => {
  const { body = "hs-ecology", type = "application/pdf", bytes = "10", record = RECORD } = over;
  return `INSERT INTO documents (record_id, sequence, source_body, kind, media_type, bytes, sha256, file_name, file_id, file_key, filed_by, filed_at)
    VALUES ('${record}', ${sequence}, '${body}', 'decision', '${type}', ${bytes}, decode(repeat('ab', 32), 'hex'), 'x', '${BATCH}', '\\x00', 'x', now())`;
};
const statement = (sequence: number, servedOn: string, body = "hs-ecology"): string =>
  `INSERT INTO service_statements (record_id, sequence, source_body, served_on, note, stated_by, stated_at)
    VALUES ('${RECORD}', ${sequence}, '${body}', ${servedOn}, ${servedOn === "NULL" ? "'why not'" : "NULL"}, 'x', now())`;

beforeAll(async () => {
  database = await createTestDatabase();
  await attempt(`INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number, document_folded, state, head_version, head_edition, head_hash, head_batch)
    VALUES ('${SUBJECT}', '${RECORD}', 'test-item', 'hs-ecology', '\\x0a', current_date - 5, 'A1', 'A1', 'active', 1, 1, '\\x02', '${BATCH}')`);
  await attempt(`INSERT INTO publications (subject_id, record_id, item, source_body, decision_date, window_name, last_day, hold, unserved, reported_at)
    VALUES ('${SUBJECT}', '${RECORD}', 'test-item', 'hs-ecology', current_date - 5, 'w', current_date + 100, 'not-served', true, now())`);
  await attempt(document(1));
  await attempt(statement(1, "NULL"));
});
afterAll(() => database.drop());

describe("papers and statements stay as they are", () => {
  test.each(
    ["documents", "service_statements"].flatMap((table) => [
      `UPDATE ${table} SET sequence = 9`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]),
  )("refuses: %s", async (attack) => {
    await expect(attempt(attack)).rejects.toThrow(/permission denied/);
    await expect(sql.raw(attack).execute(database.admin)).rejects.toThrow(/append-only/);
  });
});

describe("papers and statements are the deciding body's", () => {
  test.each([
    ["a body with another's record", document(2), "body:hs-water"],
    ["a body that calls itself the other", document(2, { body: "hs-water" }), "body:hs-water"],
    ["nobody", document(2), "none"],
    ["the city for a record under the wrong body", document(2, { body: "hs-water" }), "all"],
    ["the city for a record that is not there", document(1, { record: SUBJECT }), "all"],
    ["another body's statement", statement(2, "current_date"), "body:hs-water"],
  ])("refuses %s", async (_name, attack, scope) => {
    await expect(attempt(attack, scope)).rejects.toThrow(/row-level security/);
  });
  test.each(["documents", "service_statements", "clock_facts"])(
    "shows %s to its body and the city only",
    async (table) => {
      const seen = async (scope: string): Promise<number> =>
        database.app.transaction().execute(async (tx) => {
          await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
          return (await sql`SELECT FROM ${sql.table(table)}`.execute(tx)).rows.length;
        });
      expect([
        await seen("none"),
        await seen("body:hs-water"),
        await seen("body:hs-ecology"),
        await seen("all"),
      ]).toEqual([0, 0, 1, 1]);
    },
  );
  test.each(["record_clocks"])("shows %s to no role of ours", async (view) => {
    for (const role of [database.app, database.publicRead])
      await expect(sql`SELECT FROM mingxin.${sql.raw(view)}`.execute(role)).rejects.toThrow(/permission denied/);
  });
});

describe("what is not served is not public", () => {
  test.each([
    [
      "let go without a statement",
      "UPDATE publications SET unserved = false, hold = NULL, public_from = current_date",
      /nobody has stated/,
    ],
    [
      "public while not served",
      "UPDATE publications SET hold = NULL, public_from = current_date",
      /publications_unserved_held/,
    ],
    ["service foretold", statement(2, "current_date + 2"), /service_statements_not_foretold/],
    ["not served without a reason", statement(2, "NULL").replace("'why not'", "NULL"), /service_statements_reasoned/],
    [
      "a proof that nobody attached",
      statement(2, "current_date")
        .replace("served_on, note", "served_on, document")
        .replace("NULL, 'x', now", "7, 'x', now"),
      /service_statements_document/,
    ],
    ["a film as a document", document(2, { type: "video/mp4" }), /documents_media_type_known/],
  ])("refuses %s", async (_name, attack, message) => {
    await expect(attempt(attack)).rejects.toThrow(message);
  });
  test("is let go by the statement of its body", async () => {
    await attempt(statement(2, "current_date"));
    await attempt("UPDATE publications SET unserved = false, hold = NULL, public_from = current_date");
    const found = await sql<{ hold: string | null }>`SELECT hold FROM publications`.execute(database.admin);
    expect(found.rows).toEqual([{ hold: null }]);
  });
});
