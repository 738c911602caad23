import { JudgePool, onRehomedCountWaiting, type IngestRuntime, type JudgingRuntime } from "#ingest";
import { compileAnnotator, onRecordsRehomed, onVersionsAppended } from "#publish";
import type { Clock } from "../kernel/time.ts";
import { systemClock } from "../kernel/time.ts";
import type { Config } from "../platform/config.ts";
import type { DatabaseUrls } from "../platform/db/database-urls.ts";
import { openDatabase } from "../platform/db/pool.ts";
import type { Db } from "../platform/db/types.ts";
import { loadKeyring } from "../platform/keyring.ts";
import { loadLaw, type Law } from "./law.ts";

/** Everything that the web and the worker process stand on. */
export interface Runtime {
  readonly config: Config;
  readonly law: Law;
  readonly clock: Clock;
  /** The application's pool: row scope must be declared per transaction. */
  readonly db: Db;
  /** The public's pool: sees the views of schema `register` and nothing else. */
  readonly publicDb: Db;
  readonly ingest: IngestRuntime;
  readonly judging: JudgingRuntime;
  close(): Promise<void>;
}

/** Builds the adapters once and hands them to the modules. */
export async function openRuntime(config: Config, urls: DatabaseUrls, clock: Clock = systemClock): Promise<Runtime> {
  const law = await loadLaw(config.lawDirectory);
  const keyring = await loadKeyring(config.dataDirectory);
  const app = openDatabase(urls.app, { max: 8, applicationName: "mingxin" });
  const reader = openDatabase(urls.publicRead, { max: 8, applicationName: "mingxin-public" });
  const ingest: IngestRuntime = {
    db: app.db,
    clock,
    catalogue: law.catalogue,
    keyring,
    dataDirectory: config.dataDirectory,
    lawDirectory: config.lawDirectory,
    judges: new JudgePool(new URL("./judge-thread.ts", import.meta.url)),
    subscribers: [onVersionsAppended],
  };
  return {
    config,
    law,
    clock,
    db: app.db,
    publicDb: reader.db,
    ingest,
    judging: {
      ...ingest,
      annotatorOf: (item) => compileAnnotator(law.catalogue, law.publication, item),
      followers: [onRecordsRehomed, onRehomedCountWaiting],
    },
    close: async () => {
      await Promise.all([app.close(), reader.close(), ingest.judges.close()]);
    },
  };
}
