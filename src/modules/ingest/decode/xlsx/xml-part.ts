import { SaxesParser } from "saxes";
import { refuseFile } from "../file-refusal.ts";
import type { ReadLimits } from "../read-limits.ts";
import { decoderOf, encodingOfMark, type StrictDecoder } from "../text-encoding.ts";
import { damaged, type ZipArchive } from "./zip-archive.ts";

export type Attributes = Readonly<Record<string, string>>;

/** A tag as written: its name with the prefix. */
export interface WrittenTag {
  readonly name: string;
  readonly attributes: Attributes;
  readonly isSelfClosing: boolean;
}

/**
 * What a part's reader wants to hear. Names come without prefix, so that strict and prefixed writers read alike; who writes
 * the part again takes the tag as it was, and what stands aside.
 */
export interface XmlListener {
  open(name: string, attributes: Attributes, tag: WrittenTag): void;
  close(name: string, tag: WrittenTag): void;
  /** Text, unescaped. */
  text(text: string): void;
  /** A comment or processing instruction, ready to be written. */
  aside?(xml: string): void;
}

/**
 * Streams one XML part of a workbook to a listener. Promises: no document type declaration (so no entities beyond the
 * five of XML), well-formedness, and that no single tag, text or comment grows beyond the limit of a cell.
 */
export class XmlPart {
  readonly #parser = new SaxesParser({ position: false, xmlns: false as const });
  readonly #name: string;
  readonly #limit: number;
  #decoder: StrictDecoder | null = null;
  #silent = 0;

  constructor(name: string, listener: XmlListener, limits: ReadLimits) {
    this.#name = name;
    // Text is reported when the next tag begins; a little more than the longest cell may pass without any event.
    this.#limit = limits.cellCharacters + 262_144;
    const parser = this.#parser;
    parser.on("opentag", (tag) => {
      this.#silent = 0;
      listener.open(localName(tag.name), tag.attributes, tag);
    });
    parser.on("closetag", (tag) => {
      this.#silent = 0;
      listener.close(localName(tag.name), tag);
    });
    parser.on("text", (text) => listener.text(text));
    parser.on("cdata", (text) => listener.text(text));
    if (listener.aside) {
      parser.on("comment", (text) => listener.aside?.(`<!--${text}-->`));
      parser.on("processinginstruction", ({ target, body }) => listener.aside?.(`<?${target} ${body}?>`));
    }
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
    if (this.#decoder && !this.#decoder.isComplete()) {
      throw damaged(`部件 ${this.#name} 被截断`, `part ${this.#name} is cut off`);
    }
    this.#parser.close();
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads a whole part through a listener. @throws FileRefusal */
export async function readXmlPart(
  archive: ZipArchive,
  name: string,
  listener: XmlListener,
  limits: ReadLimits,
): Promise<void> {
  const part = new XmlPart(name, listener, limits);
  for await (const bytes of archive.read(name)) part.write(bytes);
  part.end();
}
