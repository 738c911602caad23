import { createHash, randomBytes } from "node:crypto";
import type { Envelope } from "./record.ts";

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
export function commitmentOf(envelope: Envelope, salt: Buffer): Buffer {
  return createHash("sha256").update(salt).update(canonicalEnvelope(envelope), "utf8").digest();
}
