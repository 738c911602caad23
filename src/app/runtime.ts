import { IdentityService, namesOfPeople, openSignIn, type AccountsRuntime } from "#accounts";
import type { FiguresRuntime } from "#figures";
import type { CoverageRuntime } from "#coverage";
import type { OmissionsRuntime } from "#omissions";
import {
  JudgePool,
  listFiledSince,
  listWaitingNumbers,
  onRehomedCountWaiting,
  type IngestRuntime,
  type JudgingRuntime,
} from "#ingest";
import type { EntryRuntime } from "#entry";
import type { NoticesRuntime } from "#notices";
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
import { loadSigningKey } from "../platform/signing-key.ts";
import { SEARCH_MILLISECONDS } from "#subjects";
import { dutySources } from "./duty-sources.ts";
import { loadLaw, type Law } from "./law.ts";
import { noticesRuntime, tellProceeding, tellReporter } from "./tell.ts";

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
  readonly figures: FiguresRuntime;
  readonly coverage: CoverageRuntime;
  readonly omissions: OmissionsRuntime;
  readonly entry: EntryRuntime;
  readonly notices: NoticesRuntime;
  close(): Promise<void>;
}

/** Builds the adapters once and hands them to the modules. */
export async function openRuntime(config: Config, urls: ServingUrls, clock: Clock = systemClock): Promise<Runtime> {
  const law = await loadLaw(config.lawDirectory);
  const keyring = await loadKeyring(config.dataDirectory);
  const signingKey = await loadSigningKey(config.dataDirectory);
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
  const accountsRuntime = accountsOf(config, law, { db: accounts.db, signIn, clock });
  const ingest = ingestRuntime(config, law, { db: app.db, clock, keyring, accounts: accountsRuntime });
  const judging = judgingRuntime(law, ingest);
  return {
    config,
    law,
    clock,
    db: app.db,
    publicDb: reader.db,
    searchDb: search.db,
    ingest,
    judging,
    entry: { ...judging, ...law, namesOf: (ids) => namesOfPeople(accountsRuntime, ids) },
    figures: figuresRuntime(law, { db: app.db, publicDb: reader.db, clock, signingKey }),
    coverage: coverageRuntime(law, app.db, clock),
    omissions: omissionsRuntime(law, ingest),
    accounts: accountsRuntime,
    notices: noticesRuntime({
      law,
      clock,
      db: app.db,
      accounts: accountsRuntime,
      duties: dutySources(law, clock),
    }),
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

function accountsOf(
  { origin, signOn }: Config,
  { catalogue, procedures }: Law,
  sources: Pick<AccountsRuntime, "db" | "signIn" | "clock">,
): AccountsRuntime {
  const identityService = signOn && new IdentityService(signOn);
  return { ...sources, identityService, origin, catalogue, procedures, followers: [tellProceeding(procedures)] };
}

function figuresRuntime(
  { catalogue, rates, procedures }: Law,
  sources: Pick<FiguresRuntime, "db" | "publicDb" | "clock" | "signingKey">,
): FiguresRuntime {
  return { ...sources, catalogue, rates, procedures };
}

function coverageRuntime({ catalogue, coverageAnswers, procedures }: Law, db: Db, clock: Clock): CoverageRuntime {
  return { db, clock, catalogue, answers: coverageAnswers, procedures };
}

function omissionsRuntime(law: Law, ingest: IngestRuntime): OmissionsRuntime {
  return {
    db: ingest.db,
    clock: ingest.clock,
    catalogue: law.catalogue,
    workdays: law.workdays,
    publication: law.publication,
    procedures: law.procedures,
    rules: law.omissions,
    intake: { listFiledSince, listWaitingNumbers: (tx, of) => listWaitingNumbers(ingest, tx, of) },
  };
}

function judgingRuntime(law: Law, ingest: IngestRuntime): JudgingRuntime {
  return {
    ...ingest,
    annotatorOf: (item) => compileAnnotator(law.catalogue, law.publication, item),
    followers: [onRecordsRehomed, onRehomedCountWaiting],
  };
}

function ingestRuntime(
  config: Config,
  law: Law,
  {
    db,
    clock,
    keyring,
    accounts,
  }: Pick<IngestRuntime, "db" | "clock" | "keyring"> & { readonly accounts: AccountsRuntime },
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
    endSubscribers: [tellReporter(accounts)],
  };
}
