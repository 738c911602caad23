import type { BatchId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";

/**
 * Why a version exists. `first`: the record came in. `correction`: its source sent it again with other content.
 * `withdrawal`: its source took it back; the content stays as it was, nobody but those with a right sees it.
 * `rehoming`: it was filed under the wrong subject and stands elsewhere now.
 */
export type VersionCause = "first" | "correction" | "withdrawal" | "rehoming";

/** What a commitment binds. Written as RFC 8785 canonical JSON; payload is canonical JSON already. */
export interface Envelope {
  readonly batch: BatchId | null;
  readonly cause: VersionCause;
  readonly changedFields: readonly string[];
  readonly edition: number;
  readonly item: string;
  readonly knownFrom: Instant;
  readonly naturalKey: string;
  /** Canonical JSON text of the payload. */
  readonly payload: string;
  readonly record: RecordId;
  readonly row: number | null;
  readonly sourceBody: string;
  readonly subject: SubjectId;
  readonly version: number;
}

/** One version on its way into the store, content and provenance together. */
export interface NewVersion {
  readonly envelope: Envelope;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  readonly documentFolded: string;
  /** Hex SHA-256 of the canonical payload. */
  readonly contentHash: string;
  readonly sealed: Buffer | null;
  /** Why, in the words of whoever took it back; only for withdrawals. */
  readonly reason?: string;
}

/** The newest version of a record, as far as intake needs it to tell a duplicate from a correction. */
export interface RecordHead {
  readonly naturalKey: string;
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  readonly contentHash: string;
  readonly batchId: BatchId;
  readonly state: "active" | "withdrawn" | "rehomed";
}
