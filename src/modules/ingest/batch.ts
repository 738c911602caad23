import type { ChangeSet } from "#records";
import type { BatchId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import type { Instant } from "../../kernel/time.ts";
import type { CauseSeverity } from "./cause-tally.ts";

/**
 * States of a batch.
 * - `received`: the raw file is kept, nobody reads it yet. Leads to `reading`.
 * - `reading` → `checking` → `merging`: a worker holds a lease. A dead worker's batch starts again from its raw file.
 * - `done`: committed as a whole; counts add up. `refused`: the file as such is unusable, nothing was taken.
 * - `failed`: given up after repeated technical failure; nothing was taken, the raw file is kept.
 */
export type BatchState = "received" | "reading" | "checking" | "merging" | "done" | "refused" | "failed";

export interface BatchCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly changed: number;
  readonly duplicates: number;
  /** Rows that wait, those on natural persons (`held`) among them. */
  readonly review: number;
  readonly held: number;
  readonly rejected: number;
}

/** What became of an earlier batch's problems: rows that failed or waited there, of these known again, and solved. */
export interface RepairResult {
  readonly problems: number;
  readonly recognised: number;
  readonly solved: number;
}

/** The rejected rows of a batch by where they stand now; the counts add up to `rejected`. */
export interface RejectedRows {
  /** Nobody has dealt with these yet. */
  readonly open: number;
  /** Handed in again; the batch that carries them is worked on. */
  readonly underWay: number;
  /** Handed in again and taken, or taken into review. */
  readonly repaired: number;
  /** Handed in again and rejected again: they stand open in the batch that carried them last. */
  readonly refusedAgain: number;
  /** Explained by a standard answer. */
  readonly explained: number;
}

/** One file or body that was handed in, as its receipt tells. */
export interface Batch {
  readonly batchId: BatchId;
  readonly item: string;
  readonly edition: number;
  readonly profile: string | null;
  readonly sourceBody: string | null;
  readonly fileName: string;
  /** Hex. */
  readonly contentSha256: string;
  readonly bytes: number;
  readonly attested: boolean;
  /** The uploader says that the decisions are not served yet: filed and held. */
  readonly unserved: boolean;
  readonly uploadedBy: string;
  /** Code of the body for which the uploader acted; null for the machine's own key. */
  readonly body: string | null;
  readonly receivedAt: Instant;
  readonly state: BatchState;
  /** The worker's lease has run out: the batch waits to be taken up anew. */
  readonly interrupted: boolean;
  readonly progress: { readonly rowsRead: number; readonly rowsFiled: number };
  readonly counts: BatchCounts | null;
  readonly seconds: number | null;
  readonly format: string | null;
  readonly notes: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  /** What became of the filed rows: "public", or the reason of a hold, to its count. */
  readonly publication: Readonly<Record<string, number>>;
  readonly refusal: Refusal | null;
  /** The batch whose annotated file came back as this one, and how much of it is solved. */
  readonly repairs: BatchId | null;
  readonly repair: RepairResult | null;
  /** The batch whose raw file holds the rows that this one corrects; null for a file of its own. */
  readonly tableOf: BatchId | null;
  /** What became of its rejected rows since; null until it is done. */
  readonly rejectedRows: RejectedRows | null;
  readonly finishedAt: Instant | null;
}

/** Why a file as a whole was refused. */
export interface Refusal {
  readonly code: string;
  readonly message: Text;
  readonly remedy: Text;
}

export interface BatchCause {
  readonly cause: number;
  readonly code: string;
  readonly severity: CauseSeverity;
  readonly field: string | null;
  readonly column: string | null;
  readonly message: Text;
  readonly remedy: Text;
  readonly total: number;
  /** Runs of row numbers, e.g. [[2, 2], [5, 9]]; always complete. */
  readonly rows: readonly (readonly [number, number])[];
  readonly samples: readonly { readonly row: number; readonly value: string }[];
}

/** One finding of the full report. */
export interface BatchFinding {
  readonly row: number;
  readonly cause: number;
  readonly value: string;
}

/** Who said of a batch's decisions, and when, that they are not served yet; null where nobody did. */
export function unservedOf({ unserved, uploadedBy, receivedAt }: Batch): ChangeSet["unserved"] {
  return unserved ? { by: uploadedBy, at: receivedAt } : null;
}
