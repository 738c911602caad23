import type { Finding } from "../../kernel/finding.ts";
import type { KeyedRow } from "./annotate/repair-tally.ts";
import type { LocalDate } from "../../kernel/time.ts";

/**
 * A row that was judged good, ready to be filed: made in the reader thread, so that hashing and canonical text cost
 * nothing on the thread that talks to the database. Everything in it survives a structured clone.
 */
export interface PreparedRow {
  readonly row: number;
  /** Hex SHA-256 over item, source body and key fields. */
  readonly naturalKey: string;
  /** Hex SHA-256 of `payload`. */
  readonly contentHash: string;
  /** RFC 8785 canonical JSON of the values; identity numbers only as keyed hash and masked form. */
  readonly payload: string;
  /** JSON of the identity numbers in clear, to be sealed before it touches the database; null when there are none. */
  readonly identity: string | null;
  readonly sourceBody: string;
  readonly uscc: string | null;
  readonly subjectName: string;
  readonly category: string | null;
  readonly operator: string | null;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  /** Concerns a natural person: waits as held. */
  readonly isPerson: boolean;
  /** What downstream modules worked out about the row in the reader thread; opaque to ingest. */
  readonly annotation: unknown;
}

/** What one step of reading gave. */
export interface JudgedChunk {
  readonly prepared: readonly PreparedRow[];
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
