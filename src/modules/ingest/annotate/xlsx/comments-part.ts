import type { ReadLimits } from "../../decode/read-limits.ts";
import type { ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import { COMMENT_AUTHOR, COMMENT_MARK } from "../markers.rules.ts";
import { sheetText } from "./inline-text.ts";
import { PartRewriter, rewritePart, XML_DECLARATION } from "./part-rewriter.ts";
import { prefixOf, startTag, type RawTag } from "./raw-xml.ts";
import type { SheetComment } from "./sheet-comments.ts";

/** What became of the cells' comments, for the drawing that shows them. */
export interface CommentPlaces {
  /** Cells whose comment of an earlier round is gone. */
  readonly dropped: Set<string>;
  /** Cells that had somebody else's comment, to which ours was added. */
  readonly joined: Set<string>;
}

/** The comments of a sheet: those that were there, and ours. `places` is complete when the part was written. */
export async function* writeComments(
  archive: ZipArchive,
  part: string | null,
  namespace: string,
  comments: ReadonlyMap<string, SheetComment>,
  places: CommentPlaces,
  limits: ReadLimits,
): AsyncGenerator<Buffer> {
  if (part !== null) yield* rewritePart(archive, part, new CommentsRewriter(comments, places), limits);
  else {
    const list = [...comments].map(([reference, comment]) => commentXml(reference, comment, 0, "")).join("");
    yield Buffer.from(
      `${XML_DECLARATION}<comments xmlns="${namespace}"><authors><author>${COMMENT_AUTHOR}</author></authors>` +
        `<commentList>${list}</commentList></comments>`,
      "utf8",
    );
  }
}

function commentXml(reference: string, comment: SheetComment, author: number, p: string): string {
  const text = `<${p}text><${p}r><${p}t xml:space="preserve">${sheetText(comment.text)}</${p}t></${p}r></${p}text>`;
  return `<${p}comment ref="${reference}" authorId="${author}">${text}</${p}comment>`;
}

class CommentsRewriter extends PartRewriter {
  readonly #comments: ReadonlyMap<string, SheetComment>;
  readonly #places: CommentPlaces;
  readonly #authors: string[] = [];
  #ours = -1;
  #author: string | null = null;
  #reference = "";
  /** Depth of elements within a comment of ours, which is passed over. */
  #passing = 0;
  /** A run of a text, put aside until it is known whether we added it. */
  #run: { xml: string; text: string } | null = null;

  constructor(comments: ReadonlyMap<string, SheetComment>, places: CommentPlaces) {
    super();
    this.#comments = comments;
    this.#places = places;
  }

  override write(xml: string): void {
    if (this.#run) this.#run.xml += xml;
    else super.write(xml);
  }

  override open(tag: RawTag): void {
    if (this.#passing > 0) {
      this.#passing += 1;
      return;
    }
    if (tag.local === "author") this.#author = "";
    if (tag.local === "comment") {
      this.#reference = (tag.attributes["ref"] ?? "").replaceAll("$", "");
      if (Number(tag.attributes["authorId"]) === this.#ours) {
        this.#places.dropped.add(this.#reference);
        this.#passing = 1;
        return;
      }
    }
    if (tag.local === "r" && !this.#run) this.#run = { xml: "", text: "" };
    const opens = tag.local === "authors" || tag.local === "commentList" || tag.local === "text";
    this.write(startTag(tag.name, tag.attributes, tag.isSelfClosing && !opens));
  }

  override close(tag: RawTag): void {
    if (this.#passing > 0) {
      this.#passing -= 1;
      return;
    }
    const prefix = prefixOf(tag);
    if (tag.local === "author") this.#closeAuthor();
    if (tag.local === "authors") this.#addAuthor(prefix);
    if (tag.local === "text") this.#join(prefix);
    if (tag.local === "commentList") this.#addComments(prefix);
    const opens = tag.local === "authors" || tag.local === "commentList" || tag.local === "text";
    if (!tag.isSelfClosing || opens) this.write(`</${tag.name}>`);
    if (tag.local === "r" && this.#run) this.#closeRun(this.#run);
  }

  override text(text: string): void {
    if (this.#passing > 0) return;
    if (this.#author !== null) this.#author += text;
    if (this.#run) this.#run.text += text;
    super.text(text);
  }

  #closeAuthor(): void {
    const author = this.#author ?? "";
    if (author === COMMENT_AUTHOR && this.#ours < 0) this.#ours = this.#authors.length;
    this.#authors.push(author);
    this.#author = null;
  }

  #addAuthor(prefix: string): void {
    if (this.#ours >= 0) return;
    this.#ours = this.#authors.length;
    this.write(`<${prefix}author>${COMMENT_AUTHOR}</${prefix}author>`);
  }

  #closeRun(run: { xml: string; text: string }): void {
    this.#run = null;
    if (!run.text.trimStart().startsWith(COMMENT_MARK)) this.write(run.xml);
  }

  #join(p: string): void {
    const comment = this.#comments.get(this.#reference);
    if (!comment || this.#places.joined.has(this.#reference)) return;
    this.#places.joined.add(this.#reference);
    const text = sheetText(`\n${COMMENT_MARK}${comment.text}`);
    this.write(`<${p}r><${p}t xml:space="preserve">${text}</${p}t></${p}r>`);
  }

  #addComments(prefix: string): void {
    for (const [reference, comment] of this.#comments) {
      if (!this.#places.joined.has(reference)) this.write(commentXml(reference, comment, this.#ours, prefix));
    }
  }
}
