import { findCsvForm } from "../../decode/read-csv.ts";
import type { FileSource } from "../../decode/file-source.ts";
import { DEFAULT_READ_LIMITS } from "../../decode/read-limits.ts";
import { decodeText } from "../../decode/text-encoding.ts";
import type { RowMark, TableFrame } from "../annotation.ts";
import { PROBLEM_HEADER, PROPOSAL_HEADER, ROW_KEY_HEADER } from "../markers.rules.ts";
import { MarkQueue } from "../mark-queue.ts";
import { armoured } from "../../../../kernel/spreadsheet-text.ts";
import { problemText, proposalText } from "../row-texts.rules.ts";
import { CsvRecords, type CsvRecord } from "./csv-records.ts";
import { encodeText } from "./encode-text.ts";

/**
 * The same CSV with three columns more: encoding, mark, delimiter, quotes and line ends stay as they are. A cell that a
 * spreadsheet would run gets an apostrophe, which intake takes off again when it meets the column of row keys.
 */
export async function* annotateCsv(
  source: FileSource,
  frame: TableFrame,
  marks: AsyncGenerator<readonly RowMark[]>,
): AsyncGenerator<Buffer> {
  const form = await findCsvForm(source, DEFAULT_READ_LIMITS);
  const queue = new MarkQueue(marks);
  const writer = new RecordWriter(form.delimiter, frame, queue);
  async function* pieces(): AsyncGenerator<string> {
    const records = new CsvRecords(form.delimiter);
    let row = 0;
    const write = async (cut: readonly CsvRecord[]): Promise<string> => {
      await queue.fill(cut.length + 1);
      let text = "";
      for (const record of cut) {
        row += 1;
        text += row === 1 && form.isDeclared ? record.text + record.lineEnd : writer.write(record, row);
      }
      return text;
    };
    for await (const text of decodeText(source, form.found)) yield await write(records.push(text));
    yield await write(records.end());
  }
  try {
    yield* encodeText(pieces(), form.found);
  } finally {
    await queue.close();
  }
}

class RecordWriter {
  readonly #delimiter: string;
  readonly #frame: TableFrame;
  readonly #queue: MarkQueue;
  /** Where our columns begin: behind the last column with a header that is not ours. */
  readonly #at: number;

  constructor(delimiter: string, frame: TableFrame, queue: MarkQueue) {
    this.#delimiter = delimiter;
    this.#frame = frame;
    this.#queue = queue;
    this.#at = frame.width;
  }

  write(record: CsvRecord, row: number): string {
    const mark = this.#queue.take(row);
    const cells = this.#own(mark, row);
    if (cells === null) return this.#armoured(record, record.starts.length) + record.lineEnd;
    const kept = this.#kept(record);
    const padding = this.#delimiter.repeat(Math.max(0, this.#at - kept));
    const own = cells.map((cell) => this.#delimiter + this.#quoted(cell)).join("");
    return this.#armoured(record, kept) + padding + own + record.lineEnd;
  }

  #own(mark: RowMark | null, row: number): readonly string[] | null {
    if (row === this.#frame.headerRow) return [PROBLEM_HEADER, PROPOSAL_HEADER, ROW_KEY_HEADER];
    return mark === null ? null : [problemText(mark, false), proposalText(mark), mark.key ?? ""];
  }

  /** Cells of the record to be kept: our own from before go, and so do empty ones that would push ours aside. */
  #kept({ text, starts }: CsvRecord): number {
    if (starts.length <= this.#at) return starts.length;
    if (this.#frame.own.has(this.#at)) return this.#at;
    return text.slice(starts[this.#at]).replaceAll(this.#delimiter, "").trim() === "" ? this.#at : starts.length;
  }

  #armoured({ text, starts }: CsvRecord, count: number): string {
    const end = count < starts.length ? (starts[count] ?? 1) - 1 : text.length;
    let written = "";
    for (let at = 0; at < count; at += 1) {
      const from = starts[at] ?? 0;
      const to = at + 1 < count ? (starts[at + 1] ?? 0) - 1 : end;
      const cell = text.slice(from, to);
      const quote = cell.startsWith('"') ? '"' : "";
      const inside = cell.slice(quote.length);
      const content = quote === "" ? inside : inside.slice(0, inside.lastIndexOf('"'));
      const isSafe = armoured(content) === content;
      written += (at === 0 ? "" : this.#delimiter) + (isSafe ? cell : `${quote}'${inside}`);
    }
    return written;
  }

  #quoted(cell: string): string {
    return /["\r\n]/.test(cell) || cell.includes(this.#delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
}
