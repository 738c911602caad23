import type { Logger } from "../platform/log.ts";

/** Something that the worker does again and again. */
export interface Round {
  readonly name: string;
  /** Pause between the end of one and the beginning of the next, in ms. */
  readonly everyMs: number;
  run(): Promise<unknown>;
}

/** Runs each round at once and then at its own pace, one at a time each. What fails is logged and tried the next time. */
export function startRounds(rounds: readonly Round[], logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = rounds.map(async ({ name, everyMs, run }) => {
    while (!stopping.signal.aborted) {
      await run().catch((error: unknown) => logger.error({ err: error, round: name }, "a round broke down"));
      await pause(everyMs, stopping.signal);
    }
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
