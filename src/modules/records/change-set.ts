import type { Actor } from "../../kernel/actor.ts";
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

/** Versions appended in one step, all known from the same moment. */
export interface ChangeSet {
  /** Null where people changed a record by hand. */
  readonly batchId: BatchId | null;
  readonly knownFrom: Instant;
  /** Who said, and when, that the decisions of the batch are not served yet; null where nobody did. */
  readonly unserved: { readonly by: string; readonly at: Instant } | null;
  readonly versions: readonly AppendedVersion[];
}

/** A row that its record has already, word for word; by its natural key, since nothing of it is filed. */
export interface DuplicateRow {
  readonly naturalKey: Uint8Array;
  readonly annotation: unknown;
}

/** Rows of an attested batch that change no record: what the sender vouches for may still decide something. */
export interface DuplicateSet {
  readonly batchId: BatchId;
  readonly knownFrom: Instant;
  readonly actor: Actor;
  readonly rows: readonly DuplicateRow[];
}

/** Called in the batch's transaction, as {@link OnVersionsAppended} is. */
export type OnDuplicates = (tx: Tx, duplicates: DuplicateSet) => Promise<Readonly<Record<string, number>>>;

/** A batch whose rows are all filed, in the last moments of its transaction. */
export interface FiledBatch {
  readonly item: string;
  /** The moment that its versions carry: when the transaction began. */
  readonly knownFrom: Instant;
  /** The moment that counts as the end of the filing; the batch's finished_at. */
  readonly filedAt: Instant;
}

/** Called once a batch, last of all. */
export type OnBatchFiled = (tx: Tx, batch: FiledBatch) => Promise<void>;

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
