import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "../../src/platform/db/migrate.ts";
import { bootstrapRoles } from "../../src/platform/db/roles.ts";
import { startScratchPostgres } from "../../src/platform/postgres/scratch-postgres.ts";
import { type LiveSchema, readLiveSchema } from "./live-schema.ts";

/** Starts a throw-away server, applies every migration as a start does, and reads the schema that comes out. */
export async function readMigratedSchema(): Promise<LiveSchema> {
  const server = await startScratchPostgres(await mkdtemp(path.join(tmpdir(), "mingxin-generate-")));
  try {
    await bootstrapRoles(server.url);
    await migrate(server.url);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      // The rows have the shape that the statement names; each statement stands beside its type in live-schema.ts.
      return await readLiveSchema(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]);
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
  }
}
