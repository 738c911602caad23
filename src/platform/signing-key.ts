import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readOrMake } from "./durable-file.ts";
import { StartError } from "./start-error.ts";

/**
 * The key by which this installation signs what it states (Ed25519, RFC 8032), in `signing-key.pem` (mode 0600) of the data
 * directory, made at first start. Whoever loses it can sign no more in this name; what was signed stays checkable.
 */
export interface SigningKey {
  /** First 16 hex digits of the SHA-256 of the public key. */
  readonly keyId: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
  /** Gives the 64 bytes of a signature. */
  sign(bytes: Uint8Array): Buffer;
}

/** DER of an Ed25519 public key (RFC 8410) is a fixed head and the key's 32 bytes. */
const KEY_BYTES = 32;

/** Reads the signing key of a data directory; the first call ever makes it. @throws StartError "keyring" */
export async function loadSigningKey(dataDirectory: string): Promise<SigningKey> {
  const path = join(dataDirectory, "signing-key.pem");
  const pem = await readOrMake(path, () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );
  if (((await stat(path)).mode & 0o077) !== 0)
    throw fault(path, { zh: "其他用户可读，请执行 chmod 600", en: "is readable by others; run chmod 600 on it" });
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== "ed25519") throw new Error(`a key of type ${key.asymmetricKeyType}`);
    const publicKey = createPublicKey(pem).export({ type: "spki", format: "der" }).subarray(-KEY_BYTES);
    return { keyId: keyIdOf(publicKey), publicKey, sign: (bytes) => sign(null, bytes, key) };
  } catch (error) {
    throw fault(
      path,
      { zh: "不是 Ed25519 私钥，请从备份恢复", en: "is no Ed25519 key; restore it from a backup" },
      error,
    );
  }
}

function keyIdOf(publicKey: Buffer): string {
  return createHash("sha256").update(publicKey).digest("hex").slice(0, 16);
}

function fault(path: string, what: { zh: string; en: string }, cause?: unknown): StartError {
  return new StartError(
    "keyring",
    { zh: `签名密钥 ${path} ${what.zh}`, en: `The signing key ${path} ${what.en}` },
    cause,
  );
}
