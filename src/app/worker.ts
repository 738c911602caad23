import { setTimeout as wait } from "node:timers/promises";
import { sweepDocuments } from "#documents";
import { sweepAccounts } from "#accounts";
import { listWaitingBatches, runBatch, sweepRawFiles } from "#ingest";
import type { Config } from "../platform/config.ts";
import type { ServingUrls } from "../platform/db/database-urls.ts";
import { createLogger, type Logger } from "../platform/log.ts";
import { loadSample } from "./load-sample.ts";
import { openRuntime, type Runtime } from "./runtime.ts";

const IDLE_MS = 400;
const AFTER_FAILURE_MS = 3000;
const SAMPLE_WAIT_MS = 15_000;
const SWEEP_EVERY_MS = 3600_000;

/** A worker that takes up batches until it is stopped. */
export interface Worker {
  /** Looks for work at once instead of at the next round. */
  wake(): void;
  /** Lets the batch in hand finish, then ends. */
  stop(): Promise<void>;
}

/**
 * Runs batches one after the other. A batch is its own job: state and lease stand in its row, so what a page shows is
 * what the queue knows, and a batch whose worker died is found again by its lease.
 */
export function runWorker(runtime: Runtime, logger: Logger): Worker {
  let stopped = false;
  let wake: () => void = () => undefined;
  const loop = (async () => {
    while (!stopped) {
      const pause = await workOff(runtime, logger, () => stopped);
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    wake: () => wake(),
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}

/** Takes up whatever waits; gives the pause before the next look. */
async function workOff(runtime: Runtime, logger: Logger, isStopped: () => boolean): Promise<number> {
  try {
    for (const batchId of await listWaitingBatches(runtime.db)) {
      if (isStopped()) return 0;
      const batch = await runBatch(runtime.ingest, batchId);
      if (batch)
        logger.info({ batch: batchId, state: batch.state, counts: batch.counts, seconds: batch.seconds }, "batch");
    }
    return IDLE_MS;
  } catch (error) {
    // The batch was given back with its attempt counted; the next round takes it up again, and gives up in the end.
    logger.error({ err: error }, "a batch broke down");
    return AFTER_FAILURE_MS;
  }
}

/** Takes away every hour what of accounts has ended by itself. Gives the function that stops it. */
function sweepHourly({ accounts }: Runtime, logger: Logger): () => Promise<void> {
  let under = Promise.resolve();
  const sweep = (): void => {
    under = sweepAccounts(accounts).then(
      (swept) => logger.info(swept, "accounts swept"),
      (error: unknown) => logger.error({ err: error }, "accounts were not swept"),
    );
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS);
  return () => {
    clearInterval(timer);
    return under;
  };
}

/** The worker process. Gives the function that stops it. */
export async function startWorker(config: Config, urls: ServingUrls): Promise<{ stop(): Promise<void> }> {
  const logger = createLogger("worker", config.logLevel);
  const runtime = await openRuntime(config, urls);
  sweepRawFiles(runtime.ingest).then(
    (swept) => logger.info(swept, "raw files swept"),
    (error: unknown) => logger.error({ err: error }, "raw files were not swept"),
  );
  sweepDocuments(runtime.ingest).then(
    (swept) => logger.info(swept, "documents swept"),
    (error: unknown) => logger.error({ err: error }, "documents were not swept"),
  );
  const sample = loadSample(runtime, logger).catch((error: unknown) => {
    // The register serves without it; the next start goes on where this one stopped.
    logger.error({ err: error }, "the sample city was not loaded completely");
  });
  // Ready with the city in it where that is quick; on a slow machine the rest comes while the site is up.
  await Promise.race([sample, wait(SAMPLE_WAIT_MS, undefined, { ref: false })]);
  const worker = runWorker(runtime, logger);
  const stopSweeping = sweepHourly(runtime, logger);
  return {
    stop: async () => {
      await worker.stop();
      await stopSweeping();
      await runtime.close();
    },
  };
}
