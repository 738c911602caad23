import type { ReadLimits } from "../../decode/read-limits.ts";
import { XmlPart, type WrittenTag, type XmlListener } from "../../decode/xlsx/xml-part.ts";
import type { ZipArchive } from "../../decode/xlsx/zip-archive.ts";

/** A tag with its name as written, and without prefix. */
export interface RawTag extends WrittenTag {
  readonly local: string;
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
 * bound. `after` runs after each piece. @throws FileRefusal
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
  const xml = new XmlPart(name, toListener(listener), limits);
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

function toListener(listener: RawListener): XmlListener {
  const rawTag = (local: string, { name, attributes, isSelfClosing }: WrittenTag): RawTag => ({
    name,
    local,
    attributes,
    isSelfClosing,
  });
  return {
    open: (local, _attributes, tag) => listener.open(rawTag(local, tag)),
    close: (local, tag) => listener.close(rawTag(local, tag)),
    text: (text) => listener.text(text),
    aside: (xml) => listener.aside(xml),
  };
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
