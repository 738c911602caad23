import { SaxesParser } from "saxes";
import { refuseFile } from "../../decode/file-refusal.ts";
import type { ReadLimits } from "../../decode/read-limits.ts";
import { decoderOf, encodingOfMark, type StrictDecoder } from "../../decode/text-encoding.ts";
import { damaged, type ZipArchive } from "../../decode/xlsx/zip-archive.ts";

/** A start tag with its name as written, and without prefix. */
export interface RawTag {
  readonly name: string;
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
}

/** Hears an XML part so completely that it can be written again. */
export interface RawListener {
  open(tag: RawTag): void;
  close(tag: RawTag): void;
  /** Text, unescaped. */
  text(text: string): void;
  /** A comment or processing instruction, ready to be written. */
  aside(xml: string): void;
}

/** Bytes given to the parser at a time; a row takes at least six of them. */
const PIECE_BYTES = 16_384;
export const ROWS_A_PIECE = Math.ceil(PIECE_BYTES / 6) + 1;

/**
 * Parses one part under the promises of `XmlPart`: no document type declaration, well-formed, nothing that grows without
 * bound. `before` runs before each piece. @throws FileRefusal
 */
export async function parseRaw(
  archive: ZipArchive,
  name: string,
  listener: RawListener,
  limits: ReadLimits,
  after: () => Promise<void> | void = () => undefined,
): Promise<void> {
  for await (const _ of parsePieces(archive, name, listener, limits)) await after();
}

/** Parses as `parseRaw` does and gives control after each piece. */
export async function* parsePieces(
  archive: ZipArchive,
  name: string,
  listener: RawListener,
  limits: ReadLimits,
): AsyncGenerator<void> {
  const xml = new RawXml(name, listener, limits);
  yield;
  for await (const bytes of archive.read(name)) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      xml.write(bytes.subarray(at, at + PIECE_BYTES));
      yield;
    }
  }
  xml.end();
  yield;
}

class RawXml {
  readonly #parser = new SaxesParser({ position: false, xmlns: false as const });
  readonly #name: string;
  readonly #limit: number;
  #decoder: StrictDecoder | null = null;
  #silent = 0;

  constructor(name: string, listener: RawListener, limits: ReadLimits) {
    this.#name = name;
    this.#limit = limits.cellCharacters + 262_144;
    const parser = this.#parser;
    parser.on("opentag", (tag) => {
      this.#silent = 0;
      listener.open(toRawTag(tag));
    });
    parser.on("closetag", (tag) => {
      this.#silent = 0;
      listener.close(toRawTag(tag));
    });
    parser.on("text", (text) => listener.text(text));
    parser.on("cdata", (text) => listener.text(text));
    parser.on("comment", (text) => listener.aside(`<!--${text}-->`));
    parser.on("processinginstruction", ({ target, body }) => listener.aside(`<?${target} ${body}?>`));
    parser.on("doctype", () => {
      throw refuseFile("xml-doctype", { name });
    });
    parser.on("error", (error) => {
      throw damaged(`部件 ${name} 不是合法的 XML`, `part ${name} is not well-formed XML`, error);
    });
  }

  write(bytes: Uint8Array): void {
    if (this.#decoder === null) this.#decoder = decoderOf(encodingOfMark(bytes)?.encoding ?? "utf-8");
    const text = this.#decoder.decode(bytes);
    if (text === null) throw damaged(`部件 ${this.#name} 编码有误`, `part ${this.#name} is wrongly encoded`);
    this.#silent += text.length;
    this.#parser.write(text);
    if (this.#silent > this.#limit) {
      throw damaged(`部件 ${this.#name} 含有异常长的内容`, `part ${this.#name} holds abnormally long contents`);
    }
  }

  end(): void {
    this.#parser.close();
  }
}

function toRawTag(tag: {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly isSelfClosing: boolean;
}): RawTag {
  const colon = tag.name.indexOf(":");
  const local = colon < 0 ? tag.name : tag.name.slice(colon + 1);
  return { name: tag.name, local, attributes: tag.attributes, isSelfClosing: tag.isSelfClosing };
}

/** Prefix of a tag with its colon, or nothing. */
export function prefixOf(tag: RawTag): string {
  return tag.name.slice(0, tag.name.length - tag.local.length);
}

export function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replaceAll(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

export function escapeAttribute(text: string): string {
  return /[&<>"\r\n\t]/.test(text) ? text.replaceAll(/[&<>"\r\n\t]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

export function startTag(name: string, attributes: Readonly<Record<string, string>>, isSelfClosing: boolean): string {
  let text = `<${name}`;
  for (const key in attributes) text += ` ${key}="${escapeAttribute(attributes[key] ?? "")}"`;
  return text + (isSelfClosing ? "/>" : ">");
}
