/**
 * Intake: from a file to filed rows and a receipt.
 * Gives the file back annotated, and knows it again when it comes back corrected.
 * Owns `batches`, `batch_causes`, `batch_findings`, `waiting_rows`, `row_repairs`, `row_explanations`, the sealed raw files.
 * Promises: one bad row never sinks a batch; a batch commits as a whole or not at all; the same content twice changes
 * nothing and says so; every row is counted, accepted + changed + duplicates + review + rejected = rows; whatever was
 * read otherwise than written is told; whoever judges a waiting row files it;
 * a rejected row stands open in one place until it is repaired or explained. Refuses: to guess a subject, to show rows on natural persons, hostile files.
 */
export { serveAnnotation } from "./annotate/annotation-port.ts";
export type { AnnotateRequest } from "./annotate/annotation.ts";
export type { Batch } from "./batch.ts";
export { JudgePool } from "./judge-pool.ts";
export { blocksOf } from "./prepared-row.ts";
export { judgeTable, type Annotate } from "./judge-table.ts";
export type { JudgeMessage, JudgeRequest } from "./judge-stream.ts";
export { registerIngestRoutes } from "./ingest.routes.ts";
export { onRehomedCountWaiting } from "./follow-rehomed.ts";
export { registerJudgementRoutes } from "./judgement.routes.ts";
export type { JudgingRuntime } from "./judging-runtime.ts";
export { ingestProblem } from "./ingest.problems.ts";
export { listWaitingBatches } from "./list-waiting-batches.ts";
export { hasFiledBatches, isEmptyRegister } from "./is-empty-register.ts";
export { receiveBatch } from "./receive-batch.ts";
export {
  countReportedRows,
  listReportedBatches,
  type ReportedBatch,
  type ReportedCounts,
  type ReportedFilter,
} from "./reported-rows.store.ts";
export { sweepRawFiles } from "./sweep-raw-files.ts";
export { runBatch, type IngestRuntime } from "./run-batch.ts";
export { loadRowAnswers, type RowAnswers } from "./repair/row-answers.ts";
