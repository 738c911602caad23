import type { CellNote } from "../annotation.ts";
import { commentText } from "../row-texts.rules.ts";

/** Comments for each cause, and in all: Excel keeps every shape in memory and opens thousands of them slowly. */
export const COMMENTS_A_CAUSE = 50;
const COMMENTS_IN_ALL = 2000;

export interface SheetComment {
  /** From 1. */
  readonly column: number;
  readonly row: number;
  readonly text: string;
}

/** Collects the comments of a sheet while its rows go by: the first of each cause. */
export class SheetComments {
  readonly byPlace = new Map<string, SheetComment>();
  readonly #perCause = new Map<number, number>();

  /** Takes the notes on one cell. */
  add(reference: string, column: number, row: number, notes: readonly CellNote[]): void {
    const isWanted = notes.some(({ cause }) => (this.#perCause.get(cause.cause) ?? 0) < COMMENTS_A_CAUSE);
    if (!isWanted || this.byPlace.size >= COMMENTS_IN_ALL) return;
    for (const { cause } of notes) this.#perCause.set(cause.cause, (this.#perCause.get(cause.cause) ?? 0) + 1);
    this.byPlace.set(reference, { column, row, text: commentText(notes) });
  }
}
