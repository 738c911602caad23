import { cutText } from "../../../kernel/text.ts";
import type { RawCell, RawRow } from "../raw-row.ts";
import { refuseFile } from "./file-refusal.ts";
import type { ReadLimits } from "./read-limits.ts";
import { EMPTY_CELL, textCell } from "./text-cell.ts";

const QUOTE = 34;
const CR = 13;
const LF = 10;
const SPACE = 32;

/**
 * RFC 4180 by a hand-written scanner: quoted cells with delimiters, line breaks and doubled quotes; records end with
 * CRLF, LF or CR; a quote inside an unquoted cell is an ordinary character. What makes cells uncertain refuses the file:
 * a quote that is never closed, or text behind a closing quote. The text may be cut anywhere between two `push`es.
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #limits: ReadLimits;
  #rest = "";
  #row: number;

  constructor(delimiter: string, limits: ReadLimits, rowsBefore = 0) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#limits = limits;
    this.#row = rowsBefore;
  }

  /** Takes the next piece of text and gives the rows that it finishes. */
  push(text: string): RawRow[] {
    return this.#scan(this.#rest === "" ? text : this.#rest + text, false);
  }

  /** Gives what stands behind the last line break. @throws FileRefusal when a quote is still open */
  end(): RawRow[] {
    return this.#scan(this.#rest, true);
  }

  #scan(text: string, last: boolean): RawRow[] {
    const rows: RawRow[] = [];
    let start = 0;
    while (start < text.length) {
      const cells: RawCell[] = [];
      const next = this.#scanRow(text, start, last, cells);
      if (next < 0) break;
      if (next - start > this.#limits.rowCharacters) this.#refuseRow();
      this.#row += 1;
      rows.push({ row: this.#row, cells });
      start = next;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > this.#limits.rowCharacters) this.#refuseLongRest();
    return rows;
  }

  /** Reads one record into `cells`; gives where the next one begins, or −1 when this one is not finished yet. */
  #scanRow(text: string, start: number, last: boolean, cells: RawCell[]): number {
    const delimiter = this.#delimiter;
    const length = text.length;
    let cellStart = start;
    let at = start;
    for (; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === delimiter) {
        this.#add(cells, text, cellStart, at);
        cellStart = at + 1;
      } else if (unit === LF || unit === CR) {
        if (unit === CR && at + 1 === length && !last) return -1; // an LF may follow in the next piece
        this.#add(cells, text, cellStart, at);
        return unit === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
      } else if (unit === QUOTE && at === cellStart) {
        const end = this.#scanQuoted(text, at, last, cells);
        if (end < 0) return -1;
        if (end >= length) return last ? length : -1;
        if (text.charCodeAt(end) === delimiter) {
          at = end;
          cellStart = end + 1;
          if (cellStart === length && !last) return -1;
          continue;
        }
        if (text.charCodeAt(end) === CR && end + 1 === length && !last) return -1;
        return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
      }
    }
    if (!last) return -1;
    this.#add(cells, text, cellStart, length);
    return length;
  }

  /** Reads the quoted cell at `open` into `cells`; gives the place of the delimiter or line break behind it, or −1. */
  #scanQuoted(text: string, open: number, last: boolean, cells: RawCell[]): number {
    let close = text.indexOf('"', open + 1);
    let doubled = false;
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close < 0) {
      if (last) throw refuseFile("csv-unbalanced-quote", { row: this.#row + 1 });
      return -1;
    }
    let end = close + 1;
    if (end === text.length && !last) return -1; // a second quote may follow in the next piece
    while (text.charCodeAt(end) === SPACE && this.#delimiter !== SPACE) end += 1;
    if (end === text.length && !last) return -1;
    const unit = text.charCodeAt(end);
    if (end < text.length && unit !== this.#delimiter && unit !== LF && unit !== CR) {
      throw refuseFile("csv-stray-quote", { row: this.#row + 1, column: cells.length + 1 });
    }
    const content = text.slice(open + 1, close);
    this.#take(cells, doubled ? content.replaceAll('""', '"') : content);
    return end;
  }

  #add(cells: RawCell[], text: string, from: number, to: number): void {
    if (from === to) this.#push(cells, EMPTY_CELL);
    else this.#take(cells, text.slice(from, to));
  }

  #take(cells: RawCell[], text: string): void {
    if (text.length > this.#limits.cellCharacters) {
      throw refuseFile("cell-too-long", { row: this.#row + 1, limit: this.#limits.cellCharacters });
    }
    this.#push(cells, textCell(text));
  }

  /** Empty cells beyond the last allowed column are dropped: spreadsheets write them for formatted columns. */
  #push(cells: RawCell[], cell: RawCell): void {
    if (cells.length < this.#limits.columns) cells.push(cell);
    else if (cell !== EMPTY_CELL) {
      throw refuseFile("too-many-columns", {
        row: this.#row + 1,
        limit: this.#limits.columns,
        cell: cutText(cell.text, 20),
      });
    }
  }

  #refuseRow(): never {
    throw refuseFile("row-too-long", { row: this.#row + 1, limit: this.#limits.rowCharacters });
  }

  /** A row without end is mostly an open quote that swallows the rows behind it: then say so. */
  #refuseLongRest(): never {
    const breaks = this.#rest.search(/[\r\n]/);
    if (breaks >= 0 && breaks < this.#rest.length - 1) {
      throw refuseFile("csv-unbalanced-quote", { row: this.#row + 1 });
    }
    this.#refuseRow();
  }
}
