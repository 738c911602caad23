import { setTimeout as wait } from "node:timers/promises";
import { sweepAccounts } from "#accounts";
import { dailyFreezing } from "#figures";
import { sweepDocuments } from "#documents";
import { listWaitingBatches, runBatch, sweepRawFiles } from "#ingest";
import { refreshOmissions } from "#omissions";
import type { Config } from "../platform/config.ts";
import type { ServingUrls } from "../platform/db/database-urls.ts";
import { createLogger, type Logger } from "../platform/log.ts";
import { deliverMails, sendReminders } from "#notices";
import { openMail } from "../platform/mail/mail.ts";
import { startRounds, type Round } from "./rounds.ts";
import { loadSample } from "./load-sample.ts";
import { openRuntime, type Runtime } from "./runtime.ts";

const IDLE_MS = 400;
const AFTER_FAILURE_MS = 3000;
const SAMPLE_WAIT_MS = 15_000;
/** Judgements are filed by the web process; how long at most the numbers on file lag behind them. */
const NUMBERS_EVERY_MS = 60_000;
const MAIL_MS = 2000;
/** Where no mail is sent, only the outbox is cleared. */
const NO_MAIL_MS = 60_000;
const REMINDERS_MS = 30 * 60_000;
const FREEZE_MS = 60_000;
const SWEEP_MS = 3600_000;

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
  // Work may come while the last of it is being finished: then there is no pause.
  let isWoken = false;
  // What was filed while no worker lived is looked at first.
  let numbersReadAt = -NUMBERS_EVERY_MS;
  const mail = openMailRound(runtime, logger);
  const rounds = startRounds(
    [
      mail,
      { name: "notices/send-reminders", everyMs: REMINDERS_MS, run: () => sendReminders(runtime.notices) },
      { name: "figures/freeze-months", everyMs: FREEZE_MS, run: freezing(runtime, logger) },
      {
        name: "accounts/sweep",
        everyMs: SWEEP_MS,
        run: async () => logger.info(await sweepAccounts(runtime.accounts), "accounts swept"),
      },
    ],
    logger,
  );
  const loop = (async () => {
    while (!stopped) {
      isWoken = false;
      const { pause, batches } = await workOff(runtime, logger, () => stopped);
      if (!stopped && (batches > 0 || performance.now() - numbersReadAt >= NUMBERS_EVERY_MS)) {
        await readNumbers(runtime, logger);
        numbersReadAt = performance.now();
      }
      if (stopped) break;
      if (isWoken) continue;
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
    wake: () => {
      isWoken = true;
      wake();
    },
    stop: async () => {
      stopped = true;
      wake();
      await Promise.all([loop, rounds.stop()]);
      mail.close();
    },
  };
}

/** Looks which document numbers are missing now; outside of any batch, so that intake never waits for it. */
async function readNumbers(runtime: Runtime, logger: Logger): Promise<void> {
  try {
    const read = await refreshOmissions(runtime.omissions);
    if (read.bodies > 0) logger.info(read, "document numbers read");
  } catch (error) {
    // The marks were not moved: the next round reads the same again.
    logger.error({ err: error }, "document numbers were not read");
  }
}

function openMailRound({ config, notices }: Runtime, logger: Logger): Round & { close(): void } {
  const sender = config.mail && openMail(config.mail);
  const base = `${config.origin ?? `http://localhost:${config.port}`}/desk`;
  return {
    name: "notices/deliver-mails",
    everyMs: sender ? MAIL_MS : NO_MAIL_MS,
    run: async () => {
      const { sent, failed } = await deliverMails(notices, { sender, base });
      if (sent + failed > 0) logger.info({ sent, failed }, "mails");
    },
    close: () => sender?.close(),
  };
}

/** Takes up whatever waits; gives the pause before the next look, and how many batches it ran. */
async function workOff(
  runtime: Runtime,
  logger: Logger,
  isStopped: () => boolean,
): Promise<{ readonly pause: number; readonly batches: number }> {
  let batches = 0;
  try {
    for (const batchId of await listWaitingBatches(runtime.db)) {
      if (isStopped()) return { pause: 0, batches };
      const batch = await runBatch(runtime.ingest, batchId);
      if (batch?.state === "done") batches += 1;
      if (batch)
        logger.info({ batch: batchId, state: batch.state, counts: batch.counts, seconds: batch.seconds }, "batch");
    }
    return { pause: IDLE_MS, batches };
  } catch (error) {
    // The batch was given back with its attempt counted; the next round takes it up again, and gives up in the end.
    logger.error({ err: error }, "a batch broke down");
    return { pause: AFTER_FAILURE_MS, batches };
  }
}

/** Freezes the figures of months whose day has come. */
function freezing(runtime: Runtime, logger: Logger): () => Promise<void> {
  const freeze = dailyFreezing(runtime.figures);
  return async () => {
    const months = await freeze();
    if (months.length > 0) logger.info({ months }, "figures frozen");
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
  const work: { stopped: boolean; worker: Worker | null } = { stopped: false, worker: null };
  // Not before: a batch of the city that the worker took up would be filed as of today, and not as of its own day.
  const begun = sample.then(() => {
    if (!work.stopped) work.worker = runWorker(runtime, logger);
  });
  // Ready with the city in it where that is quick; on a slow machine the rest comes while the site is up.
  await Promise.race([begun, wait(SAMPLE_WAIT_MS, undefined, { ref: false })]);
  return {
    stop: async () => {
      work.stopped = true;
      await work.worker?.stop();
      await runtime.close();
    },
  };
}
