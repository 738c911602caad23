import { cutText, storableText } from "../../../../kernel/text.ts";
import type { RawCell, RawRow } from "../../raw-row.ts";
import { sheetNumber } from "../decimal-text.ts";
import { refuseFile } from "../file-refusal.ts";
import type { ReadLimits } from "../read-limits.ts";
import { RowTally } from "../table-note.ts";
import { EMPTY_CELL, textCell } from "../text-cell.ts";
import { dateCell, isoDateCell, type NumberMeaning } from "./number-formats.ts";
import { RichText, unescapeText } from "./rich-text.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { columnName, columnOf } from "./references.rules.ts";
import type { Attributes, XmlListener } from "./xml-part.ts";
import { damaged } from "./zip-archive.ts";

/** Last column of a sheet, XFD (ECMA-376). */
const LAST_COLUMN = 16_384;

export interface SheetContext {
  readonly strings: SharedStrings;
  readonly meanings: readonly NumberMeaning[];
  readonly uses1904: boolean;
  readonly limits: ReadLimits;
}

/**
 * Hears the XML of one sheet and makes rows of it. Rows without contents are passed over, cells beyond the last allowed
 * column refuse the file if anything stands in them; nothing is ever allocated for what lies between far cells.
 */
export class SheetRows implements XmlListener {
  readonly hiddenRows = new RowTally();
  readonly formulas = new RowTally();
  /** First and last of each run of hidden columns, from 1. */
  readonly hiddenColumns: (readonly [number, number])[] = [];
  mergedRanges = 0;
  readonly #context: SheetContext;
  readonly #inline: RichText;
  #ready: RawRow[] = [];
  #inData = false;
  #row = 0;
  #rowCharacters = 0;
  #pending = 0;
  #rowHidden = false;
  #rowHasFormula = false;
  #cells: RawCell[] = [];
  #column = 0;
  #type = "n";
  #style = 0;
  #value = "";
  #hasFormula = false;
  #listening: "none" | "value" | "inline" = "none";

  constructor(context: SheetContext) {
    this.#context = context;
    this.#inline = new RichText(context.limits);
  }

  /** The rows finished since the last call. */
  take(): RawRow[] {
    const rows = this.#ready;
    this.#ready = [];
    this.#pending = 0;
    return rows;
  }

  /** Whether enough waits to be worth taking. */
  get isFull(): boolean {
    const { chunkRows, pendingCharacters } = this.#context.limits;
    return this.#ready.length >= chunkRows || this.#pending * 8 > pendingCharacters;
  }

  open(tag: string, attributes: Attributes): void {
    switch (tag) {
      case "c":
        if (this.#inData) this.#openCell(attributes);
        return;
      case "v":
        this.#value = "";
        this.#listening = "value";
        return;
      case "f":
        this.#hasFormula = true;
        return;
      case "row":
        if (this.#inData) this.#openRow(attributes);
        return;
      case "is":
        this.#inline.begin();
        this.#listening = "inline";
        return;
      case "sheetData":
        this.#inData = true;
        return;
      case "mergeCell":
        this.mergedRanges += 1;
        return;
      case "col":
        if (isTrue(attributes["hidden"]) && this.hiddenColumns.length < LAST_COLUMN) {
          this.hiddenColumns.push([Number(attributes["min"]), Number(attributes["max"])]);
        }
        return;
      default:
        if (this.#listening === "inline") this.#inline.open(tag);
    }
  }

  close(tag: string): void {
    switch (tag) {
      case "v":
        this.#listening = "none";
        return;
      case "c":
        if (this.#inData) this.#closeCell();
        return;
      case "row":
        if (this.#inData) this.#closeRow();
        return;
      case "is":
        this.#value = this.#inline.take();
        this.#listening = "none";
        return;
      case "sheetData":
        this.#inData = false;
        return;
      default:
        if (this.#listening === "inline") this.#inline.close(tag);
    }
  }

  text(text: string): void {
    if (this.#listening === "inline") this.#inline.add(text);
    else if (this.#listening === "value") this.#value += text;
  }

  #openRow(attributes: Attributes): void {
    const number = attributes["r"] === undefined ? this.#row + 1 : Number(attributes["r"]);
    if (!Number.isInteger(number) || number <= this.#row) {
      throw damaged("工作表的行号有误", "the sheet's row numbers are wrong");
    }
    if (number > this.#context.limits.sheetRows)
      throw refuseFile("too-many-rows", { limit: this.#context.limits.sheetRows });
    this.#row = number;
    this.#rowHidden = isTrue(attributes["hidden"]);
    this.#rowHasFormula = false;
    this.#rowCharacters = 0;
    this.#cells = [];
    this.#column = 0;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#rowHidden) this.hiddenRows.add(this.#row);
    if (this.#rowHasFormula) this.formulas.add(this.#row);
    this.#ready.push({ row: this.#row, cells: this.#cells });
    this.#cells = [];
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes["r"];
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (column <= this.#column || column > LAST_COLUMN) {
      throw damaged("单元格的位置有误", "a cell's place is wrong");
    }
    this.#column = column;
    this.#type = attributes["t"] ?? "n";
    this.#style = Number(attributes["s"] ?? 0);
    this.#value = "";
    this.#hasFormula = false;
    this.#listening = "none";
  }

  #closeCell(): void {
    const cell = this.#readCell();
    if (cell === EMPTY_CELL) return;
    const { limits } = this.#context;
    if (this.#column > limits.columns) {
      const place = `${columnName(this.#column)}${this.#row}`;
      throw refuseFile("too-many-columns", { row: this.#row, limit: limits.columns, cell: place });
    }
    if (cell.text.length > limits.cellCharacters) {
      throw refuseFile("cell-too-long", { row: this.#row, limit: limits.cellCharacters });
    }
    this.#rowCharacters += cell.text.length;
    this.#pending += cell.text.length;
    if (this.#rowCharacters > limits.rowCharacters) {
      throw refuseFile("row-too-long", { row: this.#row, limit: limits.rowCharacters });
    }
    if (this.#pending > limits.pendingCharacters) throw refuseFile("cells-too-large", { row: this.#row });
    this.#rowHasFormula ||= this.#hasFormula;
    while (this.#cells.length < this.#column - 1) this.#cells.push(EMPTY_CELL);
    this.#cells.push(cell);
  }

  #readCell(): RawCell {
    const value = this.#value;
    if (value === "" && this.#hasFormula && this.#type !== "str")
      return { text: "（公式没有保存结果）", kind: "error" };
    if (value === "") return EMPTY_CELL;
    switch (this.#type) {
      case "s":
        return textCell(this.#context.strings.get(indexOf(value)));
      case "str":
        return textCell(unescapeText(value));
      case "inlineStr":
        return textCell(value);
      case "b":
        return { text: isTrue(value) ? "TRUE" : "FALSE", kind: "boolean" };
      case "e":
        return { text: storableText(cutText(value, 40)), kind: "error" };
      case "d":
        return isoDateCell(value);
      default:
        return this.#readNumber(value);
    }
  }

  #readNumber(value: string): RawCell {
    const meaning = this.#context.meanings[this.#style] ?? "number";
    if (meaning !== "number") return dateCell(value, meaning, this.#context.uses1904);
    if (!Number.isFinite(Number(value))) throw damaged("数值单元格的内容不是数", "a numeric cell holds no number");
    return { text: sheetNumber(value), kind: "number" };
  }
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function indexOf(value: string): number {
  const index = Number(value);
  if (!Number.isInteger(index) || index < 0) throw damaged("共享文本的序号有误", "a shared string's index is wrong");
  return index;
}
