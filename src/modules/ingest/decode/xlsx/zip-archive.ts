import { randomBytes } from "node:crypto";
import { close, closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromBufferPromise, fromFdPromise, type Entry, type ZipFile } from "yauzl";
import { cutText } from "../../../../kernel/text.ts";
import { FileRefusal, refuseFile } from "../file-refusal.ts";
import type { FileSource } from "../file-source.ts";
import type { ReadLimits } from "../read-limits.ts";

const MEBIBYTE = 1024 * 1024;

/**
 * A zip whose central directory was judged before anything is inflated: number of entries, sum of sizes, ratio, doubles,
 * encryption. Sizes may lie: a part that inflates to more than it declared ends the reading there and then (yauzl counts,
 * and so do we against the limit), so the sum that was judged holds.
 */
export class ZipArchive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ReadLimits;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ReadLimits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** Opens and judges. Close it when done. @throws FileRefusal */
  static async open(source: FileSource, limits: ReadLimits): Promise<ZipArchive> {
    const zip = await openZip(source, limits);
    try {
      return new ZipArchive(zip, await judgeDirectory(zip, limits), limits);
    } catch (error) {
      zip.close();
      throw asRefusal(error);
    }
  }

  /** Part names are compared without case, as OPC (ISO/IEC 29500-2) has it. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Names of all entries as they are written, in the order of the directory. */
  fileNames(): string[] {
    return [...this.#entries.values()].map((entry) => entry.fileName);
  }

  /** The inflated bytes of a part. @throws FileRefusal */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw damaged(`缺少部件 ${name}`, `part ${name} is missing`);
    let inflated = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        inflated += piece.length;
        if (inflated > this.#limits.inflatedBytes) throw tooLarge(this.#limits);
        yield piece;
      }
    } catch (error) {
      throw asRefusal(error);
    }
  }

  close(): void {
    if (this.#zip.isOpen) this.#zip.close();
  }
}

export function damaged(zh: string, en: string, cause?: unknown): FileRefusal {
  return refuseFile("file-damaged", { zh, en }, cause);
}

function asRefusal(error: unknown): FileRefusal {
  if (error instanceof FileRefusal) return error;
  return damaged("压缩包结构有误或被截断", "its zip structure is broken or cut off", error);
}

function tooLarge(limits: ReadLimits): FileRefusal {
  return refuseFile("zip-too-large", { limit: Math.max(1, Math.round(limits.inflatedBytes / MEBIBYTE)) });
}

async function judgeDirectory(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let sum = 0;
  if (zip.entryCount > limits.zipEntries) {
    throw refuseFile("zip-too-many-entries", { count: zip.entryCount, limit: limits.zipEntries });
  }
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw refuseFile("zip-encrypted");
    if (entries.has(name)) throw refuseFile("zip-duplicate-entry", { name: shown(name) });
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
      throw damaged("使用了不支持的压缩方法", "it uses an unsupported compression method");
    }
    sum += entry.uncompressedSize;
    if (sum > limits.inflatedBytes) throw tooLarge(limits);
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.compressionRatio) {
      throw refuseFile("zip-suspicious-ratio", { name: shown(name), limit: limits.compressionRatio });
    }
    entries.set(name, entry);
  }
  return entries;
}

function shown(name: string): string {
  return cutText(name, 80);
}

/**
 * Random access needs all bytes at hand. Small files stay in memory (outside the JavaScript heap); larger ones go
 * decrypted to a temporary file with mode 0600 that has no name any more before the first byte is written, so that
 * nothing in clear is left behind, whatever kills the process.
 */
async function openZip(source: FileSource, limits: ReadLimits): Promise<ZipFile> {
  const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false } as const;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length > limits.inMemoryBytes) break;
  }
  try {
    if (length <= limits.inMemoryBytes) return await fromBufferPromise(Buffer.concat(pieces), options);
    const descriptor = await spill(source);
    try {
      return await fromFdPromise(descriptor, options);
    } catch (error) {
      close(descriptor);
      throw error;
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Writes the source to an unlinked file and gives its descriptor; whoever closes the zip closes it. */
async function spill(source: FileSource): Promise<number> {
  const path = join(tmpdir(), `mingxin-${randomBytes(12).toString("hex")}`);
  const descriptor = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  try {
    for await (const piece of source.bytes()) {
      for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
    }
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return descriptor;
}
