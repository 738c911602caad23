import { refuseFile } from "../../decode/file-refusal.ts";
import { columnName, columnOf, lastOf } from "../../decode/xlsx/references.rules.ts";
import type { CellNote, RowMark, TableFrame } from "../annotation.ts";
import { PROBLEM_HEADER, ROW_KEY_HEADER } from "../markers.rules.ts";
import type { MarkQueue } from "../mark-queue.ts";
import { problemText } from "../row-texts.rules.ts";
import { inlineText } from "./inline-text.ts";
import type { MarkedStyles } from "./marked-styles.ts";
import { PartRewriter } from "./part-rewriter.ts";
import { escapeText, prefixOf, startTag, type RawTag } from "./raw-xml.ts";
import type { SheetComments } from "./sheet-comments.ts";

/** What may follow the drawing of comments in a sheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER_LEGACY_DRAWING = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
  "AlternateContent",
]);
const PROBLEM_WIDTH = 60;
/** Longest row as XML; beyond it no reporter's table lies. */
const LONGEST_ROW = 16 * 1024 * 1024;

interface Cell {
  readonly column: number;
  readonly name: string;
  attributes: Readonly<Record<string, string>>;
  inner: string;
}

export interface SheetPlan {
  readonly frame: TableFrame;
  /** First column of ours, from 1; the row key follows it. */
  readonly problemColumn: number;
  /** Attribute by which the sheet shall name the drawing of comments, or null where it names one already. */
  readonly legacyDrawing: string | null;
}

/**
 * Writes a sheet again with marked cells and our two columns. Everything that is not a marked cell or ours stays as it
 * was written: formulas, merged cells, validations, frozen panes, formats.
 */
export class SheetRewriter extends PartRewriter {
  readonly #plan: SheetPlan;
  readonly #queue: MarkQueue;
  readonly #styles: MarkedStyles;
  readonly #comments: SheetComments;
  readonly #later: string[] = [];
  readonly #columnFormats: { readonly min: number; readonly max: number; readonly format: number }[] = [];
  #prefix = "";
  #depth = 0;
  #wroteColumns = false;
  #wroteDrawing: boolean;
  #isBehindData = false;
  #row: { readonly tag: RawTag; readonly number: number; cells: Cell[]; tail: string } | null = null;
  #rowNumber = 0;
  #size = 0;
  #cell: Cell | null = null;

  constructor(plan: SheetPlan, queue: MarkQueue, styles: MarkedStyles, comments: SheetComments) {
    super();
    this.#plan = plan;
    this.#queue = queue;
    this.#styles = styles;
    this.#comments = comments;
    this.#wroteDrawing = plan.legacyDrawing === null;
  }

