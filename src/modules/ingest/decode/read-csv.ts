import type { RawRow } from "../raw-row.ts";
import { findDelimiter } from "./csv-delimiter.ts";
import { CsvScanner } from "./csv-scanner.ts";
import { refuseFile } from "./file-refusal.ts";
import type { FileSource } from "./file-source.ts";
import type { ReadLimits } from "./read-limits.ts";
import { RowTally, type TableNote } from "./table-note.ts";
import type { TableReader } from "./table-reader.ts";
import { decodeText, findEncoding, type FoundEncoding } from "./text-encoding.ts";

/** Text from which the delimiter is found, in UTF-16 units. */
const SAMPLE = 65_536;
/** Control characters that no table holds on purpose; tab and line breaks are none of them. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Opens a CSV (or TSV and the like) in any of the four encodings. @throws FileRefusal, also while it is read */
export async function readCsv(source: FileSource, limits: ReadLimits): Promise<TableReader> {
  const found = await findEncoding(source);
  const controls = new RowTally();
  const { sample, pieces } = await withSample(decodeText(source, found));
  if (sample.trim() === "") throw refuseFile("file-empty");
  const { delimiter, declared } = delimiterOf(sample, limits);

  async function* chunks(): AsyncGenerator<readonly RawRow[]> {
    const scanner = new CsvScanner(delimiter, limits, declared ? 1 : 0);
    let skip = declared?.[0].length ?? 0;
    let dirtyBefore = false;
    for await (const piece of pieces()) {
      const rows = scanner.push(piece.slice(skip));
      skip = 0;
      const dirty = CONTROL.test(piece);
      if (dirty || dirtyBefore) tallyControls(rows, controls); // a row may have begun in the piece before
      dirtyBefore = dirty;
      for (let at = 0; at < rows.length; at += limits.chunkRows) yield rows.slice(at, at + limits.chunkRows);
    }
    const rows = scanner.end();
    tallyControls(rows, controls);
    if (rows.length > 0) yield rows;
  }

  const notes = (): TableNote[] =>
    controls.note("control-characters", "单元格含控制字符", "Cells hold control characters");
  const separator = delimiter === "," ? "" : `, ${delimiter === "\t" ? "tab" : delimiter}`;
  return { format: `csv, ${found.encoding}${separator}`, chunks, notes };
}

/** How a CSV is written; `isDeclared` where its first line names the delimiter. */
export interface CsvForm {
  readonly found: FoundEncoding;
  readonly delimiter: string;
  readonly isDeclared: boolean;
}

/** Finds out what `readCsv` finds out, without reading on. */
export async function findCsvForm(source: FileSource, limits: ReadLimits): Promise<CsvForm> {
  const found = await findEncoding(source);
  const text = decodeText(source, found);
  const { sample } = await withSample(text);
  await text.return(undefined);
  const { delimiter, declared } = delimiterOf(sample, limits);
  return { found, delimiter, isDeclared: declared !== null };
}

function delimiterOf(sample: string, limits: ReadLimits): { delimiter: string; declared: RegExpExecArray | null } {
  // Excel writes and understands a first line "sep=;".
  const declared = /^sep=(.)(\r\n|\r|\n)/.exec(sample);
  return { delimiter: declared?.[1] ?? findDelimiter(sample, limits), declared };
}

function tallyControls(rows: readonly RawRow[], controls: RowTally): void {
  for (const row of rows) {
    if (row.cells.some((cell) => cell.kind === "error" || CONTROL.test(cell.text))) controls.add(row.row);
  }
}

/** Reads the beginning, and gives all pieces again from the first on. */
async function withSample(
  text: AsyncGenerator<string>,
): Promise<{ sample: string; pieces: () => AsyncGenerator<string> }> {
  let sample = "";
  while (sample.length < SAMPLE) {
    const next = await text.next();
    if (next.done) break;
    sample += next.value;
  }
  return {
    sample,
    async *pieces() {
      if (sample !== "") yield sample;
      yield* text;
    },
  };
}
