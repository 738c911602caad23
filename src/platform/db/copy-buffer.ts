import { from as copyFrom } from "pg-copy-streams";
import { PgConnection } from "./pg-driver.ts";
import type { Tx } from "./types.ts";

/** A text that a column cannot take, found before it reaches the database. The row is named, not the value. */
export class CopyValueError extends Error {
  /** Counted from 0 in the order of the rows given. */
  readonly index: number;

  constructor(index: number, reason: string) {
    super(`row ${index}: ${reason}`);
    this.name = "CopyValueError";
    this.index = index;
  }
}

/** PGCOPY signature, flags, no extension (PostgreSQL manual, COPY, "Binary Format"). */
const HEADER = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const TRAILER = Buffer.from([0xff, 0xff]);
/** Days from 1970-01-01 to PostgreSQL's day 0, 2000-01-01. */
const DAY_ZERO = 10_957;
const JSONB_FORM = 1;
const OID_INT4 = 23;
const OID_TEXT = 25;

const HEX = new Uint8Array(128);
for (let digit = 0; digit < 16; digit++) HEX[digit.toString(16).charCodeAt(0)] = digit;

/**
 * Rows in COPY's binary format, built in place: several times as fast as the text format at both ends for rows with
 * hashes, ids and long texts. Call `row`, then one method per column in order; each method gives the buffer back.
 * @throws CopyValueError for NUL and half surrogates; a wrong number of columns is found by the server.
 */
export class CopyBuffer {
  rows = 0;
  #bytes: Buffer;
  #at = HEADER.length;

  constructor(capacity = 1 << 20) {
    this.#bytes = Buffer.allocUnsafe(Math.max(capacity, 64));
    HEADER.copy(this.#bytes);
  }

  /** Begins a row of so many columns. */
  row(columns: number): this {
    this.#room(2);
    this.#at = this.#bytes.writeInt16BE(columns, this.#at);
    this.rows += 1;
    return this;
  }

  null(): this {
    this.#room(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
    return this;
  }

  uuid(id: string): this {
    this.#room(20);
    let at = this.#bytes.writeInt32BE(16, this.#at);
    for (let sign = 0; sign < 36; sign += 2) {
      if (id.charCodeAt(sign) === 45) sign += 1;
      this.#bytes[at++] = ((HEX[id.charCodeAt(sign)] ?? 0) << 4) | (HEX[id.charCodeAt(sign + 1)] ?? 0);
    }
    this.#at = at;
    return this;
  }

  bytes(value: Uint8Array | null): this {
    if (value === null) return this.null();
    this.#room(4 + value.length);
    const at = this.#bytes.writeInt32BE(value.length, this.#at);
    this.#bytes.set(value, at);
    this.#at = at + value.length;
    return this;
  }

  text(value: string | null): this {
    if (value === null) return this.null();
    const fault = unfit(value);
    if (fault !== null) throw new CopyValueError(this.rows - 1, fault);
    this.#room(4 + value.length * 3);
    const written = this.#bytes.write(value, this.#at + 4, "utf8");
    this.#at = this.#bytes.writeInt32BE(written, this.#at) + written;
    return this;
  }

  int(value: number): this {
    this.#room(8);
    this.#at = this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(4, this.#at));
    return this;
  }

  boolean(value: boolean): this {
    this.#room(5);
    this.#at = this.#bytes.writeInt8(value ? 1 : 0, this.#bytes.writeInt32BE(1, this.#at));
    return this;
  }

  /** A date, as days since 1970-01-01; null is none. */
  day(dayNumber: number | null): this {
    return dayNumber === null ? this.null() : this.int(dayNumber - DAY_ZERO);
  }

  /** JSON text in UTF-8 for a jsonb column. */
  jsonb(json: Uint8Array | null): this {
    if (json === null) return this.null();
    this.#room(5 + json.length);
    let at = this.#bytes.writeInt32BE(json.length + 1, this.#at);
    at = this.#bytes.writeInt8(JSONB_FORM, at);
    this.#bytes.set(json, at);
    this.#at = at + json.length;
    return this;
  }

  ints(values: readonly number[]): this {
    this.#room(24 + values.length * 8);
    const start = this.#at;
    let at = this.#arrayHead(start + 4, values.length, OID_INT4);
    for (const value of values) at = this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(4, at));
    this.#bytes.writeInt32BE(at - start - 4, start);
    this.#at = at;
    return this;
  }

  texts(values: readonly string[]): this {
    this.#room(24);
    const start = this.#at;
    this.#at = this.#arrayHead(start + 4, values.length, OID_TEXT);
    for (const value of values) this.text(value);
    this.#bytes.writeInt32BE(this.#at - start - 4, start);
    return this;
  }

  /** Everything built so far as one COPY; the buffer must not be used afterwards. */
  finish(): Buffer {
    this.#room(TRAILER.length);
    TRAILER.copy(this.#bytes, this.#at);
    return this.#bytes.subarray(0, this.#at + TRAILER.length);
  }

  #arrayHead(from: number, length: number, oid: number): number {
    const dimensions = length === 0 ? 0 : 1;
    let at = this.#bytes.writeInt32BE(dimensions, from);
    at = this.#bytes.writeInt32BE(0, at); // no nulls
    at = this.#bytes.writeInt32BE(oid, at);
    if (dimensions === 0) return at;
    at = this.#bytes.writeInt32BE(length, at);
    return this.#bytes.writeInt32BE(1, at); // lower bound
  }

  #room(wanted: number): void {
    if (this.#at + wanted <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + wanted));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function unfit(text: string): string | null {
  if (text.includes("\0")) return "contains the character NUL, which PostgreSQL text cannot hold";
  return text.isWellFormed() ? null : "contains half of a surrogate pair, which is no character";
}

/** Sends built rows into a table inside the transaction and gives their number. */
export async function copyBuffer(tx: Tx, table: string, columns: readonly string[], rows: CopyBuffer): Promise<number> {
  if (rows.rows === 0) return 0;
  return tx.getExecutor().provideConnection(async (connection) => {
    if (!(connection instanceof PgConnection)) throw new Error("COPY needs a connection opened by openDatabase");
    const stream = connection.client.query(
      copyFrom(`COPY "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) FROM STDIN (FORMAT binary)`),
    );
    await new Promise<void>((resolve, reject) => {
      stream.once("error", reject);
      stream.once("finish", resolve);
      stream.end(rows.finish());
    });
    return stream.rowCount;
  });
}
