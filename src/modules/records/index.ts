/**
 * Append-only versions of records.
 * Owns `records`, `record_keys`, `record_versions`, `version_contents`. Promises: no version is changed or removed; each
 * names its batch and row, its catalogue edition and the commitment of its content. Refuses: a version without
 * provenance, a version on a stale predecessor, a correction or withdrawal by hand that one person made alone, to make active again what was withdrawn, content to the public by way of history.
 */
export { canonicalEnvelope, commitmentOf } from "./commitment.ts";
export { changedFields } from "./record.rules.ts";
export { correctRecord, type CorrectRecord } from "./correct-record.ts";
export type { Amendment, Envelope, NewVersion, RecordHead, VersionCause, VersionOrigin } from "./record.ts";
export { findRecordOfKey } from "./record-keys.store.ts";
export { findHeadPayloads, findHeads, insertVersions, type FoundHeads } from "./records.store.ts";
export {
  listTouchedBodies,
  streamDocumentNumbers,
  type BodyItem,
  type NumberOnFile,
} from "./document-numbers.store.ts";
export { findActiveRecords, findRecordPlace } from "./find-records.store.ts";
export { historyOf, listCarriedNames, listVersionsOfSubject } from "./record-history.store.ts";
export type { RecordVersion } from "./record-history.store.ts";
export { recordProblem } from "./records.problems.ts";
export { withdrawRecord, type WithdrawRecord } from "./withdraw-record.ts";
export { mergeSubjects, splitSubject, undoMove, type MoveContext, type Parts } from "./move-parts.ts";
export { rehomeRecords, versionFrom } from "./rehome-records.ts";
export { findHead, findHeadOfKey, findVersionBefore, listHeadsByJudgement, type FullHead } from "./rehoming.store.ts";
export type {
  AppendedVersion,
  ChangeSet,
  DuplicateSet,
  FiledBatch,
  OnBatchFiled,
  OnDuplicates,
  OnRecordsRehomed,
  OnVersionsAppended,
  RehomedRecords,
} from "./change-set.ts";
