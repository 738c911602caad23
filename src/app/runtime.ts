import { IdentityService, openSignIn, type AccountsRuntime } from "#accounts";
import { JudgePool, onRehomedCountWaiting, type IngestRuntime, type JudgingRuntime } from "#ingest";
import {
  compileAnnotator,
  confirmSeverities,
  dateFirstPublication,
  onRecordsRehomed,
  onVersionsAppended,
  serviceFollower,
} from "#publish";
import type { Clock } from "../kernel/time.ts";
import { systemClock } from "../kernel/time.ts";
import type { Config } from "../platform/config.ts";
import type { ServingUrls } from "../platform/db/database-urls.ts";
import { openDatabase } from "../platform/db/pool.ts";
import type { Db } from "../platform/db/types.ts";
import { loadKeyring, lookupHash } from "../platform/keyring.ts";
import { SEARCH_MILLISECONDS } from "#subjects";
import { loadLaw, type Law } from "./law.ts";

/** Longest that one statement of the public may take; no public read runs without end. */
const PUBLIC_READ_MILLISECONDS = 10_000;

/** Everything that the web and the worker process stand on. */
export interface Runtime {
  readonly config: Config;
  readonly law: Law;
  readonly clock: Clock;
  /** The application's pool: row scope must be declared per transaction. */
  readonly db: Db;
  /** The public's pool: sees the views of schema `register` and nothing else. */
  readonly publicDb: Db;
  /** The public's pool for searches, which end after a short time with what was found by then. */
  readonly searchDb: Db;
  readonly ingest: IngestRuntime;
  readonly judging: JudgingRuntime;
  readonly accounts: AccountsRuntime;
  close(): Promise<void>;
}

/** Builds the adapters once and hands them to the modules. */
export async function openRuntime(config: Config, urls: ServingUrls, clock: Clock = systemClock): Promise<Runtime> {
  const law = await loadLaw(config.lawDirectory);
  const keyring = await loadKeyring(config.dataDirectory);
  const app = openDatabase(urls.app, { max: 8, applicationName: "mingxin" });
  const reader = openDatabase(urls.publicRead, {
    max: 8,
    applicationName: "mingxin-public",
    statementMilliseconds: PUBLIC_READ_MILLISECONDS,
  });
  const search = openDatabase(urls.publicRead, {
    max: 6,
    applicationName: "mingxin-search",
    briefMilliseconds: SEARCH_MILLISECONDS,
  });
  const accounts = openDatabase(urls.accounts, { max: 4, applicationName: "mingxin-accounts" });
  const signIn = openSignIn({
    url: urls.accounts,
    secret: lookupHash(keyring.lookupKey, "accounts", "sessions"),
    origin: config.origin,
  });
  const ingest = ingestRuntime(config, law, { db: app.db, clock, keyring });
  return {
    config,
    law,
    clock,
    db: app.db,
    publicDb: reader.db,
    searchDb: search.db,
    ingest,
    judging: {
      ...ingest,
      annotatorOf: (item) => compileAnnotator(law.catalogue, law.publication, item),
      followers: [onRecordsRehomed, onRehomedCountWaiting],
    },
    accounts: {
      db: accounts.db,
      signIn,
      identityService: config.signOn && new IdentityService(config.signOn),
      origin: config.origin,
      clock,
      catalogue: law.catalogue,
      procedures: law.procedures,
    },
    close: async () => {
      await Promise.all([
        app.close(),
        accounts.close(),
        signIn.close(),
        reader.close(),
        search.close(),
        ingest.judges.close(),
        ingest.annotators.close(),
      ]);
    },
  };
}

function ingestRuntime(
  config: Config,
  law: Law,
  { db, clock, keyring }: Pick<IngestRuntime, "db" | "clock" | "keyring">,
): IngestRuntime {
  return {
    db,
    clock,
    catalogue: law.catalogue,
    keyring,
    dataDirectory: config.dataDirectory,
    lawDirectory: config.lawDirectory,
    rowAnswers: law.rowAnswers,
    upload: {
      maximumBytes: config.uploadMebibytes * 1024 ** 2,
      directory: config.dataDirectory,
      keepFreeBytes: config.keepFreeMebibytes * 1024 ** 2,
    },
    judges: new JudgePool(new URL("./judge-thread.ts", import.meta.url)),
    annotators: new JudgePool(new URL("./annotate-thread.ts", import.meta.url)),
    subscribers: [onVersionsAppended, serviceFollower({ catalogue: law.catalogue, law: law.publication })],
    duplicateSubscribers: [confirmSeverities],
    closingSubscribers: [dateFirstPublication],
  };
}
