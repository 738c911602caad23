import { hash } from "node:crypto";
import type { Finding } from "../../kernel/finding.ts";
import { dayNumber, type LocalDate } from "../../kernel/time.ts";
import type { OtherIdentifier } from "#subjects";
import type { KeyedRow } from "./annotate/repair-tally.ts";
import { readRowKey, type RowKey } from "./annotate/row-key.ts";
import type { JudgedChunk } from "./prepared-row.ts";

const HASH_BYTES = 32;
const FIRST_PAYLOAD_BYTES = 1 << 21;

/** One good row on its way into a chunk. */
export interface BuiltRow {
  readonly row: number;
  readonly naturalKey: Uint8Array;
  /** Canonical JSON. */
  readonly payload: string;
  readonly identity: string | null;
  readonly sourceBody: string;
  readonly uscc: string | null;
  /** Numbers of the subject beside its credit code; null where the row gives none. */
  readonly identifiers: readonly OtherIdentifier[] | null;
  readonly subjectName: string;
  /** Since when the name holds: day of approval of a registration, else the day of decision. */
  readonly nameDate: LocalDate;
  readonly operator: string | null;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  readonly isPerson: boolean;
  readonly annotation: unknown;
}

/** Gathers judged rows into the blocks of a chunk, in the reader thread. */
export class ChunkBuilder {
  rows = 0;
  rejected = 0;
  readonly #findings: Finding[] = [];
  readonly #keyed: KeyedRow[] = [];
  readonly #numbers: Int32Array<ArrayBuffer>;
  readonly #keys: Uint8Array<ArrayBuffer>;
  readonly #hashes: Uint8Array<ArrayBuffer>;
  readonly #ends: Uint32Array<ArrayBuffer>;
  readonly #days: Int32Array<ArrayBuffer>;
  readonly #nameDays: Int32Array<ArrayBuffer>;
  readonly #persons: Uint8Array<ArrayBuffer>;
  #payloads = Buffer.allocUnsafeSlow(FIRST_PAYLOAD_BYTES);
  #end = 0;
  #count = 0;
  readonly #identities: (string | null)[] = [];
  readonly #sourceBodies: string[] = [];
  readonly #usccs: (string | null)[] = [];
  readonly #identifiers: (readonly OtherIdentifier[] | null)[] = [];
  readonly #subjectNames: string[] = [];
  readonly #operators: (string | null)[] = [];
  readonly #documentNumbers: string[] = [];
  readonly #annotations: unknown[] = [];

  /** `capacity`: most rows that will be added. */
  constructor(capacity: number) {
    this.#numbers = new Int32Array(capacity);
    this.#keys = new Uint8Array(capacity * HASH_BYTES);
    this.#hashes = new Uint8Array(capacity * HASH_BYTES);
    this.#ends = new Uint32Array(capacity);
    this.#days = new Int32Array(capacity);
    this.#nameDays = new Int32Array(capacity);
    this.#persons = new Uint8Array(capacity);
  }

  /** Notes a row that carries the key of an annotated file. */
  takeKey(row: number, text: string, secret: Uint8Array): void {
    const key = text === "" ? null : readRowKey(secret, text);
    if (key) this.keepKey(row, key);
  }

  /** Notes which earlier row a row is again. */
  keepKey(row: number, key: RowKey): void {
    this.#keyed.push({ row, key });
  }

  /** Rows that could not even be told apart in the file. */
  takeBroken(findings: readonly Finding[]): void {
    this.rows += findings.length;
    this.rejected += findings.length;
    this.find(findings);
  }

  find(findings: readonly Finding[]): void {
    for (const finding of findings) this.#findings.push(finding);
  }

  add(row: BuiltRow): void {
    const at = this.#count++;
    this.#numbers[at] = row.row;
    this.#keys.set(row.naturalKey, at * HASH_BYTES);
    const start = this.#end;
    this.#writePayload(row.payload);
    this.#hashes.set(hash("sha256", this.#payloads.subarray(start, this.#end), "buffer"), at * HASH_BYTES);
    this.#ends[at] = this.#end;
    this.#days[at] = dayNumber(row.decisionDate);
    this.#nameDays[at] = row.nameDate === row.decisionDate ? (this.#days[at] ?? 0) : dayNumber(row.nameDate);
    this.#persons[at] = row.isPerson ? 1 : 0;
    this.#identities.push(row.identity);
    this.#sourceBodies.push(row.sourceBody);
    this.#usccs.push(row.uscc);
    this.#identifiers.push(row.identifiers);
    this.#subjectNames.push(row.subjectName);
    this.#operators.push(row.operator);
    this.#documentNumbers.push(row.documentNumber);
    this.#annotations.push(row.annotation);
  }

  build(): JudgedChunk {
    const count = this.#count;
    const prepared = {
      count,
      rows: this.#numbers.subarray(0, count),
      naturalKeys: this.#keys.subarray(0, count * HASH_BYTES),
      contentHashes: this.#hashes.subarray(0, count * HASH_BYTES),
      payloads: this.#payloads.subarray(0, this.#end),
      payloadEnds: this.#ends.subarray(0, count),
      decisionDays: this.#days.subarray(0, count),
      nameDays: this.#nameDays.subarray(0, count),
      persons: this.#persons.subarray(0, count),
      identities: this.#identities,
      sourceBodies: this.#sourceBodies,
      usccs: this.#usccs,
      identifiersBeside: this.#identifiers,
      subjectNames: this.#subjectNames,
      operators: this.#operators,
      documentNumbers: this.#documentNumbers,
      annotations: this.#annotations,
    };
    return { prepared, findings: this.#findings, rows: this.rows, rejected: this.rejected, keyed: this.#keyed };
  }

  #writePayload(payload: string): void {
    const room = this.#end + payload.length * 3;
    if (room > this.#payloads.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(room, this.#payloads.length * 2));
      this.#payloads.copy(larger, 0, 0, this.#end);
      this.#payloads = larger;
    }
    this.#end += this.#payloads.write(payload, this.#end, "utf8");
  }
}
