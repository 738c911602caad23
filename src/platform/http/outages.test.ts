import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { openDatabase } from "../db/pool.ts";
import type { Db } from "../db/types.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./server.ts";

let database: TestDatabase;
let brief: { db: Db; close(): Promise<void> };
const nobody = openDatabase("postgres://nobody:none@127.0.0.1:1/none");
beforeAll(async () => {
  database = await createTestDatabase();
  brief = openDatabase(database.urls.publicRead, { statementMilliseconds: 50 });
});
afterAll(async () => {
  await Promise.all([brief.close(), nobody.close()]);
  await database.drop();
});

const FAILURES: Readonly<Record<string, () => Promise<unknown>>> = {
  "a server that does not listen": () => sql`SELECT 1`.execute(nobody.db),
  "a session that the administrator ends": () =>
    sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(database.admin),
  "a statement that takes too long": () => sql`SELECT pg_sleep(5)`.execute(brief.db),
  "a server that stops, starts, or is full": () => Promise.reject(Object.assign(new Error("x"), { code: "57P03" })),
  "a pool that gives no connection in time": () =>
    Promise.reject(new Error("later", { cause: new Error("timeout exceeded when trying to connect") })),
};

test.for(Object.keys(FAILURES))("%s is no bug: 503 with Retry-After and words", async (name) => {
  const { app, metrics } = createServer(createLogger("test", "silent"));
  app.get("/", async () => FAILURES[name]?.());
  const answer = await app.inject({ url: "/", headers: { "accept-language": "en" } });
  expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "5"]);
  expect(answer.json()).toMatchObject({ type: "/problems/http/unavailable", status: 503 });
  expect(answer.body).toContain("Retry-After");
  expect(await metrics.metrics()).toMatch(/mingxin_http_bugs_total 0/);
  await app.close();
});

test("what our own statement got wrong stays a bug", async () => {
  const { app, metrics } = createServer(createLogger("test", "silent"));
  app.get("/", async () => sql`SELECT no_such_column`.execute(database.admin));
  expect((await app.inject("/")).statusCode).toBe(500);
  expect(await metrics.metrics()).toMatch(/mingxin_http_bugs_total 1/);
  await app.close();
});
