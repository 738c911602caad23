/** One record of a CSV as it is written: its text without line end, its line end, and where its cells begin in the text. */
export interface CsvRecord {
  readonly text: string;
  readonly lineEnd: string;
  readonly starts: readonly number[];
}

const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Cuts CSV text into records by the same grammar as `CsvScanner`, which judged the file, but keeps how they are written.
 * The text may be cut anywhere between two `push`es. For files that the scanner has read to the end.
 */
export class CsvRecords {
  readonly #delimiter: number;
  #rest = "";

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  push(text: string): CsvRecord[] {
    return this.#cut(this.#rest + text, false);
  }

  end(): CsvRecord[] {
    return this.#cut(this.#rest, true);
  }

  #cut(text: string, last: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let start = 0;
    while (start < text.length) {
      const starts: number[] = [0];
      const end = this.#endOf(text, start, starts);
      // At the very end of a piece a line end may be half, or a quote be doubled in the next.
      const following = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
      if (!last && (end >= text.length - 1 || following > text.length)) break;
      const lineEnd = text.slice(end, following);
      records.push({ text: text.slice(start, end), lineEnd, starts });
      start = following;
    }
    this.#rest = last ? "" : text.slice(start);
    return records;
  }

  /** Where the record at `start` ends: at its line end or at the end of the text. */
  #endOf(text: string, start: number, starts: number[]): number {
    let isCellStart = true;
    for (let at = start; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE && isCellStart) {
        at = closingQuote(text, at);
        isCellStart = false;
      } else if (unit === this.#delimiter) {
        starts.push(at + 1 - start);
        isCellStart = true;
      } else if (unit === CR || unit === LF) return at;
      else isCellStart = false;
    }
    return text.length;
  }
}

/** Place of the quote that closes the one at `open`, or the end of the text. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close < 0 ? text.length : close;
}
