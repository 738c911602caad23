import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM_ACTOR, type Actor } from "../../src/kernel/actor.ts";
import { newId, type NoticeId } from "../../src/kernel/ids.ts";
import type { Role } from "../../src/kernel/permission.ts";
import { inScope, inScopeOf } from "../../src/platform/db/scope.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";

/** Each refusal is attacked in SQL as the application's role. */
let database: TestDatabase;
const PERSON_NOTICE = newId<NoticeId>();
const HOLDERS_NOTICE = newId<NoticeId>();
beforeAll(async () => {
  database = await createTestDatabase();
  await inScope(database.app, async (tx) => {
    const columns = sql`notice_id, kind, params, link, person, needed_grant, body, caused_by, occasion, made_at`;
    await sql`INSERT INTO notices (${columns}) VALUES
      (${PERSON_NOTICE}::uuid, 'k', '{}', '/x', 'zhang', NULL, NULL, NULL, 'a', now()),
      (${HOLDERS_NOTICE}::uuid, 'k', '{}', '/x', NULL, 'batches:report', 'hs-ecology', 'li', 'b', now())`.execute(tx);
    await sql`INSERT INTO notice_mails (notice_id, person, address, state, next_try_at)
      VALUES (${PERSON_NOTICE}::uuid, 'zhang', 'zhang@city.example', 'waiting', now())`.execute(tx);
  });
  await inScopeOf(database.app, actor("zhang"), (tx) =>
    sql`INSERT INTO mail_settings (person, address, wanted, changed_at) VALUES ('zhang', 'zhang@city.example', true, now())`.execute(
      tx,
    ),
  );
});
afterAll(() => database.drop());

const actor = (id: string, body: string | null = null, ...roles: Role[]): Actor => ({
  ...SYSTEM_ACTOR,
  kind: "person",
  id,
  body,
  roles,
});
const attempt = (who: Actor, statement: string): Promise<{ rows: unknown[] }> =>
  inScopeOf(database.app, who, (tx) => sql.raw(statement).execute(tx));
const seen = async (who: Actor, table: string): Promise<number> => {
  const { rows } = await attempt(who, `SELECT FROM ${table}`);
  return rows.length;
};

test("a notice is seen by its person, by holders of its grant in its body, and by nobody else, however far they see", async () => {
  const readers: readonly (readonly [Actor, number])[] = [
    [actor("zhang"), 1],
    [actor("wang", "hs-ecology", "reporter"), 1],
    [actor("zhang", "hs-ecology", "reporter"), 2],
    // Who brought it about is not told.
    [actor("li", "hs-ecology", "reporter"), 0],
    [actor("wang", "hs-water", "reporter"), 0],
    [actor("wang", "hs-ecology", "counter-clerk"), 0],
    // The credit office sees every body's rows, and no inbox but its own.
    [actor("wang", "hs-credit-centre", "supervisor", "auditor", "operator"), 0],
    [actor("public"), 0],
  ];
  for (const [reader, count] of readers)
    expect([reader.id, reader.body, await seen(reader, "notices")]).toEqual([reader.id, reader.body, count]);
  const undeclared = await database.app.transaction().execute(async (tx) => sql`SELECT FROM notices`.execute(tx));
  expect(undeclared.rows).toEqual([]);
});

test("nobody marks another's notice, or in another's name", async () => {
  const mark = (who: Actor, notice: string, reader: string) =>
    attempt(who, `INSERT INTO notice_reads VALUES ('${notice}', '${reader}', now())`);
  await expect(mark(actor("wang"), PERSON_NOTICE, "wang")).rejects.toThrow(/row-level security/);
  await expect(mark(actor("wang"), PERSON_NOTICE, "zhang")).rejects.toThrow(/row-level security/);
  await expect(mark(actor("zhang"), PERSON_NOTICE, "zhang")).resolves.toBeDefined();
  expect(await seen(actor("wang", "hs-credit-centre", "supervisor"), "notice_reads")).toBe(0);
});

test("addresses and mails are their person's own, and only the platform makes mails out", async () => {
  const supervisor = actor("wang", "hs-credit-centre", "supervisor");
  expect([await seen(supervisor, "mail_settings"), await seen(supervisor, "notice_mails")]).toEqual([0, 0]);
  expect([await seen(actor("zhang"), "mail_settings"), await seen(actor("zhang"), "notice_mails")]).toEqual([1, 1]);
  await expect(
    attempt(supervisor, "INSERT INTO mail_settings VALUES ('zhang', 'me@elsewhere.example', true, now())"),
  ).rejects.toThrow(/row-level security/);
  const changed = await attempt(
    supervisor,
    "UPDATE mail_settings SET address = 'me@elsewhere.example' RETURNING person",
  );
  expect(changed.rows).toEqual([]);
  await expect(
    attempt(
      supervisor,
      `INSERT INTO notice_mails (notice_id, person, address, state, next_try_at)
      VALUES ('${HOLDERS_NOTICE}', 'wang', 'me@elsewhere.example', 'waiting', now())`,
    ),
  ).rejects.toThrow(/row-level security/);
  expect(await seen(supervisor, "notice_outbox")).toBe(0);
});

test.each([
  "UPDATE notices SET person = 'wang'",
  "DELETE FROM notices",
  "TRUNCATE notices CASCADE",
  "UPDATE notice_ends SET occasion = 'x'",
  "DELETE FROM notice_ends",
  "UPDATE notice_reads SET reader = 'wang'",
  "DELETE FROM notice_reads",
  "UPDATE notice_mails SET address = 'me@elsewhere.example'",
  "DELETE FROM notice_mails",
  "DELETE FROM mail_settings",
])("refuses, even to the platform: %s", async (statement) => {
  await expect(inScope(database.app, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/);
});

test("the same addressee is told of an occasion once, by the database", async () => {
  const again = await inScope(database.app, (tx) =>
    sql`INSERT INTO notices (notice_id, kind, params, link, person, occasion, made_at)
      VALUES (${newId<NoticeId>()}::uuid, 'k', '{}', '/x', 'zhang', 'a', now()) ON CONFLICT DO NOTHING`.execute(tx),
  );
  expect(again.numAffectedRows).toBe(0n);
});
