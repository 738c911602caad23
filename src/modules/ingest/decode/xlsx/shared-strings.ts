import { refuseFile } from "../file-refusal.ts";
import type { ReadLimits } from "../read-limits.ts";
import { RichText } from "./rich-text.ts";
import { readXmlPart } from "./xml-part.ts";
import { damaged, type ZipArchive } from "./zip-archive.ts";

const BLOCK = 4 * 1024 * 1024;
const CACHE = 4096;

/**
 * The workbook's table of texts. It may be as large as the sheet, so it lies as UTF-8 in blocks outside the JavaScript
 * heap, bounded in bytes and number; the texts asked for last are kept as strings, since most repeat.
 */
export class SharedStrings {
  readonly #limits: ReadLimits;
  readonly #blocks: Buffer[] = [];
  /** Places as block × 2^32 + offset, exact in a double. */
  #places = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #bytes = 0;
  #block: Buffer = Buffer.alloc(0);
  #offset = 0;
  readonly #cachedIndex = new Int32Array(CACHE).fill(-1);
  readonly #cached: string[] = [];

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text, "utf8");
    this.#bytes += length;
    if (this.#count >= this.#limits.sharedStrings) this.#refuse(`${this.#limits.sharedStrings}`);
    if (this.#bytes > this.#limits.sharedStringBytes) {
      this.#refuse(`${Math.ceil(this.#limits.sharedStringBytes / 1024 / 1024)} MB`);
    }
    if (this.#offset + length > this.#block.length) {
      this.#block = Buffer.allocUnsafeSlow(Math.max(BLOCK, length));
      this.#blocks.push(this.#block);
      this.#offset = 0;
    }
    this.#grow();
    this.#places[this.#count] = (this.#blocks.length - 1) * 2 ** 32 + this.#offset;
    this.#lengths[this.#count] = length;
    this.#block.write(text, this.#offset, "utf8");
    this.#offset += length;
    this.#count += 1;
  }

  /** @throws FileRefusal "file-damaged" when the workbook has no such string */
  get(index: number): string {
    const slot = index % CACHE;
    if (this.#cachedIndex[slot] === index) return this.#cached[slot] ?? "";
    const place = index < this.#count ? this.#places[index] : undefined;
    const length = this.#lengths[index];
    if (place === undefined || length === undefined) {
      throw damaged("单元格引用了不存在的共享文本", "a cell refers to a shared string that does not exist");
    }
    if (length === 0) return "";
    const offset = place % 2 ** 32;
    const text = this.#blocks[(place - offset) / 2 ** 32]?.toString("utf8", offset, offset + length) ?? "";
    if (length < 256) {
      this.#cachedIndex[slot] = index;
      this.#cached[slot] = text;
    }
    return text;
  }

  #grow(): void {
    if (this.#count < this.#places.length) return;
    const places = new Float64Array(this.#places.length * 2);
    const lengths = new Uint32Array(this.#lengths.length * 2);
    places.set(this.#places);
    lengths.set(this.#lengths);
    this.#places = places;
    this.#lengths = lengths;
  }

  #refuse(limit: string): never {
    throw refuseFile("shared-strings-too-large", { limit });
  }
}

/** Reads the part, or gives an empty table where the workbook has none. @throws FileRefusal */
export async function readSharedStrings(
  archive: ZipArchive,
  name: string | null,
  limits: ReadLimits,
): Promise<SharedStrings> {
  const strings = new SharedStrings(limits);
  if (name === null) return strings;
  const text = new RichText(limits);
  await readXmlPart(
    archive,
    name,
    {
      open(tag) {
        if (tag === "si") text.begin();
        else text.open(tag);
      },
      close(tag) {
        if (tag === "si") strings.add(text.take());
        else text.close(tag);
      },
      text: (piece) => text.add(piece),
    },
    limits,
  );
  return strings;
}
