import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../database.ts";

/** What one person alone, or another body, must not do to a record: attacked in SQL as the application's role. */
let database: TestDatabase;
const SUBJECT = "01900000-0000-7000-8000-000000000021";
const RECORD = "01900000-0000-7000-8000-000000000022";
const OTHER = "01900000-0000-7000-8000-000000000023";
const ID = "01900000-0000-7000-8000-000000000024";

const attempt = (statement: string, scope = "all"): Promise<unknown> =>
  database.app.transaction().execute(async (tx) => {
    await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
    return sql.raw(statement).execute(tx);
  });

const record = (id: string, body: string): string =>
  `INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number, document_folded, state, head_version, head_edition, head_hash, head_batch)
   VALUES ('${SUBJECT}', '${id}', 'test-item', '${body}', '\\x01', current_date, 'A', 'A', 'active', 1, 1, '\\x02', '${ID}')`;
const version = (cause: string, over: Readonly<Record<string, string>> = {}): string => {
  const { of = RECORD, by = "'decider'", proposed = "'proposer'", reason = "'xx'", ground = "'revoked'" } = over;
  return `INSERT INTO record_versions (subject_id, record_id, version, item, edition, known_from, recorded_by, cause, changed_fields, commitment, reason, proceeding_id, proposed_by, ground)
   VALUES ('${SUBJECT}', '${of}', 2, 'test-item', 1, now(), ${by}, '${cause}', '{}', decode(repeat('ab', 32), 'hex'), ${reason}, ${over["proceeding"] ?? `'${ID}'`}, ${proposed}, ${ground})`;
};
const amendment = (body: string): string =>
  `INSERT INTO record_amendments (proceeding_id, kind, subject_id, record_id, base_version, item, edition, source_body, ground, changed_fields)
   VALUES ('${ID}', 'withdrawal', '${SUBJECT}', '${RECORD}', 1, 'test-item', 1, '${body}', 'revoked', '{}')`;

beforeAll(async () => {
  database = await createTestDatabase();
  await sql`INSERT INTO catalogue_editions (item, edition, effective_from, digest, public_fields, roles, definition)
    VALUES ('test-item', 1, '2020-01-01', '\\x00', ARRAY['name'], '{}', '{}')`.execute(database.admin);
  await attempt(record(RECORD, "mine"));
  await attempt(record(OTHER, "theirs"));
  await attempt(`INSERT INTO proceedings (proceeding_id, procedure, target, body, state, opened_by, opened_at, four_eyes, detail)
    VALUES ('${ID}', 'record-withdrawal', '${RECORD}', 'mine', 'proposed', 'me', now(), true, '{}')`);
});
afterAll(() => database.drop());

test.each([
  ["a withdrawal that its proposer decided", version("withdrawal", { by: "'one'", proposed: "'one'" })],
  ["a correction by hand that its proposer decided", version("correction", { by: "'one'", proposed: "'one'" })],
  ["a withdrawal that nobody proposed", version("withdrawal", { proposed: "NULL" })],
  [
    "a withdrawal without a proceeding",
    version("withdrawal", { proceeding: "NULL", proposed: "NULL", ground: "NULL" }),
  ],
  ["a withdrawal without a ground", version("withdrawal", { ground: "NULL" })],
  ["a withdrawal without a reason", version("withdrawal", { reason: "NULL" })],
  ["a rehoming under the name of a proceeding", version("rehoming")],
])("the database refuses %s", async (_name, statement) => {
  await expect(attempt(statement)).rejects.toThrow(/record_versions_(two_people|rehomed)/);
});

test("a correction with neither batch nor proceeding has no provenance", async () => {
  const nowhere = version("correction", { proceeding: "NULL", proposed: "NULL", ground: "NULL" });
  await expect(attempt(nowhere)).rejects.toThrow(/record_versions_provenance/);
});

test("nobody corrects, or proposes to correct, what another body reported", async () => {
  await expect(attempt(version("correction", { of: OTHER }), "body:mine")).rejects.toThrow(/row-level security/);
  await expect(attempt(amendment("theirs"), "body:mine")).rejects.toThrow(/row-level security/);
  const moved = `UPDATE records SET head_version = 2 WHERE record_id = '${OTHER}' RETURNING record_id`;
  expect(await attempt(moved, "body:mine")).toMatchObject({ rows: [] });
});

test("what was proposed stays as it was proposed, and another body does not see it", async () => {
  await attempt(amendment("mine"), "body:mine");
  const seen = "SELECT proceeding_id FROM record_amendments";
  expect(await attempt(seen, "body:theirs")).toMatchObject({ rows: [] });
  expect(await attempt(seen, "body:mine")).toMatchObject({ rows: [{ proceeding_id: ID }] });
  for (const statement of [
    "UPDATE record_amendments SET ground = 'x'",
    "DELETE FROM record_amendments",
    "TRUNCATE record_amendments",
  ])
    await expect(attempt(statement)).rejects.toThrow(/permission denied/);
});

test("about one record one thing waits at a time", async () => {
  const second = `INSERT INTO proceedings (proceeding_id, procedure, target, body, state, opened_by, opened_at, four_eyes, detail)
    VALUES ('${OTHER}', 'record-correction', '${RECORD}', 'mine', 'proposed', 'me', now(), true, '{}')`;
  await expect(attempt(second)).rejects.toThrow(/proceedings_one_amendment/);
});
