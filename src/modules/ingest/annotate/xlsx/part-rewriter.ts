import type { ReadLimits } from "../../decode/read-limits.ts";
import type { ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import { escapeText, parsePieces, prefixOf, startTag, type RawListener, type RawTag } from "./raw-xml.ts";

const FLUSH_CHARACTERS = 65_536;
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a part as it is heard; who wants a part otherwise overrides what it changes. */
export class PartRewriter implements RawListener {
  #out = "";

  /** What was written since the last call, once it is worth handing on. */
  take(isLast: boolean): string {
    if (!isLast && this.#out.length < FLUSH_CHARACTERS) return "";
    const text = this.#out;
    this.#out = "";
    return text;
  }

  write(xml: string): void {
    this.#out += xml;
  }

  open(tag: RawTag): void {
    this.write(startTag(tag.name, tag.attributes, tag.isSelfClosing));
  }

  close(tag: RawTag): void {
    if (!tag.isSelfClosing) this.write(`</${tag.name}>`);
  }

  text(text: string): void {
    this.write(escapeText(text));
  }

  aside(xml: string): void {
    this.write(xml);
  }
}

/** Streams a part through a rewriter, in UTF-8. `before` is awaited before each piece of the part. */
export async function* rewritePart(
  archive: ZipArchive,
  name: string,
  rewriter: PartRewriter,
  limits: ReadLimits,
  before: () => Promise<void> | void = () => undefined,
): AsyncGenerator<Buffer> {
  rewriter.write(XML_DECLARATION);
  for await (const _ of parsePieces(archive, name, rewriter, limits)) {
    const text = rewriter.take(false);
    if (text !== "") yield Buffer.from(text, "utf8");
    await before();
  }
  yield Buffer.from(rewriter.take(true), "utf8");
}

/** What stands directly in the element that something is added to. */
export interface Sibling {
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Adds children at the end of the first element of a name; `make` sees those that are there, and the prefix. */
export class ChildAdder extends PartRewriter {
  readonly #parent: string;
  readonly #make: (siblings: readonly Sibling[], prefix: string) => string;
  readonly #siblings: Sibling[] = [];
  #depth = 0;
  #parentDepth = -1;
  #isDone = false;

  constructor(parent: string, make: (siblings: readonly Sibling[], prefix: string) => string) {
    super();
    this.#parent = parent;
    this.#make = make;
  }

  override open(tag: RawTag): void {
    this.#depth += 1;
    if (this.#depth === this.#parentDepth + 1 && !this.#isDone) {
      this.#siblings.push({ local: tag.local, attributes: tag.attributes });
    }
    if (tag.local === this.#parent && this.#parentDepth < 0 && !this.#isDone) {
      this.#parentDepth = this.#depth;
      this.write(startTag(tag.name, tag.attributes, false));
    } else super.open(tag);
  }

  override close(tag: RawTag): void {
    if (this.#depth === this.#parentDepth && !this.#isDone) {
      this.#isDone = true;
      this.write(`${this.#make(this.#siblings, prefixOf(tag))}</${tag.name}>`);
    } else super.close(tag);
    this.#depth -= 1;
  }
}
