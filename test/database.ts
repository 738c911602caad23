import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";
import pg from "pg";
import { inject } from "vitest";
import { databaseUrls, type DatabaseUrls } from "../src/platform/db/database-urls.ts";
import { migrate, readMigrations, MIGRATIONS } from "../src/platform/db/migrate.ts";
import { openDatabase } from "../src/platform/db/pool.ts";
import { bootstrapRoles } from "../src/platform/db/roles.ts";
import type { Db } from "../src/platform/db/types.ts";

/** A migrated database of its own, as each role sees it. */
export interface TestDatabase {
  readonly urls: DatabaseUrls;
  /** Mostly a superuser, who walks around row-level security; for setting the scene and for looking behind it. */
  readonly admin: Db;
  readonly app: Db;
  readonly publicRead: Db;
  readonly eraser: Db;
  /** Closes the pools and drops the database. */
  drop(): Promise<void>;
}

/** Gives a fresh database with all migrations, cloned from the run's template (about 0.1 s). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await scratchServerUrl();
  const template = await ensureTemplate(server);
  const name = await createDatabase(server, template);
  return openTestDatabase(onServer(server, name), () =>
    onAdmin(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  );
}

/** A migrated database of any server, reached by its administrator's URL; `remove` runs when the pools are closed. */
export function openTestDatabase(adminUrl: string, remove: () => Promise<void>): TestDatabase {
  const urls = databaseUrls(adminUrl);
  const pools = [urls.admin, urls.app, urls.publicRead, urls.eraser].map((url) => openDatabase(url, { max: 4 }));
  const [admin, app, publicRead, eraser] = pools;
  if (!admin || !app || !publicRead || !eraser) throw new Error("unreachable");
  return {
    urls,
    admin: admin.db,
    app: app.db,
    publicRead: publicRead.db,
    eraser: eraser.db,
    drop: async () => {
      await Promise.all(pools.map((pool) => pool.close()));
      await remove();
    },
  };
}

/** An empty database without roles or tables on the run's scratch server; gives the superuser's URL. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await scratchServerUrl();
  const name = await createDatabase(server, "template0");
  return {
    url: onServer(server, name),
    drop: async () => {
      await onAdmin(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** URL of the run's scratch server, which starts with the first call of the run. */
function scratchServerUrl(): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(inject("scratchPort"), "127.0.0.1");
    socket.setEncoding("utf8");
    socket.on("data", (text) => (answer += String(text)));
    socket.on("error", reject);
    socket.on("end", () => (answer.startsWith("postgres:") ? resolve(answer) : reject(new Error(answer))));
  });
}

/** Makes the template once per state of the migrations; test files that come at the same time wait for each other. */
async function ensureTemplate(server: string): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS);
  const state = createHash("sha256")
    .update(migrations.map((migration) => migration.checksum).join())
    .digest("hex");
  const name = `mingxin_template_${state.slice(0, 16)}`;
  await onAdmin(server, async (client) => {
    await client.query("SELECT pg_advisory_lock(7, 1)");
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 1) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`);
    await bootstrapRoles(onServer(server, unfinished));
    await migrate(onServer(server, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

async function createDatabase(server: string, template: string): Promise<string> {
  const name = `mingxin_test_${randomBytes(6).toString("hex")}`;
  await onAdmin(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`));
  return name;
}

function onServer(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function onAdmin(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
