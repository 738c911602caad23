import type { RowMark } from "./annotation.ts";

/**
 * Hands out marks by row number to a rewriter that cannot wait: XML is parsed piece by piece, and the rows of a piece
 * come all at once. Before each piece, `fill` sees to it that more marked rows are at hand than the piece can hold.
 */
export class MarkQueue {
  readonly #source: AsyncGenerator<readonly RowMark[]>;
  #marks: readonly RowMark[] = [];
  #next = 0;
  #isComplete = false;

  constructor(source: AsyncGenerator<readonly RowMark[]>) {
    this.#source = source;
  }

  async fill(rows: number): Promise<void> {
    while (!this.#isComplete && this.#marks.length - this.#next < rows) {
      const more = await this.#source.next();
      if (more.done) this.#isComplete = true;
      else this.#marks = [...this.#marks.slice(this.#next), ...more.value];
      if (!more.done) this.#next = 0;
    }
  }

  /** The mark of a row, or null where the row is none of data. Rows must be asked for in ascending order. */
  take(row: number): RowMark | null {
    let mark = this.#marks[this.#next];
    while (mark && mark.row < row) {
      this.#next += 1;
      mark = this.#marks[this.#next];
    }
    return mark?.row === row ? mark : null;
  }

  async close(): Promise<void> {
    await this.#source.return(undefined);
  }
}
