import type { Finding } from "../../kernel/finding.ts";
import type { KeyedRow } from "./annotate/repair-tally.ts";
import { fromDayNumber, type LocalDate } from "../../kernel/time.ts";
import { foldName, identifierKey, OTHER_SCHEMES, type OtherIdentifier } from "#subjects";

const HASH_BYTES = 32;

/**
 * Good rows of one step of reading, column by column, as they cross from the reader thread: bytes lie in blocks that are
 * handed over without a copy, so that hashing and canonical text cost nothing on the thread that talks to the database.
 */
export interface PreparedColumns {
  readonly count: number;
  readonly rows: Int32Array<ArrayBuffer>;
  /** SHA-256 over item, source and key fields; 32 bytes a row. */
  readonly naturalKeys: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the payload; 32 bytes a row. */
  readonly contentHashes: Uint8Array<ArrayBuffer>;
  /** RFC 8785 canonical JSON in UTF-8, one behind the other; identity numbers only as keyed hash and masked form. */
  readonly payloads: Uint8Array<ArrayBuffer>;
  /** Where each payload ends. */
  readonly payloadEnds: Uint32Array<ArrayBuffer>;
  /** Days since 1970-01-01. */
  readonly decisionDays: Int32Array<ArrayBuffer>;
  /** Since when the name of the row holds, in the same days. */
  readonly nameDays: Int32Array<ArrayBuffer>;
  /** 1 where the row concerns a natural person. */
  readonly persons: Uint8Array<ArrayBuffer>;
  /** JSON of the identity numbers in clear, to be sealed before it touches the database. */
  readonly identities: readonly (string | null)[];
  readonly sourceBodies: readonly string[];
  readonly usccs: readonly (string | null)[];
  /** Numbers of the subject beside its credit code. */
  readonly identifiersBeside: readonly (readonly OtherIdentifier[] | null)[];
  readonly subjectNames: readonly string[];
  readonly operators: readonly (string | null)[];
  readonly documentNumbers: readonly string[];
  /** What downstream modules worked out about the rows in the reader thread; opaque to ingest. */
  readonly annotations: readonly unknown[];
}

/** One good row, ready to be filed: a view of its place in the columns. */
export class PreparedRow {
  readonly at: number;
  readonly #columns: PreparedColumns;
  #folded: string | null = null;

  constructor(columns: PreparedColumns, at: number) {
    this.#columns = columns;
    this.at = at;
  }

  get row(): number {
    return this.#columns.rows[this.at] ?? 0;
  }

  get naturalKey(): Uint8Array {
    return this.#columns.naturalKeys.subarray(this.at * HASH_BYTES, (this.at + 1) * HASH_BYTES);
  }

  get contentHash(): Uint8Array {
    return this.#columns.contentHashes.subarray(this.at * HASH_BYTES, (this.at + 1) * HASH_BYTES);
  }

  get payload(): Uint8Array {
    const { payloads, payloadEnds } = this.#columns;
    return payloads.subarray(this.at === 0 ? 0 : payloadEnds[this.at - 1], payloadEnds[this.at]);
  }

  get payloadText(): string {
    return Buffer.from(this.payload).toString("utf8");
  }

  get identity(): string | null {
    return this.#columns.identities[this.at] ?? null;
  }

  get sourceBody(): string {
    return this.#columns.sourceBodies[this.at] ?? "";
  }

  get uscc(): string | null {
    return this.#columns.usccs[this.at] ?? null;
  }

  get identifiers(): readonly OtherIdentifier[] | null {
    return this.#columns.identifiersBeside[this.at] ?? null;
  }

  /** Since when the name holds, in days since 1970: a text is made of it only where it is needed. */
  get nameDay(): number {
    return this.#columns.nameDays[this.at] ?? 0;
  }

  get nameDate(): LocalDate {
    return fromDayNumber(this.nameDay);
  }

  /** The name folded for comparison; worked out once. */
  get folded(): string {
    return (this.#folded ??= foldName(this.subjectName));
  }

  get subjectName(): string {
    return this.#columns.subjectNames[this.at] ?? "";
  }

  get operator(): string | null {
    return this.#columns.operators[this.at] ?? null;
  }

  get decisionDate(): LocalDate {
    return fromDayNumber(this.#columns.decisionDays[this.at] ?? 0);
  }

  get documentNumber(): string {
    return this.#columns.documentNumbers[this.at] ?? "";
  }

  /** Concerns a natural person: waits as held. */
  get isPerson(): boolean {
    return this.#columns.persons[this.at] === 1;
  }

  get annotation(): unknown {
    return this.#columns.annotations[this.at];
  }
}

/** Numbers by which rows without a credit code may be attached, each once. */
export function numbersWithoutCode({ usccs, identifiersBeside }: PreparedColumns): OtherIdentifier[] {
  const numbers = new Map<string, OtherIdentifier>();
  for (const [at, identifiers] of identifiersBeside.entries()) {
    if (identifiers === null || usccs[at] !== null) continue;
    for (const one of identifiers) if (OTHER_SCHEMES[one.scheme]) numbers.set(identifierKey(one), one);
  }
  return [...numbers.values()];
}

/** What one step of reading gave. */
export interface JudgedChunk {
  readonly prepared: PreparedColumns;
  readonly findings: readonly Finding[];
  /** Rows judged in this chunk, good and bad. */
  readonly rows: number;
  /** Rows judged bad. */
  readonly rejected: number;
  /** Rows that carry the key of an annotated file. */
  readonly keyed: readonly KeyedRow[];
}

/** What the reader says when the table has ended. */
export interface TableEnd {
  /** E.g. "csv, gb18030" or "xlsx, sheet 行政许可". */
  readonly format: string;
  /** What was skipped or read otherwise than one might think: title rows, total rows, hidden sheets. */
  readonly notes: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/** The blocks of a chunk that change hands with it. */
export function blocksOf({ prepared }: JudgedChunk): ArrayBuffer[] {
  const { rows, naturalKeys, contentHashes, payloads, payloadEnds, decisionDays, nameDays, persons } = prepared;
  return [rows, naturalKeys, contentHashes, payloads, payloadEnds, decisionDays, nameDays, persons].map(
    (block) => block.buffer,
  );
}
