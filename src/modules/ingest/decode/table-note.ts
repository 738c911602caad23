import type { Text } from "../../../kernel/text.ts";

/** Something about the file that the uploader should know although nothing is wrong. `code` is stable. */
export interface TableNote extends Text {
  readonly code: string;
}

/** "3, 4, 9 … (in all 25)": row numbers for a note, at most twenty of them written out. */
export class RowTally {
  readonly #first: number[] = [];
  count = 0;

  add(row: number): void {
    this.count += 1;
    if (this.#first.length < 20) this.#first.push(row);
  }

  note(code: string, zh: string, en: string): TableNote[] {
    if (this.count === 0) return [];
    const rows = this.#first.join(", ") + (this.count > this.#first.length ? " …" : "");
    return [{ code, zh: `${zh}：共 ${this.count} 行（第 ${rows} 行）`, en: `${en}: ${this.count} (row ${rows})` }];
  }
}
