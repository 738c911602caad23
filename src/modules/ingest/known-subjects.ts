import type { KnownSubject } from "#subjects";

/** Subjects of each of the two generations; far more than the two chunks that may be under way bring. */
const GENERATION = 30_000;

/**
 * Subjects by credit code that a batch has met lately, those that it makes itself included: what is not written yet is
 * found here. Bounded: when the young generation is full, the old one is forgotten.
 */
export class KnownSubjects {
  #young = new Map<string, KnownSubject>();
  #old = new Map<string, KnownSubject>();

  get(uscc: string): KnownSubject | null {
    const young = this.#young.get(uscc);
    if (young) return young;
    const old = this.#old.get(uscc);
    if (!old) return null;
    this.set(uscc, old);
    return old;
  }

  set(uscc: string, subject: KnownSubject): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(uscc, subject);
  }
}
