import { randomBytes } from "node:crypto";

/** A UUID in its canonical lower-case text form. */
export type Uuid<Kind extends string> = string & { readonly __id: Kind };
export type SubjectId = Uuid<"subject">;
export type RecordId = Uuid<"record">;
export type BatchId = Uuid<"batch">;
export type JudgementId = Uuid<"judgement">;
export type ProceedingId = Uuid<"proceeding">;
export type PersonId = Uuid<"person">;
export type ExplanationId = Uuid<"explanation">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let lastMillis = 0;
let sequence = 0;
let pool = Buffer.alloc(0);
let poolOffset = 0;

/** Ten random bytes; one call to the kernel's generator serves 400 ids. */
function takeRandom(): Buffer {
  if (poolOffset + 10 > pool.length) {
    pool = randomBytes(4000);
    poolOffset = 0;
  }
  const bytes = pool.subarray(poolOffset, poolOffset + 10);
  poolOffset += 10;
  return bytes;
}

/**
 * Makes a new UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, a 12-bit counter so that ids made in one process
 * ascend (method 1 of §6.2), 62 random bits.
 */
export function newId<Id extends Uuid<string>>(): Id {
  const now = globalThis.Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMillis += 1;
    sequence = 0;
  }
  const random = takeRandom();
  const time = lastMillis.toString(16).padStart(12, "0");
  const counter = (0x7000 | sequence).toString(16);
  const variant = ((random.readUInt16BE(0) & 0x3fff) | 0x8000).toString(16);
  const tail = random.toString("hex", 2, 8);
  return parseTrusted<Id>(`${time.slice(0, 8)}-${time.slice(8)}-${counter}-${variant}-${tail}`);
}

/** Reads an id that came from outside; null when it is not a UUID. Upper case is accepted and folded. */
export function parseId<Id extends Uuid<string>>(text: string): Id | null {
  const folded = text.toLowerCase();
  return UUID.test(folded) ? parseTrusted<Id>(folded) : null;
}

// The brand exists only in types: this is the one place where text becomes an id.
function parseTrusted<Id extends Uuid<string>>(text: string): Id {
  return text as Id;
}
