/**
 * What people do to single records by hand: try a row while it is typed, correct and withdraw what their body reported.
 * Owns `record_amendments` (what was proposed; its state stands in proceedings). Promises: a row is tried by the very code
 * that files it, and nothing is kept of it; a proposal names the version that was looked at, is judged as intake would, and
 * has its effect in the transaction of the deciding step; a corrected record stays the same record under its new key.
 * Refuses: a change that one person makes alone, to another body's record, on a version that has moved, or to another party.
 */
export { loadGrounds, type Ground } from "./ground.ts";
export type { EntryRuntime } from "./entry-runtime.ts";
export { entryProblem } from "./entry.problems.ts";
export { listFiledRecords } from "./filed-records.store.ts";
export { proposeCorrection, proposeWithdrawal } from "./propose-amendment.ts";
export { registerAmendmentRoutes } from "./amendments.routes.ts";
export { registerFiledRecordRoutes } from "./filed-records.routes.ts";
export { registerProposalRoutes } from "./proposals.routes.ts";
export { registerTrialRoutes } from "./trial.routes.ts";
