import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type pg from "pg";

/**
 * Kysely on a `pg` pool. Differs from Kysely's own PostgreSQL driver in two points: a connection shows its `pg` client, so
 * that COPY can run inside a transaction, and `stream()` works on plain SQL cursors without a further package.
 */
export function pgDialect(pool: pg.Pool): Dialect {
  return {
    createDriver: () => new PgDriver(pool),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** One connection of the pool while Kysely holds it. */
export class PgConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  inTransaction = false;
  /** Set when the connection's state is unknown; it is then closed instead of given back. */
  broken = false;
  onBreak: () => void = () => undefined;
  #cursors = 0;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // The row type is the caller's claim, as everywhere in Kysely.
    const { rows, command, rowCount } = await this.client.query<Row & pg.QueryResultRow>(query.sql, [
      ...query.parameters,
    ]);
    const changes = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command);
    return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  /** Reads in portions of `chunkSize` rows by a cursor, in the open transaction or in a read-only one of its own. */
  async *streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    const own = !this.inTransaction;
    const cursor = `stream_${++this.#cursors}`;
    if (own) await this.client.query("begin read only");
    try {
      await this.client.query(`declare ${cursor} no scroll cursor for ${query.sql}`, [...query.parameters]);
      for (;;) {
        const fetch = `fetch ${Math.trunc(chunkSize)} from ${cursor}`;
        const { rows } = await this.client.query<Row & pg.QueryResultRow>(fetch);
        if (rows.length > 0) yield { rows };
        if (rows.length < chunkSize) break;
      }
      if (!own) await this.client.query(`close ${cursor}`);
    } finally {
      // Ends the cursor, too, when the reader stopped early.
      if (own) await this.client.query("rollback");
    }
  }
}

class PgDriver implements Driver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<PgConnection> {
    const client = await this.#pool.connect();
    const connection = new PgConnection(client);
    // A connection that breaks between two queries tells it by an event; the next query on it fails, and that is enough.
    connection.onBreak = () => (connection.broken = true);
    client.on("error", connection.onBreak);
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const { isolationLevel, accessMode } = settings;
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : "";
    await ownConnection(connection).client.query(`start transaction${level}${accessMode ? ` ${accessMode}` : ""}`);
    ownConnection(connection).inTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { command } = await ownConnection(connection).client.query("commit");
    // The server answers COMMIT of a failed transaction with ROLLBACK, as if nothing had happened.
    if (command === "ROLLBACK") throw new Error("the transaction had failed and was rolled back instead of committed");
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await ownConnection(connection).client.query("rollback");
    } catch (error) {
      ownConnection(connection).broken = true;
      throw error;
    }
  }

  savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    return execute(connection, `savepoint ${quoted(name)}`);
  }

  rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    return execute(connection, `rollback to savepoint ${quoted(name)}`);
  }

  releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    return execute(connection, `release savepoint ${quoted(name)}`);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    const { client, broken, onBreak } = ownConnection(connection);
    client.off("error", onBreak);
    client.release(broken);
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.#pool.end();
  }
}

async function execute(connection: DatabaseConnection, text: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(text));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function ownConnection(connection: DatabaseConnection): PgConnection {
  if (connection instanceof PgConnection) return connection;
  throw new Error("a connection of another driver");
}
