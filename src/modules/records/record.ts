import type { Actor } from "../../kernel/actor.ts";
import type { BatchId, JudgementId, ProceedingId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";

/**
 * Why a version exists. `first`: the record came in. `correction`: its source sent it again with other content,
 * or two of its people corrected it by hand. `withdrawal`: its source took it back; the content stays as it was, nobody but those with a right sees it.
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
  /** Hex. */
  readonly naturalKey: string;
  /** Canonical JSON text of the payload. */
  readonly payload: string;
  readonly record: RecordId;
  readonly row: number | null;
  readonly sourceBody: string;
  readonly subject: SubjectId;
  readonly version: number;
}

/** By what two people change a record by hand: one proposes, the other, who records the version, decides. */
export interface Amendment {
  readonly proceedingId: ProceedingId;
  readonly proposedBy: string;
  /** Entry of data/rules/amendment-grounds.json. */
  readonly ground: string;
}

/** What all versions appended in one step share. */
export interface VersionOrigin {
  readonly item: string;
  readonly edition: number;
  readonly batchId: BatchId | null;
  readonly knownFrom: Instant;
  readonly actor: Actor;
  /** Where people made them, who did; a file's versions have none. */
  readonly amendment?: Amendment;
}

/** One version on its way into the store, content and provenance together. */
export interface NewVersion {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  readonly cause: VersionCause;
  readonly changedFields: readonly string[];
  readonly sourceBody: string;
  /** SHA-256 over item, source and key fields. */
  readonly naturalKey: Uint8Array;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  readonly documentFolded: string;
  /** SHA-256 of the canonical payload. */
  readonly contentHash: Uint8Array;
  /** RFC 8785 canonical JSON of the values, UTF-8; identity numbers only as keyed hash and masked form. */
  readonly payload: Uint8Array;
  readonly row: number | null;
  /** Identity numbers in clear, sealed; null when there are none. */
  readonly sealed: Uint8Array | null;
  /** Why, in the words of whoever took it back or moved it; null for what a source sent. */
  readonly reason: string | null;
  /** The judgement by which a person filed or moved it; null where a machine filed it. */
  readonly judgementId: JudgementId | null;
}

/** The newest version of a record, as far as intake needs it to tell a duplicate from a correction. */
export interface RecordHead {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  readonly state: "active" | "withdrawn" | "rehomed";
}
