import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { syncDirectory } from "./durable-file.ts";
import { isErrno } from "./errno.ts";

/**
 * Sealed files: what departments send is never on disk in the clear.
 *
 * Form: "MXF1", a random salt of 16 bytes, then frames of up to 64 KiB, each AES-256-GCM with its 16-byte tag. The file's
 * key is derived from the given key and the salt; a frame's nonce is its number and whether it is the last, so frames can
 * be neither swapped, dropped, repeated nor appended, nor the file cut, without notice (the STREAM construction of Hoang,
 * Reyhanitabar, Rogaway and Vizár 2015).
 */
const MAGIC = Buffer.from("MXF1", "latin1");
const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;

export type SealedFileFault = "missing" | "not-sealed" | "damaged";

/** A sealed file that cannot be read: absent, no sealed file at all, or changed, cut or read with another key. */
export class SealedFileError extends Error {
  readonly code: SealedFileFault;

  constructor(code: SealedFileFault, path: string) {
    super(`sealed file ${path}: ${code}`);
    this.name = "SealedFileError";
    this.code = code;
  }
}

/**
 * Seals a stream into `path` and gives the length and hex SHA-256 of the plaintext. The file appears under its name only
 * when it is complete and on disk. `key` has 32 bytes; memory is bounded by a few frames.
 */
export async function writeSealed(
  path: string,
  content: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): Promise<{ bytes: number; sha256: string }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  const handle = await open(temporary, "wx", 0o600);
  try {
    const result = await sealInto(handle, content, key);
    await handle.close();
    await rename(temporary, path);
    await syncDirectory(dirname(path));
    return result;
  } catch (error) {
    await handle.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

async function sealInto(
  handle: FileHandle,
  content: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): Promise<{ bytes: number; sha256: string }> {
  const header = Buffer.concat([MAGIC, randomBytes(SALT_BYTES)]);
  const fileKey = deriveKey(key, header);
  const digest = createHash("sha256");
  let bytes = 0;
  let frame = 0;
  const write = async (plaintext: Uint8Array, last: boolean): Promise<void> => {
    const cipher = createCipheriv("aes-256-gcm", fileKey, nonceOf(frame++, last));
    cipher.setAAD(header);
    await handle.writeFile(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
  };
  await handle.writeFile(header);
  // A full frame waits for a byte after it: only then it is known not to be the last.
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of content) {
    digest.update(chunk);
    bytes += chunk.length;
    waiting.push(Buffer.from(chunk));
    length += chunk.length;
    if (length <= FRAME_BYTES) continue;
    const joined = Buffer.concat(waiting, length);
    let offset = 0;
    for (; length - offset > FRAME_BYTES; offset += FRAME_BYTES) {
      await write(joined.subarray(offset, offset + FRAME_BYTES), false);
    }
    waiting = [joined.subarray(offset)];
    length -= offset;
  }
  await write(Buffer.concat(waiting, length), true);
  await handle.sync();
  return { bytes, sha256: digest.digest("hex") };
}

/**
 * The plaintext of a sealed file, frame by frame; each frame is checked before it is given. A cut is noticed at the end,
 * so what was read so far must not be acted upon before the stream has ended well.
 * @throws SealedFileError
 */
export async function* readSealed(path: string, key: Uint8Array): AsyncGenerator<Buffer> {
  const handle = await open(path, "r").catch((error: unknown) => {
    throw isErrno(error, "ENOENT") ? new SealedFileError("missing", path) : error;
  });
  try {
    const header = await readFully(handle, HEADER_BYTES);
    if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
      throw new SealedFileError("not-sealed", path);
    }
    const fileKey = deriveKey(key, header);
    let current = await readFully(handle, FRAME_BYTES + TAG_BYTES);
    for (let frame = 0; ; frame++) {
      const next =
        current.length < FRAME_BYTES + TAG_BYTES ? Buffer.alloc(0) : await readFully(handle, FRAME_BYTES + TAG_BYTES);
      const last = next.length === 0;
      yield openFrame(current, fileKey, header, nonceOf(frame, last), path);
      if (last) return;
      current = next;
    }
  } finally {
    await handle.close();
  }
}

function openFrame(sealed: Buffer, fileKey: Uint8Array, header: Buffer, nonce: Buffer, path: string): Buffer {
  if (sealed.length < TAG_BYTES) throw new SealedFileError("damaged", path);
  const decipher = createDecipheriv("aes-256-gcm", fileKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealedFileError("damaged", path);
  }
}

async function readFully(handle: FileHandle, wanted: number): Promise<Buffer> {
  const buffer = Buffer.alloc(wanted);
  let length = 0;
  while (length < wanted) {
    const { bytesRead } = await handle.read(buffer, length, wanted - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

function deriveKey(key: Uint8Array, header: Buffer): Buffer {
  if (key.length !== 32) throw new RangeError("a file key has 32 bytes");
  return Buffer.from(hkdfSync("sha256", key, header.subarray(MAGIC.length), "mingxin/sealed-file/1", 32));
}

function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(frame, 5, 6);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}
