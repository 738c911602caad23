const FIRST_SLOTS = 1 << 14;
const FULLEST = 0.7;
/** Numbers a slot holds: 8 bytes of the key, 4 of the content's hash. */
const WIDTH = 3;

/**
 * The natural keys of a batch with the contents they came with, in a few bytes a row: the first 8 bytes of the key and 4 of
 * the content's hash (both SHA-256) in an open-addressed table. Two different keys that begin alike would make the later
 * row be rejected visibly as a contradiction; among 10 million rows the chance is 3 in a million.
 */
export class SeenKeys {
  #slots = new Uint32Array(FIRST_SLOTS * WIDTH);
  #size = 0;

  /** Whether the key came before, with the same content or another; remembers it when it did not. */
  see(key: Uint8Array, content: Uint8Array): "same" | "other" | null {
    if (this.#size * WIDTH >= this.#slots.length * FULLEST) this.#grow();
    // A slot whose first number is 0 is free.
    const high = readNumber(key, 0) || 1;
    const low = readNumber(key, 4);
    const hash = readNumber(content, 0);
    const at = this.#find(high, low);
    if (this.#slots[at] === high) return this.#slots[at + 2] === hash ? "same" : "other";
    this.#fill(at, high, low, hash);
    this.#size += 1;
    return null;
  }

  /** Where the key stands, or the free slot where it belongs. */
  #find(high: number, low: number): number {
    const slots = this.#slots;
    const count = slots.length / WIDTH;
    let slot = low & (count - 1);
    while (slots[slot * WIDTH] !== 0 && !(slots[slot * WIDTH] === high && slots[slot * WIDTH + 1] === low))
      slot = (slot + 1) & (count - 1);
    return slot * WIDTH;
  }

  #fill(at: number, high: number, low: number, hash: number): void {
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#slots[at + 2] = hash;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += WIDTH) {
      const high = before[at] ?? 0;
      const low = before[at + 1] ?? 0;
      if (high !== 0) this.#fill(this.#find(high, low), high, low, before[at + 2] ?? 0);
    }
  }
}

function readNumber(bytes: Uint8Array, at: number): number {
  const number = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8);
  return (number | (bytes[at + 3] ?? 0)) >>> 0;
}
