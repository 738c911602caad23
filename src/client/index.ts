/**
 * The client of the API at /api/v1, as the desk and anybody else with a browser uses it. Types come from the API's own
 * description (`npm run generate`). Promises: whatever the API refuses is thrown as an ApiProblem. Refuses: knowledge of
 * the server beyond its description.
 */
import { ApiProblem } from "./api-problem.ts";
import { take, type Api, type Get } from "./call-api.ts";

export { ApiProblem } from "./api-problem.ts";
export { openApi, settle, take } from "./call-api.ts";
export { endSession, giveSecondFactor, readSession, setPassword, signIn, type Session } from "./session.ts";
export { isStopped } from "./send-bytes.ts";
export { sendDocument } from "./send-document.ts";
export { sendFile } from "./send-file.ts";

export type Batch = Get<"/api/v1/batches/{batchId}">;
export type BatchState = Batch["state"];
export type BatchErrors = Get<"/api/v1/batches/{batchId}/errors">;
export type BatchCause = BatchErrors["causes"][number];
export type CatalogueEntry = Get<"/api/v1/catalogue">["items"][number];
export type CatalogueItem = Get<"/api/v1/catalogue/{item}">;
export type BodyEntry = Get<"/api/v1/bodies">["items"][number];
export type ReviewSummary = Get<"/api/v1/reviews">["items"][number];
export type Review = Get<"/api/v1/reviews/{key}">;
export type Candidate = Get<"/api/v1/reviews/{key}/candidates">["items"][number];
export type Judgement = Get<"/api/v1/judgements">["items"][number];
export type Person = Get<"/api/v1/people">["items"][number];
export type AccessChange = Get<"/api/v1/access-changes">["items"][number];
export type ApiKey = Get<"/api/v1/keys">["items"][number];
export type AuditEntry = Get<"/api/v1/audit">["items"][number];
export type RecordClock = Get<"/api/v1/records/{recordId}/clock">;
export type RecordDocuments = Get<"/api/v1/records/{recordId}/documents">;
export type RecordDocument = RecordDocuments["items"][number];
export type HeldRecord = Get<"/api/v1/held-records">["items"][number];
export type TimelinessFigure = Get<"/api/v1/publicity/timeliness">["figures"][number];
export type TimelinessDecision = Get<"/api/v1/publicity/timeliness/decisions">["items"][number];

/** The causes of a batch's problems, without the rows. @throws ApiProblem */
export async function readCauses(api: Api, batchId: string): Promise<BatchErrors["causes"]> {
  const query = { format: "json" as const, limit: 1 };
  const answer = await take(api.GET("/api/v1/batches/{batchId}/errors", { params: { path: { batchId }, query } }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: the answer is described together with files of unknown content, but JSON was asked for
  return (answer as BatchErrors).causes;
}

/** Whether asking again may help: what the API refuses, it refuses the next time, too. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 502;
}
