import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readOrMake, replaceFile } from "./durable-file.ts";
import { StartError } from "./start-error.ts";

/**
 * The keys of the platform, outside the database, in `keyring.json` (mode 0600) of the data directory. `seal` uses the
 * current key and names it in what it makes; older keys stay so that older things can be read. Whoever loses this file
 * loses every sealed field and raw file.
 */
export interface Keyring {
  /** Id of the key that seals from now on: 16 hex digits. */
  readonly current: string;
  /** All keys by id, 32 bytes each. */
  readonly keys: ReadonlyMap<string, Buffer>;
  /** Key of `lookupHash`; it never rotates, or nothing would be found again. */
  readonly lookupKey: Buffer;
}

/** Something sealed that does not open: changed, bound to another purpose, or sealed by a key that is not here. */
export class SealError extends Error {
  readonly code: "unknown-key" | "damaged";

  constructor(code: "unknown-key" | "damaged", message: string) {
    super(message);
    this.name = "SealError";
    this.code = code;
  }
}

const FORM = 1;
const KEY_ID_BYTES = 8;
const SALT_BYTES = 12;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES + SALT_BYTES + NONCE_BYTES;

/** Reads the keyring of a data directory; the first call ever makes it. @throws StartError "keyring" */
export async function loadKeyring(dataDirectory: string): Promise<Keyring> {
  const path = keyringPath(dataDirectory);
  const text = await readOrMake(path, () => printKeyring(newKeyring()));
  if (((await stat(path)).mode & 0o077) !== 0) {
    throw keyringFault(path, {
      zh: "其他用户可读，请执行 chmod 600",
      en: "is readable by others; run chmod 600 on it",
    });
  }
  return parseKeyring(text, path);
}

/** Adds a new key and makes it the current one; what older keys sealed stays readable. Gives the new keyring. */
export async function rotate(dataDirectory: string): Promise<Keyring> {
  const keyring = await loadKeyring(dataDirectory);
  const id = newKeyId();
  const rotated = { ...keyring, current: id, keys: new Map([...keyring.keys, [id, randomBytes(32)]]) };
  await replaceFile(keyringPath(dataDirectory), printKeyring(rotated));
  return rotated;
}

/**
 * Seals bytes with the current key, bound to a purpose: they open only for the same one. Form: 1, key id (8), salt (12),
 * nonce (12), AES-256-GCM ciphertext, tag (16). Each message has a key of its own derived from the salt, so that the
 * number of messages is not limited by chance collisions of nonces.
 */
export function seal(keyring: Keyring, plaintext: Uint8Array, purpose: string): Buffer {
  const head = Buffer.concat([
    Buffer.from([FORM]),
    Buffer.from(keyring.current, "hex"),
    randomBytes(SALT_BYTES + NONCE_BYTES),
  ]);
  const cipher = createCipheriv("aes-256-gcm", messageKey(keyring, head), head.subarray(HEAD_BYTES - NONCE_BYTES));
  cipher.setAAD(boundTo(head, purpose));
  return Buffer.concat([head, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made for this purpose. @throws SealError */
export function open(keyring: Keyring, sealed: Uint8Array, purpose: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== FORM) throw new SealError("damaged", "not a sealed value");
  const head = bytes.subarray(0, HEAD_BYTES);
  const key = messageKey(keyring, head);
  const decipher = createDecipheriv("aes-256-gcm", key, head.subarray(HEAD_BYTES - NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(head, purpose));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealError("damaged", "the sealed value was changed or belongs to another purpose");
  }
}

const WRAPPED_KEY = "wrapped-key";

/** Seals a key, for example that of one batch's raw file, so that it can lie in the database. */
export function wrapKey(keyring: Keyring, key: Uint8Array): Buffer {
  return seal(keyring, key, WRAPPED_KEY);
}

/** Opens what `wrapKey` made. @throws SealError */
export function unwrapKey(keyring: Keyring, wrapped: Uint8Array): Buffer {
  return open(keyring, wrapped, WRAPPED_KEY);
}

/** Keyed hash by which a sealed identifier is found again: hex HMAC-SHA256 of scheme and value. */
export function lookupHash(lookupKey: Uint8Array, scheme: string, value: string): string {
  return createHmac("sha256", lookupKey).update(`${scheme}\0${value}`).digest("hex");
}

function messageKey(keyring: Keyring, head: Buffer): Buffer {
  const id = head.toString("hex", 1, 1 + KEY_ID_BYTES);
  const key = keyring.keys.get(id);
  if (!key) throw new SealError("unknown-key", `sealed by key ${id}, which the keyring lacks`);
  const salt = head.subarray(1 + KEY_ID_BYTES, 1 + KEY_ID_BYTES + SALT_BYTES);
  return createHmac("sha256", key).update("mingxin/seal/1").update(salt).digest();
}

function boundTo(head: Buffer, purpose: string): Buffer {
  return Buffer.concat([head, Buffer.from(purpose, "utf8")]);
}

function keyringPath(dataDirectory: string): string {
  return join(dataDirectory, "keyring.json");
}

function newKeyId(): string {
  return randomBytes(KEY_ID_BYTES).toString("hex");
}

function newKeyring(): Keyring {
  const current = newKeyId();
  return { current, keys: new Map([[current, randomBytes(32)]]), lookupKey: randomBytes(32) };
}

function printKeyring(keyring: Keyring): string {
  const keys = Object.fromEntries([...keyring.keys].map(([id, key]) => [id, key.toString("base64")]));
  return `${JSON.stringify({ current: keyring.current, keys, lookupKey: keyring.lookupKey.toString("base64") }, null, 2)}\n`;
}

function parseKeyring(text: string, path: string): Keyring {
  const damaged = (): StartError =>
    keyringFault(path, { zh: "内容不完整，请从备份恢复", en: "is incomplete; restore it from a backup" });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged();
  }
  if (typeof value !== "object" || value === null) throw damaged();
  if (!("current" in value) || !("keys" in value) || !("lookupKey" in value)) throw damaged();
  const { current, keys: entries, lookupKey } = value;
  if (typeof current !== "string" || typeof lookupKey !== "string") throw damaged();
  if (typeof entries !== "object" || entries === null) throw damaged();
  const keys = new Map<string, Buffer>();
  for (const [id, key] of Object.entries<unknown>({ ...entries })) {
    if (!/^[0-9a-f]{16}$/.test(id) || typeof key !== "string") throw damaged();
    keys.set(id, Buffer.from(key, "base64"));
  }
  const keyring = { current, keys, lookupKey: Buffer.from(lookupKey, "base64") };
  if (!keys.has(current) || [...keys.values(), keyring.lookupKey].some((key) => key.length !== 32)) throw damaged();
  return keyring;
}

function keyringFault(path: string, what: { zh: string; en: string }): StartError {
  return new StartError("keyring", { zh: `密钥文件 ${path} ${what.zh}`, en: `The key file ${path} ${what.en}` });
}
