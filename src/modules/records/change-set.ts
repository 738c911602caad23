import type { BatchId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** A version that was just appended, as downstream modules learn of it. */
export interface AppendedVersion {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  readonly item: string;
  readonly sourceBody: string;
  readonly decisionDate: LocalDate;
  /** What the module's own annotator said about the row; opaque to whoever appends. */
  readonly annotation: unknown;
}

/** Versions appended in one step of a batch, all known from the same moment. */
export interface ChangeSet {
  readonly batchId: BatchId;
  readonly knownFrom: Instant;
  readonly versions: readonly AppendedVersion[];
}

/** Called in the transaction that appended; what it throws undoes the batch. Gives back counts for the receipt. */
export type OnVersionsAppended = (tx: Tx, changes: ChangeSet) => Promise<Readonly<Record<string, number>>>;

/** Records that go from one subject to another, or (`to` null) back among the rows that wait. */
export interface RehomedRecords {
  readonly from: SubjectId;
  readonly to: SubjectId | null;
  readonly records: readonly RecordId[];
  readonly at: Instant;
}

/** Called in the transaction that moves records, before they move. Gives back counts of what follows them. */
export type OnRecordsRehomed = (tx: Tx, rehomed: RehomedRecords) => Promise<Readonly<Record<string, number>>>;
