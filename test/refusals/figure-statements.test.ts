import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type StatementId } from "../../src/kernel/ids.ts";
import { inScope } from "../../src/platform/db/scope.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";

let database: TestDatabase;
const FIRST = newId<StatementId>();
beforeAll(async () => {
  database = await createTestDatabase();
  await attempt(statement({ id: FIRST }));
});
afterAll(() => database.drop());

const attempt = (text: string): Promise<unknown> => inScope(database.app, (tx) => sql.raw(text).execute(tx));

interface Claim {
  readonly id: StatementId;
  readonly month?: string;
  readonly number?: number;
  readonly supersedes?: StatementId;
  readonly content?: string;
  readonly digestOf?: string;
}

/** The SQL of a statement that says of itself what it is, unless told otherwise. */
function statement({ id, month = "2026-09", number = 1, supersedes, content, digestOf }: Claim): string {
  const said = content ?? JSON.stringify({ statementId: id, month, number });
  return `INSERT INTO figure_statements (statement_id, month, number, supersedes, reason, frozen_at, frozen_by, content, digest,
      key_id, public_key, signature)
    VALUES ('${id}', '${month}', ${number}, ${supersedes ? `'${supersedes}', 'x'` : "NULL, NULL"}, now(), 'x', '${said}',
      sha256('${digestOf ?? said}'), 'k', decode(repeat('00', 32), 'hex'), decode(repeat('00', 64), 'hex'))`;
}

test.each([
  "UPDATE figure_statements SET content = '{}'",
  "UPDATE figure_statements SET signature = signature",
  "DELETE FROM figure_statements",
  "TRUNCATE figure_statements",
])("nobody rewrites what was stated: %s", async (text) => {
  await expect(attempt(text)).rejects.toThrow(/permission denied/);
  await expect(sql.raw(text).execute(database.admin)).rejects.toThrow(/append-only/);
});

test("a statement must be what it says it is, and a further one must name the one that it replaces", async () => {
  const id = newId<StatementId>();
  const other = JSON.stringify({ statementId: id, month: "2026-07", number: 1 });
  await expect(attempt(statement({ id, month: "2026-08", content: other }))).rejects.toThrow(/says_itself/);
  await expect(attempt(statement({ id, month: "2026-08", digestOf: "another" }))).rejects.toThrow(/_digest/);
  await expect(attempt(statement({ id }))).rejects.toThrow(/number_once/);
  await expect(attempt(statement({ id, number: 2 }))).rejects.toThrow(/_first/);
  await expect(attempt(statement({ id, month: "2026-08", number: 2, supersedes: FIRST }))).rejects.toThrow(
    /_supersedes/,
  );
  await attempt(statement({ id, number: 2, supersedes: FIRST }));
  const late = newId<StatementId>();
  await expect(attempt(statement({ id: late, number: 3, supersedes: FIRST }))).rejects.toThrow(/superseded_once/);
});

test("a body cannot state anything, whatever it asks the application for", async () => {
  const asBody = (text: string): Promise<unknown> =>
    database.app.transaction().execute(async (tx) => {
      await sql`SELECT set_config('mingxin.scope', 'body:hs-ecology', true)`.execute(tx);
      return sql.raw(text).execute(tx);
    });
  await expect(asBody(statement({ id: newId<StatementId>(), month: "2026-06" }))).rejects.toThrow(/row-level security/);
});

test("a figure has one open dispute at a time, whoever opens it how", async () => {
  const open = `INSERT INTO proceedings (proceeding_id, procedure, target, body, state, opened_by, opened_at, four_eyes, detail)
    VALUES ('${newId()}', 'figure-dispute', 'x timeliness i b', 'b', 'open', 'me', now(), true, '{}')`;
  await attempt(open);
  const again = open.replace(/VALUES \('[^']+'/, `VALUES ('${newId()}'`);
  await expect(attempt(again)).rejects.toThrow(/proceedings_one_open_dispute/);
  const shown = await sql`SELECT * FROM register.open_figure_disputes`.execute(database.publicRead);
  expect(shown.rows.map((row) => Object.keys(row as object))).toEqual([["target", "body", "opened_at"]]);
});
