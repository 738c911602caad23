import { Worker } from "node:worker_threads";

export interface JudgeLimits {
  /** Heap of a reader thread in MiB; past it the file is refused, the server lives on. */
  readonly heapMebibytes: number;
  /** Longest time in ms without a sign of life from the reader. */
  readonly silenceMs: number;
}

const DEFAULT_LIMITS: JudgeLimits = { heapMebibytes: 512, silenceMs: 60_000 };

/**
 * The reader threads of one process. A thread that ended its file well is kept for the next one, since loading code and
 * law takes longer than a small file does; one that refused, died or was cut off is thrown away.
 */
export class JudgePool {
  readonly limits: JudgeLimits;
  readonly #entry: URL;
  #idle: Worker | null = null;
  #closed = false;

  /** `entry` is the module that a thread runs. */
  constructor(entry: URL, limits: JudgeLimits = DEFAULT_LIMITS) {
    this.#entry = entry;
    this.limits = limits;
  }

  /** A thread for one file; give it back by `release` or end it. */
  acquire(): Worker {
    const idle = this.#idle;
    this.#idle = null;
    if (idle) {
      idle.removeListener("exit", this.#forget);
      idle.ref();
      return idle;
    }
    return new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMebibytes } });
  }

  async release(worker: Worker, isSound: boolean): Promise<void> {
    if (!isSound || this.#closed || this.#idle) {
      await worker.terminate();
      return;
    }
    worker.unref();
    worker.once("exit", this.#forget);
    this.#idle = worker;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const idle = this.#idle;
    this.#idle = null;
    await idle?.terminate();
  }

  readonly #forget = (): void => {
    this.#idle = null;
  };
}
