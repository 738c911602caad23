import { isUtf8 } from "node:buffer";
import { refuseFile } from "./file-refusal.ts";
import type { FileSource } from "./file-source.ts";

/**
 * Which encoding a text has, and strict decoding of it. UTF-8 is believed as long as it is valid; a file that is not is
 * read as GB18030 unless it is plainly damaged UTF-8. Nothing is ever replaced by U+FFFD: an invalid byte refuses the file.
 */
export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** Bytes of the byte order mark, which is no part of the text. */
  readonly length: number;
}

const WINDOW = 65_536;

export function encodingOfMark(bytes: Uint8Array): FoundEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  // GB18030 has a mark too: U+FEFF is 84 31 95 33 there.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: "gb18030", length: 4 };
  return null;
}

/**
 * UTF-16 without a mark: digits, commas and line breaks leave a zero in every second byte. Told by zeros that stand
 * (nearly) all on even or all on odd places and are at least one in fifty bytes.
 */
export function guessUtf16(bytes: Uint8Array): TextEncoding | null {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, WINDOW);
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const zeros = even + odd;
  if (zeros === 0 || zeros * 50 < length) return null;
  const pairs = (encoding: "utf-16le" | "utf-16be"): TextEncoding | null =>
    looksLikeText(bytes.subarray(0, length), encoding) ? encoding : null;
  if (odd >= zeros * 0.95) return pairs("utf-16le");
  if (even >= zeros * 0.95) return pairs("utf-16be");
  return null;
}

function looksLikeText(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): boolean {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return false; // not well-formed in this encoding: that is the answer
  }
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\uFFFE\uFFFF]/g)?.length ?? 0;
  return controls * 100 <= text.length;
}

/** Finds the encoding in one pass that ends as soon as there is enough evidence. */
export async function findEncoding(source: FileSource): Promise<FoundEncoding> {
  const evidence = new Utf8Evidence();
  let first: Buffer | null = Buffer.alloc(0);
  for await (const piece of source.bytes()) {
    if (first) {
      first = Buffer.concat([first, piece]);
      if (first.length < WINDOW) continue;
      const found = fromStart(first);
      if (found) return found;
      evidence.take(first);
      first = null;
    } else {
      evidence.take(piece);
    }
    if (evidence.isEnough) break;
  }
  if (first) {
    const found = fromStart(first);
    if (found) return found;
    evidence.take(first);
  }
  return { encoding: evidence.isUtf8 ? "utf-8" : "gb18030", length: 0 };
}

function fromStart(bytes: Buffer): FoundEncoding | null {
  const marked = encodingOfMark(bytes);
  if (marked) return marked;
  const utf16 = guessUtf16(bytes);
  return utf16 ? { encoding: utf16, length: 0 } : null;
}

/**
 * Counts valid longer sequences and invalid bytes of UTF-8. Chinese in UTF-8 is all sequences of three; GB18030 read as
 * UTF-8 is nearly all invalid. So the majority tells a GB18030 file from a UTF-8 file with a broken byte, which must be
 * refused and not turned into other characters.
 */
class Utf8Evidence {
  #wide = 0;
  #invalid = 0;
  #need = 0;
  #length = 0;

  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#need > 0) {
        if (byte >= 0x80 && byte < 0xc0) {
          this.#need -= 1;
          if (this.#need === 0 && this.#length > 2) this.#wide += 1;
          continue;
        }
        this.#invalid += 1;
        this.#need = 0;
      }
      if (byte < 0x80) continue;
      this.#length = byte >= 0xf5 || byte < 0xc2 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (this.#length === 0) this.#invalid += 1;
      else this.#need = this.#length - 1;
    }
  }

  get isEnough(): boolean {
    return this.#wide + this.#invalid >= 64;
  }

  get isUtf8(): boolean {
    return this.#invalid === 0 || this.#wide > this.#invalid;
  }
}

/** Decodes a source strictly, without its mark. @throws FileRefusal "file-encoding" naming the offset */
export async function* decodeText(source: FileSource, found: FoundEncoding): AsyncGenerator<string> {
  const decoder = decoderOf(found.encoding);
  let offset = 0;
  let skip = found.length;
  const invalid = (at: number): Error =>
    refuseFile("file-encoding", { encoding: found.encoding.toUpperCase(), offset: at });
  for await (const piece of source.bytes()) {
    const bytes = skip === 0 ? piece : piece.subarray(Math.min(skip, piece.length));
    offset += piece.length - bytes.length;
    skip -= piece.length - bytes.length;
    const text = decoder.decode(bytes);
    if (text === null) throw invalid(await firstInvalid(source, found, offset + bytes.length));
    offset += bytes.length;
    if (text !== "") yield text;
  }
  if (!decoder.isComplete()) throw invalid(offset - 1);
}

/** A streaming decoder; null instead of text means that the bytes are invalid. */
export interface StrictDecoder {
  decode(bytes: Uint8Array): string | null;
  /** Whether the bytes so far end with a whole character. */
  isComplete(): boolean;
}

export function decoderOf(encoding: TextEncoding): StrictDecoder {
  switch (encoding) {
    case "utf-8":
      return new Utf8Decoder();
    case "gb18030":
    case "utf-16le":
    case "utf-16be":
      return new LabelledDecoder(encoding);
  }
}

class LabelledDecoder implements StrictDecoder {
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: TextEncoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  decode(bytes: Uint8Array): string | null {
    return this.#attempt(() => this.#decoder.decode(bytes, { stream: true }));
  }

  isComplete(): boolean {
    return this.#attempt(() => this.#decoder.decode()) !== null;
  }

  #attempt(decode: () => string): string | null {
    try {
      return decode();
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }
}

/** UTF-8 by Node's vectorised check and conversion, six times as fast as a streaming TextDecoder. */
class Utf8Decoder implements StrictDecoder {
  #rest: Buffer = Buffer.alloc(0);

  decode(bytes: Uint8Array): string | null {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const all = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const end = all.length - unfinishedTail(all);
    const whole = all.subarray(0, end);
    if (!isUtf8(whole)) return null;
    this.#rest = Buffer.from(all.subarray(end));
    return whole.toString("utf8");
  }

  isComplete(): boolean {
    return this.#rest.length === 0;
  }
}

/** How many bytes at the end begin a character that is not finished (0–3). */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Reads again, and where the fault lies byte by byte, to name its offset. Only a file that is refused anyway pays. */
async function firstInvalid(source: FileSource, found: FoundEncoding, before: number): Promise<number> {
  const decoder = new LabelledDecoder(found.encoding);
  let offset = 0;
  for await (const piece of source.bytes()) {
    const start = Math.min(Math.max(found.length - offset, 0), piece.length);
    if (offset + piece.length < before) decoder.decode(piece.subarray(start));
    else {
      for (let at = start; at < piece.length; at += 1) {
        if (decoder.decode(piece.subarray(at, at + 1)) === null) return offset + at;
      }
    }
    offset += piece.length;
  }
  return before - 1;
}
