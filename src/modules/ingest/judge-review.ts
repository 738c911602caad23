import { recordAudit } from "#audit";
import { findHeadOfKey, rehomeRecords, type FullHead } from "#records";
import {
  claimOf,
  getJudgement,
  findSubject,
  insertJudgedSubject,
  insertJudgement,
  insertNames,
  isPersonalTradeName,
  lockSubjects,
  subjectProblem,
  type Judgement,
  type JudgementKind,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type JudgementId, type SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { fileJudgedRow } from "./file-judged-row.ts";
import { ingestProblem } from "./ingest.problems.ts";
import { openWaitingRow, type OpenedRow } from "./open-waiting-row.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { findReview, settleJudged, type StoredReview } from "./waiting-rows.store.ts";

/** What somebody decides about a waiting row. */
export interface ReviewDecision {
  readonly key: string;
  readonly kind: Extract<JudgementKind, "attach" | "not-same" | "new-subject">;
  /** To whom it goes, or whom it is not; null for a new subject. */
  readonly subjectId: SubjectId | null;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Judges a waiting row and files it. The judgement is remembered: later rows with the same claim that no machine may
 * attach go the same way. `not-same` files nothing; it only keeps a candidate from being proposed again.
 * @throws Problem ingest/unknown-review, ingest/not-judgeable, subjects/unknown-subject, subjects/busy
 */
export async function judgeReview(tx: Tx, runtime: JudgingRuntime, decision: ReviewDecision): Promise<Judgement> {
  await lockSubjects(tx);
  const review = await findReview(tx, decision.key);
  if (!review) throw ingestProblem("unknown-review");
  const opened = openWaitingRow(runtime, review);
  const head = await findHeadOfKey(tx, review.naturalKey);
  if (head?.state === "withdrawn" || review.reason === "record-ended") throw ingestProblem("not-judgeable");
  const judgementId = newId<JudgementId>();
  const subjectId = await receiverOf(tx, decision, opened, review);
  await insertJudgement(tx, {
    judgementId,
    kind: decision.kind,
    claim: claimOf(opened).toString("hex"),
    naturalKey: review.key,
    subjectId,
    otherSubject: null,
    decidedBy: decision.actor.id,
    reason: decision.reason,
    at: decision.at,
    undoes: null,
    detail: {},
  });
  if (decision.kind !== "not-same") {
    const placed = await placeHead(tx, runtime, head, { ...decision, to: subjectId, judgementId });
    await fileJudgedRow(tx, runtime, { ...decision, review, opened, head: placed, subjectId, judgementId });
    await settleJudged(tx, review.naturalKey, judgementId, decision.at);
  }
  await recordAudit(tx, {
    at: decision.at,
    actor: decision.actor,
    action: `ingest/judge-${decision.kind}`,
    target: judgementId,
    detail: { review: review.key, subject: subjectId, reason: decision.reason },
    ...(decision.requestId === undefined ? {} : { requestId: decision.requestId }),
  });
  return getJudgement(tx, judgementId);
}

async function receiverOf(
  tx: Tx,
  decision: ReviewDecision,
  opened: OpenedRow,
  review: StoredReview,
): Promise<SubjectId> {
  if (decision.kind !== "new-subject") {
    const subject = decision.subjectId === null ? null : await findSubject(tx, decision.subjectId);
    if (!subject || subject.intoSubject !== null) throw subjectProblem("unknown-subject");
    return subject.subjectId;
  }
  const subjectId = newId<SubjectId>();
  const searchable = !isPersonalTradeName(opened.name, opened.operator);
  const kind = searchable ? "organization" : "sole_trader";
  await insertJudgedSubject(tx, { subjectId, kind, origin: review.batchId, at: decision.at });
  const name = {
    subjectId,
    name: opened.name,
    uscc: null,
    kind,
    from: opened.decisionDate,
    registeredFrom: null,
    searchable,
  } as const;
  await insertNames(tx, [name], review.batchId);
  return subjectId;
}

/** A record of this document that stands elsewhere, or whose attachment was undone, goes to the subject first. */
async function placeHead(
  tx: Tx,
  { followers }: JudgingRuntime,
  head: FullHead | null,
  move: {
    readonly to: SubjectId;
    readonly judgementId: JudgementId;
    readonly actor: Actor;
    readonly reason: string;
    readonly at: Instant;
  },
): Promise<FullHead | null> {
  if (!head || (head.subjectId === move.to && head.state === "active")) return head;
  const from = head.subjectId;
  if (from !== move.to)
    for (const follow of followers) await follow(tx, { from, to: move.to, records: [head.recordId], at: move.at });
  await rehomeRecords(tx, [head], { ...move, from });
  return findHeadOfKey(tx, head.naturalKey);
}
