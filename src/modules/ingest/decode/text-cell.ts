import { storableText } from "../../../kernel/text.ts";
import type { RawCell } from "../raw-row.ts";

/** One object for all cells without contents: most cells of a wide table are. */
export const EMPTY_CELL: RawCell = Object.freeze({ text: "", kind: "empty" });

/**
 * A cell of text. One with NUL or half a surrogate pair can be stored nowhere and comes as kind "error", so that the row
 * is refused by the judge; the text is shown with U+FFFD in their place.
 */
export function textCell(text: string): RawCell {
  if (text === "") return EMPTY_CELL;
  if (text.includes("\u0000") || !text.isWellFormed()) {
    return { text: storableText(text), kind: "error" };
  }
  return { text, kind: "text" };
}
