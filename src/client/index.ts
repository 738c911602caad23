/**
 * The client of the API at /api/v1, as the desk and anybody else with a browser uses it. Types come from the API's own
 * description (`npm run generate`). Promises: whatever the API refuses is thrown as an ApiProblem. Refuses: knowledge of
 * the server beyond its description.
 */
import { ApiProblem } from "./api-problem.ts";
import { take, type Answer, type Api, type Get } from "./call-api.ts";
import type { paths } from "./schema.ts";

export { ApiProblem } from "./api-problem.ts";
export { openApi, settle, take, type Api } from "./call-api.ts";
export { AuthenticatorRefusal, hasAuthenticators, makePasskey } from "./authenticator.ts";
export {
  beginSignOn,
  endSession,
  endSignOn,
  giveSecondFactor,
  readSession,
  readWays,
  setPassword,
  signIn,
  signInByPasskey,
  type Session,
  type SignOnAnswer,
} from "./session.ts";
export { isStopped } from "./send-bytes.ts";
export { sendDocument } from "./send-document.ts";
export { sendFile } from "./send-file.ts";

export type Batch = Get<"/api/v1/batches/{batchId}">;
export type BatchState = Batch["state"];
export type BatchErrors = Get<"/api/v1/batches/{batchId}/errors">;
export type BatchCause = BatchErrors["causes"][number];
export type BatchRows = Get<"/api/v1/batches/{batchId}/rows">;
export type BatchRow = BatchRows["items"][number];
export type BatchColumn = BatchRows["columns"][number];
export type CatalogueEntry = Get<"/api/v1/catalogue">["items"][number];
export type CatalogueItem = Get<"/api/v1/catalogue/{item}">;
export type BodyEntry = Get<"/api/v1/bodies">["items"][number];
export type FoundSubject = Get<"/api/v1/subjects">["items"][number];
type SubjectRecords = Get<"/api/v1/subjects/{subject}/records">["items"][number];
export type ArchivedVersion = Extract<SubjectRecords, { readonly payload: unknown }>;
export type Move = paths["/api/v1/subjects/{subject}/merge"]["post"]["responses"][200]["content"]["application/json"];
export type ReviewSummary = Get<"/api/v1/reviews">["items"][number];
export type Review = Get<"/api/v1/reviews/{key}">;
export type Candidate = Get<"/api/v1/reviews/{key}/candidates">["items"][number];
export type Judgement = Get<"/api/v1/judgements">["items"][number];
export type EntryForm = CatalogueItem["form"];
export type FormField = EntryForm["groups"][number]["fields"][number];
export type FiledRecordSummary = Get<"/api/v1/filed-records">["items"][number];
export type FiledRecord = Get<"/api/v1/filed-records/{recordId}">;
export type Amendment = Get<"/api/v1/amendments">["items"][number];
export type AmendmentDetail = Get<"/api/v1/amendments/{proceedingId}">;
export type RowTrial = Answer<"/api/v1/trials", 200>;
export type CorrectionTrial = Answer<"/api/v1/records/{recordId}/corrections/trial", 200>;
export type Person = Get<"/api/v1/people">["items"][number];
export type AccessChange = Get<"/api/v1/access-changes">["items"][number];
export type ApiKey = Get<"/api/v1/keys">["items"][number];
export type Passkey = Get<"/api/v1/session/passkeys">["items"][number];
export type Today = Get<"/api/v1/today">;
export type TodayLine = Today["lines"][number];
export type ReceivedNotice = Get<"/api/v1/notices">["items"][number];
export type MailSettings = Get<"/api/v1/session/mail">;
export type AuditEntry = Get<"/api/v1/audit">["items"][number];
export type TimelinessDay = Get<"/api/v1/publicity/timeliness/days">["days"][number];
export type CoverageCell = Get<"/api/v1/coverage">["cells"][number];
export type CoverageTotals = Get<"/api/v1/coverage">["totals"];
export type MonthlyStanding = Get<"/api/v1/monthly-tables">["items"][number];
export type MonthlyHistory = Get<"/api/v1/monthly-tables/{body}/{month}">;
export type StandardAnswer = Get<"/api/v1/coverage/answers">["zeroReport"][number];
export type Sample = Get<"/api/v1/samples">["items"][number];
export type SampleRows = Get<"/api/v1/samples/{sampleId}">;
export type BodyStanding = Get<"/api/v1/omissions">["items"][number];
export type NumberSeries = Get<"/api/v1/omissions/series">["items"][number];
export type OmissionSeries = Get<"/api/v1/omissions/series/{seriesId}">;
export type OmissionGap = OmissionSeries["gaps"][number];
export type OmissionProposal = Get<"/api/v1/omissions/proposals">["items"][number];
export type OmissionAnswer = Get<"/api/v1/omissions/answers">["items"][number];
export type ComparedMonth = Get<"/api/v1/omissions/months">["items"][number];
export type RecordClock = Get<"/api/v1/records/{recordId}/clock">;
export type RecordDocuments = Get<"/api/v1/records/{recordId}/documents">;
export type RecordDocument = RecordDocuments["items"][number];
export type HeldRecord = Get<"/api/v1/held-records">["items"][number];
export type TimelinessDecision = Get<"/api/v1/publicity/timeliness/decisions">["items"][number];

export type Figures = Get<"/api/v1/figures">;
export type ReportedBatch = Get<"/api/v1/figures/compliance/batches">["items"][number];
export type StatementSummary = Get<"/api/v1/figures/statements">["items"][number];
export type Statement = Get<"/api/v1/figures/statements/{statementId}">;
export type FrozenFigure = Statement["content"]["figures"][number];
export type Dispute = Get<"/api/v1/figure-disputes">["items"][number];

/** The causes of a batch's problems, without the rows. @throws ApiProblem */
export async function readCauses(api: Api, batchId: string): Promise<BatchErrors["causes"]> {
  const query = { format: "json" as const, limit: 1 };
  const answer = await take(api.GET("/api/v1/batches/{batchId}/errors", { params: { path: { batchId }, query } }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: the answer is described together with files of unknown content, but JSON was asked for
  return (answer as BatchErrors).causes;
}

/** The archive of a subject as it is now, for those with a right to it; the look is audited. @throws ApiProblem */
export async function readArchive(
  api: Api,
  subject: string,
  query: { readonly purpose: string; readonly limit: number },
): Promise<readonly ArchivedVersion[]> {
  const path = { subject };
  const { items } = await take(api.GET("/api/v1/subjects/{subject}/records", { params: { path, query } }));
  return items.filter((item): item is ArchivedVersion => "payload" in item);
}

/** Whether asking again may help: what the API refuses, it refuses the next time, too. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 502;
}
