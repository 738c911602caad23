import { refuseFile } from "./file-refusal.ts";
import type { ReadLimits } from "./read-limits.ts";

/** The source text of one object, and its number: the line for NDJSON, the place in the array (from 1) otherwise. */
export interface JsonPiece {
  readonly row: number;
  readonly text: string;
}

/** Cuts NDJSON into lines; blank ones are passed over. */
export class LineCutter {
  readonly #limits: ReadLimits;
  #rest = "";
  #row = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  push(text: string): JsonPiece[] {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > this.#limits.rowCharacters) this.#refuse();
    return lines.flatMap((line) => this.#piece(line));
  }

  end(): JsonPiece[] {
    return this.#piece(this.#rest);
  }

  #piece(line: string): JsonPiece[] {
    this.#row += 1;
    if (line.length > this.#limits.rowCharacters) this.#refuse();
    return line.trim() === "" ? [] : [{ row: this.#row, text: line }];
  }

  #refuse(): never {
    throw refuseFile("row-too-long", { row: this.#row + 1, limit: this.#limits.rowCharacters });
  }
}

/** Cuts the elements out of one JSON array, whatever its line breaks. @throws FileRefusal "json-damaged" */
export class ArrayCutter {
  readonly #limits: ReadLimits;
  #state: "before" | "between" | "inside" | "after" = "before";
  #depth = 0;
  #inString = false;
  #escaped = false;
  #partial = "";
  #row = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  push(text: string): JsonPiece[] {
    const pieces: JsonPiece[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? "";
      if (this.#state === "inside") {
        if (this.#isEnd(character)) {
          this.#row += 1;
          pieces.push({ row: this.#row, text: this.#partial + text.slice(start, at + 1) });
          this.#partial = "";
          this.#state = "between";
        }
      } else if (this.#opens(character)) start = at;
    }
    if (this.#state === "inside") this.#partial += text.slice(start);
    if (this.#partial.length > this.#limits.rowCharacters) {
      throw refuseFile("row-too-long", { row: this.#row + 1, limit: this.#limits.rowCharacters });
    }
    return pieces;
  }

  end(): JsonPiece[] {
    if (this.#state !== "after") this.#refuse();
    return [];
  }

  /** Between the elements; true when one begins here. */
  #opens(character: string): boolean {
    if (/\s/.test(character)) return false;
    if (this.#state === "before" && character === "[") this.#state = "between";
    else if (this.#state === "between" && character === "]") this.#state = "after";
    else if (this.#state === "between" && character === "{") {
      this.#state = "inside";
      this.#depth = 1;
      return true;
    } else if (this.#state !== "between" || character !== ",") this.#refuse();
    return false;
  }

  /** Inside an element; true at the brace that ends it. */
  #isEnd(character: string): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (character === "\\") this.#escaped = true;
      else if (character === '"') this.#inString = false;
      return false;
    }
    if (character === '"') this.#inString = true;
    else if (character === "{" || character === "[") this.#depth += 1;
    else if (character === "}" || character === "]") this.#depth -= 1;
    return this.#depth === 0;
  }

  #refuse(): never {
    throw refuseFile("json-damaged", { row: this.#row + 1 });
  }
}
