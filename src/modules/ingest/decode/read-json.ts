import { cutText, storableText } from "../../../kernel/text.ts";
import type { RawCell, RawRow } from "../raw-row.ts";
import { expandExponent } from "./decimal-text.ts";
import { refuseFile } from "./file-refusal.ts";
import type { FileSource } from "./file-source.ts";
import { ArrayCutter, LineCutter, type JsonPiece } from "./json-objects.ts";
import type { ReadLimits } from "./read-limits.ts";
import { RowTally, type TableNote } from "./table-note.ts";
import type { TableReader } from "./table-reader.ts";
import { EMPTY_CELL, textCell } from "./text-cell.ts";
import { decodeText, findEncoding } from "./text-encoding.ts";

/** Objects whose keys make up the header. */
const HEADER_OBJECTS = 1000;

/**
 * Opens NDJSON or one JSON array of flat objects. The first row given is a header with number 0: the keys of the first
 * thousand objects (fewer where they are very long) in order of appearance. A line that is no object is marked as such, a value that is a list or an
 * object gives a cell of kind "error": a refused row, not a refused file.
 */
export async function readJson(
  source: FileSource,
  limits: ReadLimits,
  kind: "ndjson" | "json-array",
): Promise<TableReader> {
  const found = await findEncoding(source);
  const table = new ObjectTable(limits);

  async function* chunks(): AsyncGenerator<readonly RawRow[]> {
    const cutter = kind === "ndjson" ? new LineCutter(limits) : new ArrayCutter(limits);
    let waiting: JsonPiece[] = [];
    let read = 0;
    for await (const text of decodeText(source, found)) {
      waiting.push(...cutter.push(text));
      read += text.length;
      if (!table.hasHeader && waiting.length < HEADER_OBJECTS && read * 4 < limits.pendingCharacters) continue;
      yield* table.rows(waiting);
      waiting = [];
    }
    waiting.push(...cutter.end());
    yield* table.rows(waiting);
    if (!table.hasHeader) throw refuseFile("file-empty");
  }

  return { format: `${kind}, ${found.encoding}`, chunks, notes: () => table.notes() };
}

class ObjectTable {
  readonly #limits: ReadLimits;
  readonly #late = new RowTally();
  #columns: Map<string, number> | null = null;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  get hasHeader(): boolean {
    return this.#columns !== null;
  }

  *rows(pieces: readonly JsonPiece[]): Generator<readonly RawRow[]> {
    if (pieces.length === 0) return;
    const parsed = pieces.map((piece) => ({ piece, object: parseObject(piece.text) }));
    const columns = this.#columns ?? this.#makeHeader(parsed.map((entry) => entry.object));
    if (!this.#columns) {
      this.#columns = columns;
      yield [{ row: 0, cells: [...columns.keys()].map(textCell) }];
    }
    const rows = parsed.map(({ piece, object }) => this.#row(piece, object, columns));
    for (let at = 0; at < rows.length; at += this.#limits.chunkRows) yield rows.slice(at, at + this.#limits.chunkRows);
  }

  notes(): TableNote[] {
    return this.#late.note(
      "keys-not-read",
      `前 ${HEADER_OBJECTS} 个对象中没有的键未读取`,
      `Keys absent from the first ${HEADER_OBJECTS} objects were not read`,
    );
  }

  #makeHeader(objects: readonly (JsonObject | null)[]): Map<string, number> {
    const columns = new Map<string, number>();
    for (const object of objects.slice(0, HEADER_OBJECTS)) {
      for (const key of object?.keys() ?? []) if (!columns.has(key)) columns.set(key, columns.size);
    }
    if (columns.size === 0) throw refuseFile("json-damaged", { row: 1 });
    if (columns.size > this.#limits.columns) {
      throw refuseFile("too-many-columns", { row: 1, limit: this.#limits.columns, cell: "JSON" });
    }
    return columns;
  }

  #row(piece: JsonPiece, object: JsonObject | null, columns: ReadonlyMap<string, number>): RawRow {
    if (!object) return { row: piece.row, cells: [errorCell(piece.text)], notJson: true };
    const cells: RawCell[] = Array.from({ length: columns.size }, () => EMPTY_CELL);
    let late = false;
    for (const [key, value] of object) {
      const column = columns.get(key);
      if (column === undefined) late = true;
      else cells[column] = jsonCell(value);
    }
    if (late) this.#late.add(piece.row);
    return { row: piece.row, cells };
  }
}

/** Values of one object; numbers as they are written, since a double would lose the end of an 18-digit code. */
type JsonObject = ReadonlyMap<string, JsonValue>;
type JsonValue = string | boolean | null | { readonly digits: string } | { readonly nested: string };

/** null for anything that is no JSON object. */
function parseObject(text: string): JsonObject | null {
  let value: unknown;
  try {
    value = /[\d.]{16}|\d[eE]/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return null; // told as an error cell of that row
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Digits) return null;
  const entries: [string, JsonValue][] = [];
  for (const [key, field] of Object.entries(value)) entries.push([key, toJsonValue(field)]);
  return new Map(entries);
}

class Digits {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

/** Reviver (ECMAScript "JSON.parse source text access"): a number becomes the digits that stood in the file. */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" ? new Digits(context?.source ?? String(value)) : value;
}

function toJsonValue(value: unknown): JsonValue {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return { digits: String(value) };
  if (value instanceof Digits) return { digits: value.digits };
  return { nested: Array.isArray(value) ? "[…]" : "{…}" }; // not written out: it may be nested 100,000 deep
}

function jsonCell(value: JsonValue): RawCell {
  if (value === null) return EMPTY_CELL;
  if (typeof value === "string") return textCell(value);
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", kind: "boolean" };
  if ("digits" in value) return { text: expandExponent(value.digits), kind: "number" };
  return errorCell(value.nested);
}

function errorCell(text: string): RawCell {
  return { text: storableText(cutText(text, 200)), kind: "error" };
}
