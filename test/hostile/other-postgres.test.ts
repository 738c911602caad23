import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { migrate, MIGRATIONS, readMigrations } from "../../src/platform/db/migrate.ts";
import { bootstrapRoles } from "../../src/platform/db/roles.ts";
import { inScope } from "../../src/platform/db/scope.ts";
import { findBundledBinaries, findSystemBinaries, type ServerBinaries } from "../../src/platform/postgres/binaries.ts";
import { startScratchPostgres, type ScratchPostgres } from "../../src/platform/postgres/scratch-postgres.ts";
import { startCity, type TestCity } from "../city.ts";
import { openTestDatabase } from "../database.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/**
 * DATABASE_URL with a server that is not ours, as a city's computing centre hands it out: an older PostgreSQL, or the
 * same one, and an administrator who is no superuser.
 */
const SERVERS: readonly [name: string, find: () => Promise<ServerBinaries | null>][] = [
  ["PostgreSQL 15 of the system", async () => findSystemBinaries(15)],
  ["the bundled PostgreSQL", findBundledBinaries],
];

const servers: ScratchPostgres[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** A fresh server with a database whose owner may make roles, and nothing more; gives the owner's URL. */
async function handOut(binaries: ServerBinaries): Promise<string> {
  const server = await startScratchPostgres(await mkdtemp(join(tmpdir(), "mingxin-other-")), binaries);
  servers.push(server);
  const password = randomBytes(12).toString("hex");
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`CREATE ROLE city_office LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE PASSWORD '${password}'`);
    await client.query("CREATE DATABASE city OWNER city_office TEMPLATE template0");
  } finally {
    await client.end();
  }
  const url = new URL(server.url);
  url.username = "city_office";
  url.password = password;
  url.pathname = "/city";
  return url.href;
}

describe.each(SERVERS)("%s under an administrator who is no superuser", (name, find) => {
  let city: TestCity | null = null;
  afterAll(() => city?.stop());

  /** The city of this server; starts with the first test that finds the programs. */
  async function onServer(skip: (note: string) => never): Promise<TestCity> {
    if (city) return city;
    const binaries = await find();
    if (!binaries) return skip(`${name} is not installed here`);
    const url = await handOut(binaries);
    const shipped = (await readMigrations(MIGRATIONS)).map(({ number }) => number);
    await bootstrapRoles(url);
    expect(await migrate(url)).toEqual(shipped);
    // As the next start does.
    await bootstrapRoles(url);
    expect(await migrate(url)).toEqual([]);
    const database = openTestDatabase(url, () => Promise.resolve());
    city = await startCity({ database });
    return city;
  }

  test("takes roles, schema and law, and a department's file becomes public pages", async ({ skip }) => {
    const { report, json, get, database } = await onServer(skip);
    const me = await sql<{ superuser: boolean }>`SELECT rolsuper AS superuser FROM pg_roles
      WHERE rolname = current_user`.execute(database.admin);
    expect(me.rows).toEqual([{ superuser: false }]);
    const csv = reportCsv("administrative-licence", [
      { subjectName: "黄石示例建材有限公司（示例）", uscc: inventedUscc(1), documentNumber: "黄示许〔2026〕1号" },
      { subjectName: "阳新示例物流有限公司（示例）", uscc: "914202", documentNumber: "黄示许〔2026〕2号" },
    ]);
    const counts = { rows: 2, changed: 0, review: 0, rejected: 1 };
    expect((await report("administrative-licence", csv)).counts).toMatchObject({ ...counts, accepted: 1 });
    expect((await report("administrative-licence", csv)).counts).toMatchObject({
      ...counts,
      accepted: 0,
      duplicates: 1,
    });
    const list = await json<{ items: { recordId: string; documentNumber: string }[] }>("/api/v1/publicity");
    expect(list.items.map((item) => item.documentNumber)).toEqual(["黄示许〔2026〕1号"]);
    const paths = [`/records/${list.items[0]?.recordId}`, `/subjects/${inventedUscc(1)}`, "/", "/readyz"];
    const pages = await Promise.all(paths.map((path) => get(path)));
    expect(pages.map((page) => page.status)).toEqual([200, 200, 200, 200]);
    expect(await pages[0]?.text()).toContain("黄示许〔2026〕1号");
    const search = await get(`/search?q=${encodeURIComponent("示例建材")}`);
    expect((await search.text()).replaceAll(/<\/?mark>/gu, "")).toContain("黄石示例建材有限公司");
  });

  test("refuses there too what the application, the public and the administrator must not do", async ({ skip }) => {
    const { database } = await onServer(skip);
    const { app, publicRead, eraser, admin } = database;
    const denied = /permission denied|must be owner/;
    for (const statement of [
      "UPDATE record_versions SET cause = 'first'",
      "DELETE FROM record_versions",
      "TRUNCATE record_versions CASCADE",
      "UPDATE version_contents SET payload = '{}'",
      "DELETE FROM audit_entries",
      "UPDATE records SET subject_id = record_id",
      "ALTER TABLE records DISABLE ROW LEVEL SECURITY",
      "SET ROLE mingxin_owner",
    ]) {
      await expect(inScope(app, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(denied);
    }
    await expect(sql`SELECT FROM mingxin.records`.execute(publicRead)).rejects.toThrow(denied);
    await expect(sql`UPDATE version_contents SET payload = '{}'`.execute(eraser)).rejects.toThrow(denied);
    const asOwner = inScope(admin, (tx) => sql`UPDATE record_versions SET cause = 'first'`.execute(tx));
    await expect(asOwner).rejects.toThrow(/append-only/);
  });

  test("shows nothing there either to a transaction that has not declared its scope", async ({ skip }) => {
    const { database } = await onServer(skip);
    const count = sql<{ count: number }>`SELECT count(*)::integer AS count FROM records`;
    expect((await count.execute(database.app)).rows).toEqual([{ count: 0 }]);
    const scoped = await inScope(database.app, (tx) => count.execute(tx));
    expect(scoped.rows).toEqual([{ count: 1 }]);
  });
});
