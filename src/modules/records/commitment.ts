import { hash, randomBytes } from "node:crypto";
import type { Envelope, NewVersion, VersionOrigin } from "./record.ts";

/** Bytes of random salt before the envelope, so that an erased content cannot be guessed from its commitment. */
export const SALT_BYTES = 16;

let salts = Buffer.alloc(0);
let taken = 0;

/** A fresh salt of 16 random bytes. */
export function newSalt(): Buffer {
  if (taken + SALT_BYTES > salts.length) {
    salts = randomBytes(SALT_BYTES * 1024);
    taken = 0;
  }
  taken += SALT_BYTES;
  return salts.subarray(taken - SALT_BYTES, taken);
}

/**
 * The envelope as RFC 8785 canonical JSON. Keys stand in sorted order here by hand, because the payload is canonical text
 * already and parsing it again would double the cost of intake; a test compares this with the general canonicaliser.
 */
export function canonicalEnvelope(e: Envelope): string {
  return (
    `{"batch":${JSON.stringify(e.batch)},"cause":"${e.cause}","changedFields":${JSON.stringify(e.changedFields)},` +
    `"edition":${e.edition},"item":"${e.item}","knownFrom":"${e.knownFrom}","naturalKey":"${e.naturalKey}",` +
    `"payload":${e.payload},"record":"${e.record}","row":${e.row ?? "null"},"sourceBody":${JSON.stringify(e.sourceBody)},` +
    `"subject":"${e.subject}","version":${e.version}}`
  );
}

/** The 32 bytes that the transparency log will hold: SHA-256(salt || canonical envelope). */
export function commitmentOf(envelope: Envelope, salt: Uint8Array): Buffer {
  return hash("sha256", Buffer.concat([salt, Buffer.from(canonicalEnvelope(envelope), "utf8")]), "buffer");
}

/**
 * Commits to many versions of one origin: the same bytes as `commitmentOf`, but the payload goes in as the bytes it came
 * as and only what differs is written anew (2 µs instead of 7 for a penalty of 1.2 kB). Not for use by two at once.
 */
export class Committer {
  readonly #head: string;
  readonly #middle: string;
  #scratch = Buffer.allocUnsafe(16_384);

  constructor(origin: VersionOrigin) {
    const { batchId, edition, item, knownFrom } = origin;
    this.#head = `{"batch":${JSON.stringify(batchId)},"cause":"`;
    this.#middle = `,"edition":${edition},"item":"${item}","knownFrom":"${knownFrom}","naturalKey":"`;
  }

  commit(version: NewVersion, salt: Uint8Array): Buffer {
    const { payload, naturalKey, changedFields } = version;
    const key = Buffer.from(naturalKey.buffer, naturalKey.byteOffset, naturalKey.length).toString("hex");
    const changed = changedFields.length === 0 ? "[]" : JSON.stringify(changedFields);
    const before = `${this.#head}${version.cause}","changedFields":${changed}${this.#middle}${key}","payload":`;
    const after =
      `,"record":"${version.recordId}","row":${version.row ?? "null"},"sourceBody":${JSON.stringify(version.sourceBody)},` +
      `"subject":"${version.subjectId}","version":${version.version}}`;
    const room = SALT_BYTES + payload.length + 3 * (before.length + after.length);
    if (this.#scratch.length < room) this.#scratch = Buffer.allocUnsafe(room * 2);
    const bytes = this.#scratch;
    bytes.set(salt, 0);
    let at = SALT_BYTES + bytes.write(before, SALT_BYTES, "utf8");
    bytes.set(payload, at);
    at += payload.length;
    at += bytes.write(after, at, "utf8");
    return hash("sha256", bytes.subarray(0, at), "buffer");
  }
}
