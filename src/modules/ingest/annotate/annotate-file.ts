import { headerIndex, type Catalogue } from "#catalogue";
import { readSealed } from "../../../platform/files.ts";
import type { FileSource } from "../decode/file-source.ts";
import { expectationOf, readTable, type DataTable } from "../decode/read-table.ts";
import { matchHeader } from "../header.rules.ts";
import { annotateJson } from "./annotate-json.ts";
import type { AnnotateRequest, AnnotationDesk, RowMark, TableFrame } from "./annotation.ts";
import { annotateCsv } from "./csv/annotate-csv.ts";
import { ownColumn } from "./markers.rules.ts";
import { RowMarks } from "./row-marks.ts";
import { annotateXlsx } from "./xlsx/annotate-xlsx.ts";

/**
 * Writes a batch's raw file again with what was found in it, in its own format, in bounded memory. Runs in a thread;
 * knows no database and asks the desk instead. @throws FileRefusal
 */
export async function* annotateFile(
  request: AnnotateRequest,
  catalogue: Catalogue,
  desk: AnnotationDesk,
): AsyncGenerator<Buffer> {
  const item = catalogue.getItem(request.item, request.edition);
  if (!item) throw new Error(`no edition ${request.edition} of ${request.item}`);
  const profile = request.profile === null ? null : catalogue.findProfile(item, request.profile);
  const { path, key } = request.content.table;
  const source: FileSource = { bytes: () => readSealed(path, key) };
  const expectation = expectationOf(item, headerIndex(item, profile));
  const table = await readTable(source, expectation);
  const marks = new RowMarks(table, request, catalogue, item, desk).chunks();
  yield* rewrite(source, table, marks, request, (rows) => matchHeader(rows, expectation).kind !== "not-found");
}

function rewrite(
  source: FileSource,
  table: DataTable,
  marks: AsyncGenerator<readonly RowMark[]>,
  request: AnnotateRequest,
  recognises: Parameters<typeof annotateXlsx>[1],
): AsyncGenerator<Buffer> {
  const { format } = table;
  if (format.startsWith("xlsx")) return annotateXlsx(source, recognises, frameOf(table), marks, request);
  if (format.startsWith("csv")) return annotateCsv(source, frameOf(table), marks);
  return annotateJson(source, format.startsWith("ndjson") ? "ndjson" : "json-array", marks);
}

function frameOf({ header }: DataTable): TableFrame {
  const own = new Set(header.columns.filter(({ header: text }) => ownColumn(text) !== null).map(({ index }) => index));
  const width = 1 + header.columns.findLastIndex(({ header: text, index }) => text !== "" && !own.has(index));
  return { headerRow: header.lastRow, width, own };
}
