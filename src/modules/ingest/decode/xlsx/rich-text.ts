import { refuseFile } from "../file-refusal.ts";
import type { ReadLimits } from "../read-limits.ts";

/**
 * Puts the text of a <si> or <is> together: all <t> of all runs, without the phonetic ones (<rPh>), with _xHHHH_ turned
 * back into its character (ECMA-376 part 1, 22.9.2.19).
 */
export class RichText {
  readonly #limits: ReadLimits;
  #text = "";
  #inText = false;
  #phonetic = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  begin(): void {
    this.#text = "";
    this.#inText = false;
    this.#phonetic = 0;
  }

  open(tag: string): void {
    if (tag === "rPh") this.#phonetic += 1;
    else if (tag === "t") this.#inText = this.#phonetic === 0;
  }

  close(tag: string): void {
    if (tag === "rPh") this.#phonetic -= 1;
    else if (tag === "t") this.#inText = false;
  }

  add(piece: string): void {
    if (!this.#inText) return;
    this.#text += piece;
    if (this.#text.length > this.#limits.cellCharacters) {
      throw refuseFile("cell-too-long", { row: "?", limit: this.#limits.cellCharacters });
    }
  }

  take(): string {
    return unescapeText(this.#text);
  }
}

export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
