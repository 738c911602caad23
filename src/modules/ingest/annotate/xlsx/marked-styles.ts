import type { ReadLimits } from "../../decode/read-limits.ts";
import { damaged, type ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import { PartRewriter, rewritePart, XML_DECLARATION } from "./part-rewriter.ts";
import { escapeText, parseRaw, prefixOf, startTag, type RawListener, type RawTag } from "./raw-xml.ts";

/**
 * What a cell is marked as: `error` and `attention` add a fill, `plain` takes ours away again, `problem` is the text of
 * the problem column and `key` that of the row key.
 */
export type Mark = "error" | "attention" | "plain" | "problem" | "key";

/** Our fills; by their very colours they are known again in a file that comes back. */
const FILLS = { error: "FFFFC7CB", attention: "FFFFE9A9" } as const;
const FILL_COUNT = Object.keys(FILLS).length;
/** What Excel can hold, and then some. */
const MOST_FORMATS = 70_000;
const DEFAULT_FORMAT = { numFmtId: "0", fontId: "0", fillId: "0", borderId: "0", xfId: "0" };

interface CellFormat {
  readonly attributes: Readonly<Record<string, string>>;
  /** Alignment and protection, as written but without prefix. */
  readonly inner: string;
}

/** The cell formats of a workbook, and those added for marked cells: each keeps the number format of its base. */
export class MarkedStyles {
  readonly #formats: readonly CellFormat[];
  readonly #fills: number;
  readonly #hasFills: boolean;
  readonly #ours: ReadonlySet<number>;
  readonly #added: CellFormat[] = [];
  readonly #indices = new Map<string, number>();

  private constructor(heard: StylesListener) {
    this.#formats = heard.formats.length === 0 ? [{ attributes: DEFAULT_FORMAT, inner: "" }] : heard.formats;
    this.#hasFills = heard.hasFills;
    this.#fills = heard.hasFills ? heard.fills : 2;
    this.#ours = new Set(
      heard.formats.flatMap((format, at) => (heard.ourFills.has(Number(format.attributes["fillId"])) ? [at] : [])),
    );
  }

  /** Reads styles.xml; a workbook without one gets the plainest. @throws FileRefusal */
  static async read(archive: ZipArchive, part: string | null, limits: ReadLimits): Promise<MarkedStyles> {
    const heard = new StylesListener();
    if (part !== null && archive.has(part)) await parseRaw(archive, part, heard, limits);
    return new MarkedStyles(heard);
  }

  /** Whether an earlier round marked cells of this format. */
  isOurs(format: number): boolean {
    return this.#ours.has(format);
  }

  /** Index of the format that marks a cell of the format `base`. */
  formatFor(base: number, mark: Mark): number {
    const key = `${base} ${mark}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const format = this.#formats[base] ?? this.#formats[0] ?? { attributes: DEFAULT_FORMAT, inner: "" };
    const index = this.#formats.length + this.#added.length;
    this.#added.push(this.#marked(format, mark));
    this.#indices.set(key, index);
    return index;
  }

  #marked(format: CellFormat, mark: Mark): CellFormat {
    const base = format.attributes;
    switch (mark) {
      case "error":
        return { ...format, attributes: { ...base, fillId: String(this.#fills), applyFill: "1" } };
      case "attention":
        return { ...format, attributes: { ...base, fillId: String(this.#fills + 1), applyFill: "1" } };
      case "plain":
        return { ...format, attributes: { ...base, fillId: "0" } };
      case "problem":
        return {
          attributes: { ...DEFAULT_FORMAT, applyAlignment: "1" },
          inner: '<alignment vertical="top" wrapText="1"/>',
        };
      case "key":
        return { attributes: { ...DEFAULT_FORMAT, numFmtId: "49", applyNumberFormat: "1" }, inner: "" };
    }
  }

  /** styles.xml with what was added; to be called when all marks are known. */
  async *write(
    archive: ZipArchive,
    part: string | null,
    namespace: string,
    limits: ReadLimits,
  ): AsyncGenerator<Buffer> {
    if (part !== null && archive.has(part)) yield* rewritePart(archive, part, new StylesRewriter(this), limits);
    else
      yield Buffer.from(
        `${XML_DECLARATION}<styleSheet xmlns="${namespace}"><fonts count="1"><font/></fonts>${this.fillsXml("")}` +
          `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>${this.formatsXml("")}</styleSheet>`,
        "utf8",
      );
  }

  /** Fills to add, or a whole element where the workbook had none. */
  fillsXml(prefix: string): string {
    const solid = (color: string): string =>
      `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${color}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
    const ours = Object.values(FILLS).map(solid).join("");
    if (this.#hasFills) return ours;
    const reserved = ["none", "gray125"]
      .map((type) => `<${prefix}fill><${prefix}patternFill patternType="${type}"/></${prefix}fill>`)
      .join("");
    return `<${prefix}fills count="${2 + FILL_COUNT}">${reserved}${ours}</${prefix}fills>`;
  }

  /** Formats to add, or a whole element where the workbook had none. */
  formatsXml(prefix: string, isWhole = true): string {
    const added = isWhole ? [...this.#formats, ...this.#added] : this.#added;
    const xml = added.map(({ attributes, inner }) => {
      const start = startTag(`${prefix}xf`, attributes, inner === "");
      return inner === "" ? start : `${start}${inner.replaceAll(/<(\/?)(?=[a-z])/g, `<$1${prefix}`)}</${prefix}xf>`;
    });
    if (!isWhole) return xml.join("");
    return `<${prefix}cellXfs count="${added.length}">${xml.join("")}</${prefix}cellXfs>`;
  }

  get counts(): { readonly fills: number; readonly formats: number } {
    return { fills: this.#fills + FILL_COUNT, formats: this.#formats.length + this.#added.length };
  }
}

class StylesListener implements RawListener {
  readonly formats: CellFormat[] = [];
  readonly ourFills = new Set<number>();
  fills = 0;
  hasFills = false;
  #within: "fills" | "cellXfs" | null = null;
  #format: { attributes: Readonly<Record<string, string>>; inner: string } | null = null;

  open(tag: RawTag): void {
    if (tag.local === "fills" || tag.local === "cellXfs") this.#within = tag.local;
    if (tag.local === "fills") this.hasFills = true;
    if (this.#within === "fills" && tag.local === "fill") this.fills += 1;
    else if (this.#within === "fills" && tag.local === "fgColor") {
      const color = (tag.attributes["rgb"] ?? "").toUpperCase();
      if (Object.values<string>(FILLS).includes(color)) this.ourFills.add(this.fills - 1);
    } else if (this.#within === "cellXfs" && tag.local === "xf")
      this.#format = { attributes: tag.attributes, inner: "" };
    else if (this.#format) this.#format.inner += startTag(tag.local, tag.attributes, tag.isSelfClosing);
  }

  close(tag: RawTag): void {
    if (tag.local === "fills" || tag.local === "cellXfs") this.#within = null;
    if (!this.#format) return;
    if (tag.local === "xf") {
      if (this.formats.length >= MOST_FORMATS) throw damaged("单元格格式过多", "it has too many cell formats");
      this.formats.push(this.#format);
      this.#format = null;
    } else if (!tag.isSelfClosing) this.#format.inner += `</${tag.local}>`;
  }

  text(text: string): void {
    if (this.#format) this.#format.inner += escapeText(text);
  }

  aside(): void {
    // Comments within a format say nothing about it.
  }
}

/** Elements of a style sheet before which fills, and before which cell formats, must stand (ECMA-376 part 1, 18.8.39). */
const AFTER_FILLS = new Set(["borders", "cellStyleXfs", "cellXfs"]);
const AFTER_FORMATS = new Set(["cellStyles", "dxfs", "tableStyles", "colors", "extLst"]);

class StylesRewriter extends PartRewriter {
  readonly #styles: MarkedStyles;
  #depth = 0;
  #hasFormats = false;
  #wroteFills = false;

  constructor(styles: MarkedStyles) {
    super();
    this.#styles = styles;
  }

  override open(tag: RawTag): void {
    this.#depth += 1;
    if (this.#depth !== 2) return super.open(tag);
    const prefix = prefixOf(tag);
    if (tag.local === "fills" || tag.local === "cellXfs") {
      if (tag.local === "fills") this.#wroteFills = true;
      else this.#addMissing(prefix, true, false);
      this.#hasFormats ||= tag.local === "cellXfs";
      const { fills, formats } = this.#styles.counts;
      const count = String(tag.local === "fills" ? fills : formats);
      return this.write(startTag(tag.name, { ...tag.attributes, count }, false));
    }
    this.#addMissing(prefix, AFTER_FILLS.has(tag.local), AFTER_FORMATS.has(tag.local));
    super.open(tag);
  }

  override close(tag: RawTag): void {
    const prefix = prefixOf(tag);
    if (this.#depth === 2 && (tag.local === "fills" || tag.local === "cellXfs")) {
      this.write(tag.local === "fills" ? this.#styles.fillsXml(prefix) : this.#styles.formatsXml(prefix, false));
      this.write(`</${tag.name}>`);
    } else {
      if (this.#depth === 1) this.#addMissing(prefix, true, true);
      super.close(tag);
    }
    this.#depth -= 1;
  }

  #addMissing(prefix: string, fills: boolean, formats: boolean): void {
    if ((fills || formats) && !this.#wroteFills) {
      this.#wroteFills = true;
      this.write(this.#styles.fillsXml(prefix));
    }
    if (formats && !this.#hasFormats) {
      this.#hasFormats = true;
      this.write(this.#styles.formatsXml(prefix));
    }
  }
}
