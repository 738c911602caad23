const WINDOW_MS = 60_000;
/** Addresses that are remembered; beyond them the oldest window is forgotten. */
const REMEMBERED = 10_000;

/** Counts attempts by address within a minute, in bounded memory. */
export class AttemptLimit {
  readonly #most: number;
  readonly #windows = new Map<string, { count: number; readonly ends: number }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Seconds to wait where there were too many already, else null; counts nothing. */
  waitOf(address: string, now: number = performance.now()): number | null {
    const window = this.#windows.get(address);
    const isOver = window !== undefined && window.ends > now && window.count >= this.#most;
    return isOver ? Math.ceil((window.ends - now) / 1000) : null;
  }

  /** Takes one back that turned out to be right. */
  forgive(address: string): void {
    const window = this.#windows.get(address);
    if (window) window.count -= 1;
  }

  /** Counts one; gives the seconds to wait when there were too many, else null. */
  count(address: string, now: number = performance.now()): number | null {
    const known = this.#windows.get(address);
    const window = known && known.ends > now ? known : { count: 0, ends: now + WINDOW_MS };
    window.count += 1;
    this.#windows.delete(address);
    this.#windows.set(address, window);
    const oldest = this.#windows.keys().next();
    if (this.#windows.size > REMEMBERED && oldest.done !== true) this.#windows.delete(oldest.value);
    return window.count > this.#most ? Math.ceil((window.ends - now) / 1000) : null;
  }
}
