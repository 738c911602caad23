import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { PgConnection } from "./pg-driver.ts";
import type { Tx } from "./types.ts";

/** A value that a column cannot take, found before it reaches the database. Row and column are named, not the value. */
export class CopyValueError extends Error {
  readonly column: string;
  /** Counted from 0 in the order of the rows given. */
  readonly index: number;

  constructor(column: string, index: number, reason: string) {
    super(`row ${index}, column ${column}: ${reason}`);
    this.name = "CopyValueError";
    this.column = column;
    this.index = index;
  }
}

const FLUSH_CHARACTERS = 65_536;

/**
 * Streams rows into a table by COPY inside the transaction and gives their number. Reads no faster than the database
 * takes. `table` may carry a schema ("mingxin.batches").
 * @throws CopyValueError for NUL characters, half surrogates, non-finite numbers and rows of a wrong width.
 */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
  const target = `${table.split(".").map(quoted).join(".")} (${columns.map(quoted).join(", ")})`;
  return tx.getExecutor().provideConnection(async (connection) => {
    if (!(connection instanceof PgConnection)) throw new Error("COPY needs a connection opened by openDatabase");
    const stream = connection.client.query(copyFrom(`COPY ${target} FROM STDIN`));
    await pipeline(Readable.from(encodeRows(columns, rows), { objectMode: true, highWaterMark: 2 }), stream);
    return stream.rowCount;
  });
}

/** The rows in COPY's text format (PostgreSQL manual, COPY, "Text Format"), in portions of about 64 KiB. */
export async function* encodeRows(
  columns: readonly string[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): AsyncGenerator<Buffer> {
  let text = "";
  let index = 0;
  for await (const row of rows) {
    if (row.length !== columns.length) {
      throw new CopyValueError("*", index, `${row.length} values for ${columns.length} columns`);
    }
    for (let column = 0; column < row.length; column++) {
      if (column > 0) text += "\t";
      text += encodeValue(row[column], columns[column] ?? "", index);
    }
    text += "\n";
    index += 1;
    if (text.length >= FLUSH_CHARACTERS) {
      yield Buffer.from(text, "utf8");
      text = "";
    }
  }
  if (text !== "") yield Buffer.from(text, "utf8");
}

function encodeValue(value: unknown, column: string, index: number): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(checkedText(value, column, index));
  if (value instanceof Uint8Array) {
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
  }
  if (Array.isArray(value)) return escaped(arrayLiteral(value, column, index));
  return scalarText(value, column, index);
}

function scalarText(value: unknown, column: string, index: number): string {
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  throw new CopyValueError(column, index, `a ${typeof value} has no form in COPY; give its text`);
}

function arrayLiteral(values: readonly unknown[], column: string, index: number): string {
  const entries = values.map((value) => {
    if (value === null || value === undefined) return "NULL";
    if (typeof value !== "string") return scalarText(value, column, index);
    return `"${checkedText(value, column, index).replaceAll(/["\\]/g, "\\$&")}"`;
  });
  return `{${entries.join(",")}}`;
}

function checkedText(text: string, column: string, index: number): string {
  if (text.includes("\0"))
    throw new CopyValueError(column, index, "contains the character NUL, which PostgreSQL text cannot hold");
  if (!text.isWellFormed())
    throw new CopyValueError(column, index, "contains half of a surrogate pair, which is no character");
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
    : text;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
