import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { CamelCasePlugin, Kysely, type IsolationLevel } from "kysely";
import pg from "pg";
import type { DB } from "../../../db/types.ts";
import { pgDialect } from "./pg-driver.ts";
import type { Db, Tx } from "./types.ts";
import { VALUE_TYPES } from "./values.ts";

export interface PoolOptions {
  /** Most connections at once. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** A role that every session takes on (SET ROLE); the login must be a member of it. */
  readonly role?: string;
  /** Longest that one statement may take, in ms; what takes longer is ended ({@link isOutOfTime} tells). */
  readonly statementMilliseconds?: number;
  /**
   * For reads that must be brief: longest that one statement may take, in ms ({@link isOutOfTime} tells), without parallel
   * workers.
   */
  readonly briefMilliseconds?: number;
  /** Told about connections that broke while idle; the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

export interface OpenDatabase {
  readonly db: Db;
  /** Waits for running queries and closes all connections. */
  close(): Promise<void>;
}

/**
 * Opens a pool. Connections are made when first needed; `search_path` is mingxin, then register, the zone is UTC.
 * Statements are unnamed, so the server plans each with its values (generic plans make searches slow).
 */
export function openDatabase(url: string, options: PoolOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? "mingxin",
    options: sessionOptions(options),
    types: VALUE_TYPES,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on("error", options.onIdleError ?? (() => undefined));
  const db = new Kysely<DB>({ dialect: pgDialect(pool) });
  let closing: Promise<void> | null = null;
  return { db, close: () => (closing ??= db.destroy().then(() => (pool.ended ? undefined : pool.end()))) };
}

/**
 * A pool for a library that brings its own statements: dates as Date objects, columns in camelCase, tables of one schema.
 */
export function openForLibrary(url: string, schema: string): { readonly db: Kysely<object>; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: `mingxin-${schema}`,
    options: `-c search_path=${schema} -c TimeZone=UTC`,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on("error", () => undefined);
  const db = new Kysely<object>({ dialect: pgDialect(pool), plugins: [new CamelCasePlugin()] });
  return { db, close: () => db.destroy() };
}

export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
  /** How often `work` may run when the database asks for another try; 1 where it cannot run twice. Default 5. */
  readonly attempts?: number;
}

/**
 * Runs `work` in one transaction and gives its result after the commit. When the database broke it off because of
 * concurrent work (serialization failure 40001, deadlock 40P01) it runs again from the start; it must therefore do
 * nothing outside the database.
 */
export async function inTransaction<Result>(
  db: Db,
  work: (tx: Tx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const attempts = options.attempts ?? 5;
  for (let attempt = 1; ; attempt++) {
    try {
      const builder = db.transaction();
      return await (options.isolation ? builder.setIsolationLevel(options.isolation) : builder).execute(work);
    } catch (error) {
      if (attempt >= attempts || !isWorthRetrying(error)) throw error;
      await sleep(randomInt(5, 20 * 2 ** attempt));
    }
  }
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === "40001" || error.code === "40P01");
}

/** Whether the database ended a statement because its time was over (SQLSTATE query_canceled). */
export function isOutOfTime(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "57014";
}

function sessionOptions({ role, statementMilliseconds, briefMilliseconds }: PoolOptions): string {
  const settings = ["search_path=mingxin,register", "TimeZone=UTC", "DateStyle=ISO", "IntervalStyle=iso_8601"];
  if (role !== undefined) settings.push(`role=${role}`);
  const longest = briefMilliseconds ?? statementMilliseconds;
  if (longest !== undefined) settings.push(`statement_timeout=${Math.trunc(longest)}`);
  if (briefMilliseconds !== undefined) settings.push("max_parallel_workers_per_gather=0");
  return settings.map((setting) => `-c ${setting}`).join(" ");
}
