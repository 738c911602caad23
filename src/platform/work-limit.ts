/** More work waits than can be done soon. */
export class TooBusyError extends Error {
  constructor() {
    super("too much of this work waits already");
    this.name = "TooBusyError";
  }
}

/** Runs work of one kind a few at a time; the rest waits in a line of bounded length, first come first served. */
export class WorkLimit {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** How many were begun since the start. */
  begun = 0;
  /** The most that ever ran at the same time. */
  peak = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** @throws TooBusyError where the line is full; whatever the work throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#atOnce) this.#running += 1;
    else await this.#turn();
    this.begun += 1;
    this.peak = Math.max(this.peak, this.#running);
    try {
      return await work();
    } finally {
      // The place is handed on, or given up.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) throw new TooBusyError();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
