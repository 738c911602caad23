import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { StartError } from "../start-error.ts";
import { LOCKS } from "./locks.ts";
import { connectAdmin } from "./roles.ts";

/** Where the numbered files lie in the package. */
export const MIGRATIONS = resolve(import.meta.dirname, "../../../db/migrations");

const FILE_FORM = /^(\d{4})_[a-z0-9_]+\.sql$/;

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly checksum: string;
}

/**
 * Brings the database to this program's schema: applies the files it has not seen, in order, each in one transaction as
 * mingxin_owner. Forward only. Starts that come at the same time wait for each other.
 * @returns the numbers applied now.
 * @throws StartError "migration-changed", "database-newer", "migration-failed", "migration-files".
 */
export async function migrate(adminUrl: string, directory: string = MIGRATIONS): Promise<number[]> {
  const migrations = await readMigrations(directory);
  const client = await connectAdmin(adminUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1, $2)", [...LOCKS.migrate]);
    await client.query("SET ROLE mingxin_owner");
    await client.query("SET search_path = mingxin");
    await makeLedger(client);
    const seen = await readLedger(client);
    checkLedger(migrations, seen);
    const due = migrations.filter((migration) => !seen.has(migration.number));
    for (const migration of due) await apply(client, migration);
    return due.map((migration) => migration.number);
  } finally {
    await client.end();
  }
}

/** Reads the files in order. @throws StartError "migration-files" on a gap, a double number or a foreign name. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).toSorted();
  const migrations: Migration[] = [];
  for (const name of names) {
    const number = Number(FILE_FORM.exec(name)?.[1]);
    if (number !== migrations.length + 1) {
      throw new StartError("migration-files", {
        zh: `迁移文件 ${name} 的编号应为 ${migrations.length + 1}（形如 0001_name.sql，连续不重复）`,
        en: `Migration file ${name} should have number ${migrations.length + 1} (form 0001_name.sql, without gaps)`,
      });
    }
    const bytes = await readFile(join(directory, name));
    const checksum = createHash("sha256").update(bytes).digest("hex");
    migrations.push({ number, name, sql: bytes.toString("utf8"), checksum });
  }
  return migrations;
}

async function makeLedger(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ present: boolean }>(
    "SELECT to_regclass('mingxin.migrations') IS NOT NULL AS present",
  );
  if (rows[0]?.present === true) return;
  await client.query(`
    BEGIN;
    CREATE TABLE migrations (
      number integer NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT migrations_pkey PRIMARY KEY (number)
    );
    COMMENT ON TABLE migrations IS 'The numbered SQL files that this database has seen.';
    COMMENT ON COLUMN migrations.number IS 'Number of the file, without gaps from 1.';
    COMMENT ON COLUMN migrations.name IS 'Name of the file.';
    COMMENT ON COLUMN migrations.checksum IS 'Hex SHA-256 of the file as applied; a file is never edited afterwards.';
    COMMENT ON COLUMN migrations.applied_at IS 'When it was applied.';
    COMMIT;`);
}

interface LedgerRow {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function readLedger(client: pg.Client): Promise<Map<number, LedgerRow>> {
  const { rows } = await client.query<LedgerRow>("SELECT number, name, checksum FROM migrations ORDER BY number");
  return new Map(rows.map((row) => [row.number, row]));
}

function checkLedger(migrations: readonly Migration[], seen: ReadonlyMap<number, LedgerRow>): void {
  const newest = Math.max(0, ...seen.keys());
  if (newest > migrations.length) {
    throw new StartError("database-newer", {
      zh: `数据库的结构版本为 ${newest}，本程序只到 ${migrations.length}。请升级程序，或恢复升级前的备份；旧程序不得写入新库`,
      en: `The database's schema is at ${newest}, this program ends at ${migrations.length}. Upgrade the program or restore the backup from before; an older program must not write here`,
    });
  }
  for (const migration of migrations) {
    const before = seen.get(migration.number);
    if (before && before.checksum !== migration.checksum) {
      throw new StartError("migration-changed", {
        zh: `迁移文件 ${migration.name} 在执行之后被修改。请恢复原文件，变更另写新编号的文件`,
        en: `Migration file ${migration.name} was changed after it had been applied. Restore it and write the change as a new file`,
      });
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    // Must come first, so that a start which somehow got past the lock collides here and not half-way.
    await client.query("INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    // Inside EXECUTE the database refuses COMMIT and ROLLBACK, so no file can end the transaction and leave half of it.
    const block = `BEGIN EXECUTE ${client.escapeLiteral(migration.sql)}; END`;
    await client.query(`DO ${client.escapeLiteral(block)}`);
    await client.query("COMMIT");
    // A file may have changed the session (SET search_path); the next one starts as this one did.
    await client.query("SET ROLE mingxin_owner; SET search_path = mingxin");
  } catch (error) {
    throw migrationFailed(migration, error);
  }
}

function migrationFailed(migration: Migration, error: unknown): StartError {
  const reason = error instanceof Error ? error.message : String(error);
  // Only a position in the file itself, not one in a function that it calls.
  const within = error instanceof pg.DatabaseError && error.internalQuery === migration.sql;
  const position = within ? Number(error.internalPosition) : Number.NaN;
  // The database counts characters, and of those beyond U+FFFF a string has two.
  const line = position > 0 ? [...migration.sql].slice(0, position).join("").split("\n").length : null;
  const place = line === null ? migration.name : `${migration.name}:${line}`;
  return new StartError(
    "migration-failed",
    {
      zh: `迁移 ${place} 未能执行，数据库未变：${reason}`,
      en: `Migration ${place} failed, the database is as before: ${reason}`,
    },
    error,
  );
}
