import { FileRefusal } from "./file-refusal.ts";
import { firstBytes, type FileSource } from "./file-source.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./read-limits.ts";
import { sniff } from "./sniff.ts";
import type { TableReader } from "./table-reader.ts";
import { readXlsx, type RecogniseTable } from "./xlsx/read-xlsx.ts";

const SNIFF_BYTES = 65_536;

/**
 * Opens a file of unknown kind as a table of raw rows: CSV in four encodings, XLSX, NDJSON, a JSON array. What the file
 * is, is told by its bytes, never by its name. `recognises` picks the sheet of a workbook. Safe for hostile files within
 * `limits`; meant for a thread with its own heap limit. @throws FileRefusal, also while `chunks` is iterated
 */
export async function openTable(
  source: FileSource,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
  recognises: RecogniseTable = (rows) => rows.some((row) => row.cells.length > 1),
): Promise<TableReader> {
  const kind = sniff(await firstBytes(source, SNIFF_BYTES));
  if (kind instanceof FileRefusal) throw kind;
  switch (kind) {
    case "csv":
      return readCsv(source, limits);
    case "xlsx":
      return readXlsx(source, limits, recognises);
    case "ndjson":
    case "json-array":
      return readJson(source, limits, kind);
  }
}
