import { fromKysely, PgBoss } from "pg-boss";
import type { Tx } from "./db/types.ts";
import type { Logger } from "./log.ts";

/** Work to be done outside a request, kept in schema `pgboss` of the same database. */
export interface Jobs {
  /** Declares a queue, named `<module>/<verb-noun>`; both who sends and who works do it, once, before use. */
  openQueue(queue: string): Promise<void>;
  /**
   * Puts a job into a queue. With `tx` it exists only if the transaction commits; with `key` no second job of this key is
   * taken while one waits. At least once: a job may run again after a crash, so its handler must be repeatable.
   * @returns its id, or null when the key kept it out.
   */
  send(queue: string, data: object, options?: SendOptions): Promise<string | null>;
  /** Runs jobs of a queue, `concurrency` at once. A handler that throws is tried again, later and later. */
  work(queue: string, handler: (job: Job) => Promise<void>, options?: { readonly concurrency?: number }): Promise<void>;
  /** Takes no more jobs and waits for the running ones, at most `graceMillis`; what is cut off runs again later. */
  stop(graceMillis?: number): Promise<void>;
}

export interface Job {
  readonly id: string;
  /** What was sent; the handler parses it. */
  readonly data: unknown;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the job was taken away (cancelled, believed dead) or the process stops. */
  readonly signal: AbortSignal;
}

export interface SendOptions {
  readonly tx?: Tx;
  readonly key?: string;
  readonly startAfterSeconds?: number;
}

export interface JobsOptions {
  readonly url: string;
  readonly logger: Logger;
  /** Whether this process runs jobs and looks after the queue; a web process only sends. */
  readonly worker: boolean;
  /** Connections of its own. */
  readonly max?: number;
}

/** A worker gives a sign every third of this; without one for as long, its job goes to another (checked every 5 s). */
const HEARTBEAT_SECONDS = 15;
const CHECK_SECONDS = 5;

const QUEUE = {
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 6 * 3600,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  // Wakes a waiting worker at once; polling is the floor below it.
  notify: true,
};

/**
 * Connects to the job queue as mingxin_app, whose schema privileges let it make and upgrade the queue's tables: they hold
 * no record, and pg-boss makes tables at run time, too. Starts that come at once wait for each other.
 */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { logger } = options;
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: options.worker ? "mingxin-jobs" : "mingxin-jobs-send",
    schema: "pgboss",
    createSchema: false,
    max: options.max ?? (options.worker ? 4 : 2),
    supervise: options.worker,
    schedule: options.worker,
    useListenNotify: options.worker,
    superviseIntervalSeconds: CHECK_SECONDS,
    monitorIntervalSeconds: CHECK_SECONDS,
    maintenanceIntervalSeconds: 600,
  });
  boss.on("error", (error) => logger.error({ err: error }, "job queue"));
  boss.on("warning", (warning) => logger.warn({ warning }, "job queue"));
  await boss.start();
  const open = new Map<string, Promise<void>>();
  return {
    openQueue: (queue) => {
      const opened = open.get(queue) ?? makeQueue(boss, queue);
      open.set(queue, opened);
      return opened;
    },
    send: (queue, data, settings = {}) =>
      boss.send(queue, data, {
        ...(settings.tx ? { db: fromKysely(settings.tx) } : {}),
        ...(settings.key === undefined ? {} : { singletonKey: settings.key }),
        ...(settings.startAfterSeconds === undefined ? {} : { startAfter: settings.startAfterSeconds }),
      }),
    work: async (queue, handler, settings = {}) => {
      const polling = {
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 5,
        heartbeatRefreshSeconds: HEARTBEAT_SECONDS / 3,
      };
      await boss.work<object, void>(
        queue,
        { ...polling, localConcurrency: settings.concurrency ?? 1 },
        async (jobs) => {
          for (const { id, data, retryCount, signal } of jobs) {
            await handler({ id, data, attempt: retryCount + 1, signal }).catch((error: unknown) => {
              logger.error({ err: error, queue, job: id, attempt: retryCount + 1 }, "job failed");
              throw error;
            });
          }
        },
      );
    },
    stop: (graceMillis = 8000) => boss.stop({ graceful: true, timeout: graceMillis, close: true }),
  };
}

async function makeQueue(boss: PgBoss, queue: string): Promise<void> {
  if ((await boss.getQueue(queue)) === null) await boss.createQueue(queue, QUEUE);
}
