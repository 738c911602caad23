import { createReadStream } from "node:fs";
import { administratorActor } from "../../src/kernel/actor.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadLaw, syncLaw } from "../../src/app/law.ts";
import { openRuntime, type Runtime } from "../../src/app/runtime.ts";
import { readConfig } from "../../src/platform/config.ts";
import { databaseUrls, type DatabaseUrls } from "../../src/platform/db/database-urls.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { bootstrapRoles } from "../../src/platform/db/roles.ts";
import { startScratchPostgres } from "../../src/platform/postgres/scratch-postgres.ts";
import { receiveBatch, runBatch, type Batch } from "#ingest";

/** The product's own parts on a scratch server in this process, for what cannot be measured from outside. */
export interface Bench {
  readonly runtime: Runtime;
  readonly urls: DatabaseUrls;
  readonly directory: string;
  file(item: string, path: string): Promise<Batch | null>;
  stop(): Promise<void>;
}

export async function startInProcess(): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), "mingxin-bench-"));
  const server = await startScratchPostgres(await mkdtemp(join(tmpdir(), "mingxin-bench-db-")));
  await bootstrapRoles(server.url);
  await migrate(server.url);
  const config = readConfig({
    MINGXIN_DATA: join(directory, "data"),
    MINGXIN_SAMPLE: "0",
    LOG_LEVEL: "fatal",
    MINGXIN_REQUESTS_PER_MINUTE: "9999999",
  });
  await syncLaw(server.url, await loadLaw(config.lawDirectory));
  const urls = databaseUrls(server.url);
  const runtime = await openRuntime(config, urls);
  return {
    runtime,
    urls,
    directory,
    file: async (item, path) => {
      const { batchId } = await receiveBatch(runtime.ingest, {
        item,
        profile: null,
        sourceBody: null,
        fileName: path,
        attested: false,
        actor: administratorActor("bench"),
        idempotencyKey: null,
        content: createReadStream(path),
      });
      return runBatch(runtime.ingest, batchId);
    },
    stop: async () => {
      await runtime.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