  override open(tag: RawTag): void {
    this.#depth += 1;
    if (this.#row) return this.#openInRow(tag);
    if (this.#depth === 1) this.#prefix = prefixOf(tag);
    else if (this.#depth === 2) return this.#openPart(tag);
    else if (this.#depth === 3 && tag.local === "col") return this.#openColumn(tag);
    else if (this.#depth === 3 && tag.local === "row" && !this.#isBehindData) return this.#openRow(tag);
    super.open(tag);
  }

  override close(tag: RawTag): void {
    if (this.#row) this.#closeInRow(tag);
    else if (this.#depth === 3 && tag.local === "col") {
      // Was written, cut or put aside when it opened.
    } else {
      if (this.#depth === 2 && tag.local === "cols") this.#writeColumns();
      if (this.#depth === 2 && tag.local === "sheetData") this.#isBehindData = true;
      if (this.#depth === 1) this.#writeDrawing();
      super.close(tag);
    }
    this.#depth -= 1;
  }

  override text(text: string): void {
    if (this.#cell) this.#grow(this.#cell, escapeText(text));
    else if (!this.#row) super.text(text);
  }

  override aside(xml: string): void {
    if (!this.#row) super.aside(xml);
  }

  #openPart(tag: RawTag): void {
    if (tag.local === "sheetData" && !this.#wroteColumns) {
      this.write(`<${this.#prefix}cols>`);
      this.#writeColumns();
      this.write(`</${this.#prefix}cols>`);
    }
    if (this.#isBehindData && AFTER_LEGACY_DRAWING.has(tag.local)) this.#writeDrawing();
    if (tag.local === "dimension") {
      const reference = tag.attributes["ref"] ?? "";
      const first = reference.split(":")[0] ?? "A1";
      const last = columnName(this.#plan.problemColumn + 1) + String(Math.max(1, lastOf(reference).row));
      super.open({ ...tag, attributes: { ...tag.attributes, ref: `${first}:${last}` } });
    } else super.open(tag);
  }

  /** Formats of whole columns make room for ours; what lies behind them follows. */
  #openColumn(tag: RawTag): void {
    const min = Number(tag.attributes["min"]);
    const max = Number(tag.attributes["max"]);
    const { problemColumn } = this.#plan;
    this.#columnFormats.push({ min, max, format: Number(tag.attributes["style"] ?? 0) });
    const piece = (from: number, to: number): string =>
      startTag(tag.name, { ...tag.attributes, min: String(from), max: String(to) }, true);
    if (min < problemColumn) this.write(piece(min, Math.min(max, problemColumn - 1)));
    if (max > problemColumn + 1) this.#later.push(piece(Math.max(min, problemColumn + 2), max));
  }

  #writeColumns(): void {
    this.#wroteColumns = true;
    const { problemColumn } = this.#plan;
    const column = (at: number, attributes: Readonly<Record<string, string>>): string =>
      startTag(`${this.#prefix}col`, { min: String(at), max: String(at), ...attributes, customWidth: "1" }, true);
    this.write(column(problemColumn, { width: String(PROBLEM_WIDTH) }));
    this.write(column(problemColumn + 1, { width: "24", hidden: "1" }));
    this.write(this.#later.join(""));
  }

  #writeDrawing(): void {
    if (this.#wroteDrawing || this.#plan.legacyDrawing === null) return;
    this.#wroteDrawing = true;
    this.write(`<${this.#prefix}legacyDrawing ${this.#plan.legacyDrawing}/>`);
  }

  #openRow(tag: RawTag): void {
    this.#rowNumber = tag.attributes["r"] === undefined ? this.#rowNumber + 1 : Number(tag.attributes["r"]);
    this.#row = { tag, number: this.#rowNumber, cells: [], tail: "" };
    this.#size = 0;
  }

  #openInRow(tag: RawTag): void {
    const row = this.#row;
    if (!row) return;
    if (this.#depth === 4 && tag.local === "c") {
      const reference = tag.attributes["r"];
      const column = reference === undefined ? (row.cells.at(-1)?.column ?? 0) + 1 : columnOf(reference);
      this.#cell = { column, name: tag.name, attributes: tag.attributes, inner: "" };
      row.cells.push(this.#cell);
    } else if (this.#cell) this.#grow(this.#cell, startTag(tag.name, tag.attributes, tag.isSelfClosing));
    else row.tail += startTag(tag.name, tag.attributes, tag.isSelfClosing);
  }

  #closeInRow(tag: RawTag): void {
    if (this.#depth === 3) this.#closeRow();
    else if (this.#depth === 4 && this.#cell) this.#cell = null;
    else if (!tag.isSelfClosing && this.#cell) this.#grow(this.#cell, `</${tag.name}>`);
    else if (!tag.isSelfClosing && this.#row) this.#row.tail += `</${tag.name}>`;
  }

  #grow(cell: Cell, xml: string): void {
    cell.inner += xml;
    this.#size += xml.length;
    if (this.#size > LONGEST_ROW) throw refuseFile("row-too-long", { row: this.#rowNumber, limit: LONGEST_ROW });
  }

  #closeRow(): void {
    const row = this.#row;
    if (!row) return;
    this.#row = null;
    const { frame, problemColumn } = this.#plan;
    const mark = this.#queue.take(row.number);
    const isBelow = row.number >= frame.headerRow;
    const kept = row.cells.filter(
      (cell) =>
        (cell.column !== problemColumn &&
          cell.column !== problemColumn + 1 &&
          !(isBelow && frame.own.has(cell.column - 1))) ||
        !isBelow,
    );
    const cells = mark ? this.#markCells(kept, row, mark) : kept;
    const { spans: _, ...attributes } = row.tag.attributes;
    this.write(startTag(row.tag.name, { ...attributes, r: String(row.number) }, false));
    for (const cell of cells) this.#writeCell(cell, row.number);
    if (mark) this.#writeOwn(row.number, problemText(mark, true), mark.key, mark.notes.length > 0);
    else if (row.number === frame.headerRow) this.#writeHeader(row.number, cells.at(-1));
    this.write(`${row.tail}</${row.tag.name}>`);
  }

  #writeCell(cell: Cell, row: number): void {
    const { attributes } = cell;
    const placed =
      attributes["r"] === undefined ? { r: columnName(cell.column) + String(row), ...attributes } : attributes;
    this.write(startTag(cell.name, placed, cell.inner === ""));
    if (cell.inner !== "") this.write(`${cell.inner}</${cell.name}>`);
  }

  #markCells(cells: Cell[], row: { readonly tag: RawTag; readonly number: number }, mark: RowMark): Cell[] {
    const byColumn = new Map<number, CellNote[]>();
    for (const note of mark.notes) {
      if (note.column < 0) continue;
      const before = byColumn.get(note.column + 1);
      if (before) before.push(note);
      else byColumn.set(note.column + 1, [note]);
    }
    for (const cell of cells) {
      const notes = byColumn.get(cell.column);
      const format = Number(cell.attributes["s"] ?? 0);
      if (notes) this.#mark(cell, format, row.number, notes);
      else if (this.#styles.isOurs(format)) this.#format(cell, this.#styles.formatFor(format, "plain"));
      byColumn.delete(cell.column);
    }
    if (byColumn.size === 0) return cells;
    for (const [column, notes] of byColumn) {
      const cell: Cell = { column, name: `${this.#prefix}c`, attributes: {}, inner: "" };
      this.#mark(cell, this.#formatOfBlank(row.tag, column), row.number, notes);
      cells.push(cell);
    }
    return cells.toSorted((a, b) => a.column - b.column);
  }

  #mark(cell: Cell, format: number, row: number, notes: readonly CellNote[]): void {
    const isError = notes.some(({ cause }) => cause.severity === "error");
    this.#format(cell, this.#styles.formatFor(format, isError ? "error" : "attention"));
    this.#comments.add(columnName(cell.column) + String(row), cell.column, row, notes);
  }

  #format(cell: Cell, format: number): void {
    cell.attributes = { ...cell.attributes, s: String(format) };
  }

  #formatOfBlank(row: RawTag, column: number): number {
    if (row.attributes["customFormat"] === "1" || row.attributes["customFormat"] === "true") {
      return Number(row.attributes["s"] ?? 0);
    }
    return this.#columnFormats.find(({ min, max }) => min <= column && column <= max)?.format ?? 0;
  }

  #writeHeader(row: number, neighbour: Cell | undefined): void {
    const format = neighbour?.attributes["s"];
    const attributes = format === undefined ? {} : { s: format };
    const own: readonly string[] = [PROBLEM_HEADER, ROW_KEY_HEADER];
    own.forEach((header, at) => this.#writeText(this.#plan.problemColumn + at, row, header, attributes));
  }

  #writeOwn(row: number, problem: string, key: string | null, isMarked: boolean): void {
    const format = (mark: "problem" | "key"): Record<string, string> => ({
      s: String(this.#styles.formatFor(0, mark)),
    });
    this.#writeText(this.#plan.problemColumn, row, problem, isMarked ? format("problem") : {});
    if (key !== null) this.#writeText(this.#plan.problemColumn + 1, row, key, format("key"));
  }

  #writeText(column: number, row: number, text: string, attributes: Readonly<Record<string, string>>): void {
    const reference = columnName(column) + String(row);
    this.write(startTag(`${this.#prefix}c`, { r: reference, ...attributes, t: "inlineStr" }, false));
    this.write(`${inlineText(text, this.#prefix)}</${this.#prefix}c>`);
  }
}
