import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead, recordAudit } from "#audit";
import { mergeSubjects, splitSubject } from "#records";
import {
  findCandidates,
  getJudgement,
  findSubjectIdByUscc,
  foldName,
  listJudgements,
  MATCHING_VERSION,
  subjectProblem,
  type Judgement,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type JudgementId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import { answerOnce, type KeyedRequest } from "../../platform/db/answer-once.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import { ingestProblem } from "./ingest.problems.ts";
import { judgeReview } from "./judge-review.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { openWaitingRow, shownValues, type OpenedRow } from "./open-waiting-row.ts";
import {
  CandidatesSchema,
  DecisionBody,
  JudgementListSchema,
  JudgementSchema,
  MergeQuery,
  MoveSchema,
  ReasonQuery,
  ReviewListSchema,
  ReviewSchema,
  SplitBody,
} from "./review.contract.ts";
import { undoJudgement } from "./undo-judgement.ts";
import { findReview, listReviews, type StoredReview } from "./waiting-rows.store.ts";

const ReviewParams = Type.Object({ key: Type.String({ description: "待核行编号 / key of the waiting row" }) });
const JudgementParams = Type.Object({ judgementId: Type.String({ description: "判定编号 / id of the judgement" }) });
const SubjectParams = Type.Object({
  subject: Type.String({ description: "统一社会信用代码或主体编号 / credit code or subject id" }),
});
const Limit = pageLimit(50, 200);
const Cursor = pageCursor(100);
const NoQuery = Type.Object({}, { additionalProperties: false });

/** Reviews of waiting rows, judgements, merges and splits. */
export function registerJudgementRoutes(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerReviews(app, runtime);
  registerOneReview(app, runtime);
  registerDecision(app, runtime);
  registerJudgements(app, runtime);
  registerMerge(app, runtime);
  registerSplit(app, runtime);
}

function registerReviews(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/reviews",
    permission: "reviews:read",
    tag: "reviews",
    summary: { zh: "待核行列表（不含自然人）", en: "Rows in review, those on natural persons excepted" },
    params: Type.Object({}),
    query: Type.Object(
      {
        item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
        reason: Type.Optional(Type.String({ description: "待核原因 / why it waits" })),
        limit: Limit,
        cursor: Cursor,
      },
      { additionalProperties: false },
    ),
    response: { 200: ReviewListSchema },
    handle: async ({ query, actor, request }) => {
      const after = query.cursor === undefined ? null : keyOf(query.cursor);
      const filter = { item: query.item ?? null, reason: query.reason ?? null, after };
      const look = { actor, action: "ingest/list-reviews", target: "reviews", detail: {}, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) => listReviews(tx, filter, query.limit + 1));
      const { items, next } = pageOf(found, query.limit, (review) => review.key);
      return { items: items.map(summaryOf), next };
    },
  });
}

function registerOneReview(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/reviews/:key",
    permission: "reviews:read",
    tag: "reviews",
    summary: { zh: "一条待核行的内容，查看留痕", en: "One row in review with its contents; the look is audited" },
    params: ReviewParams,
    query: NoQuery,
    response: { 200: ReviewSchema },
    handle: ({ params, actor, request }) =>
      withReview(runtime, { key: params.key, actor, requestId: request.id }, async (_tx, review, opened) => ({
        ...summaryOf(review),
        claim: {
          uscc: opened.uscc,
          identifiers: opened.identifiers,
          name: opened.name,
          decisionDate: opened.decisionDate,
          documentNumber: opened.documentNumber,
        },
        values: shownValues(opened),
      })),
  });
  registerRoute(app, {
    method: "GET",
    path: "/reviews/:key/candidates",
    permission: "reviews:read",
    tag: "reviews",
    summary: { zh: "可能的主体，逐项说明评分", en: "Subjects that may be meant, each score explained" },
    params: ReviewParams,
    query: NoQuery,
    response: { 200: CandidatesSchema },
    handle: ({ params, actor, request }) =>
      withReview(runtime, { key: params.key, actor, requestId: request.id }, async (tx, _review, opened) => ({
        version: MATCHING_VERSION,
        items: await findCandidates(tx, { ...opened, on: opened.decisionDate }),
      })),
  });
}

function registerDecision(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/reviews/:key/judgements",
    permission: "reviews:judge",
    tag: "reviews",
    summary: {
      zh: "判定一条待核行：归属某主体、不是某主体、新主体",
      en: "Judge a row in review: it is a subject's, not a subject's, a new subject's",
    },
    params: ReviewParams,
    query: NoQuery,
    consumes: ["application/json"],
    response: { 201: JudgementSchema },
    handle: async ({ params, actor, request, reply }) => {
      const body = await readJsonBody(request, DecisionBody);
      const key = keyOf(params.key);
      reply.code(201);
      return inScopeOf(runtime.db, actor, async (tx) => {
        const at = runtime.clock.now();
        const content = { route: "judge", key, ...body };
        return once(tx, { actor, key: idempotencyKeyOf(request), content, at }, async () =>
          judgeReview(tx, runtime, {
            key,
            kind: body.kind,
            subjectId: body.subject === undefined ? null : await subjectOf(tx, body.subject),
            reason: body.reason,
            actor,
            at,
            requestId: request.id,
          }),
        );
      });
    },
  });
}

function registerJudgements(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/judgements",
    permission: "reviews:read",
    tag: "reviews",
    summary: { zh: "判定记录，最近的在前", en: "Judgements, newest first" },
    params: Type.Object({}),
    query: Type.Object({ limit: Limit, cursor: Cursor }, { additionalProperties: false }),
    response: { 200: JudgementListSchema },
    handle: async ({ query, actor, request }) => {
      const before = query.cursor === undefined ? null : judgementIdOf(query.cursor);
      const look = { actor, action: "ingest/list-judgements", target: "judgements", detail: {}, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) => listJudgements(tx, before, query.limit + 1));
      return pageOf(found, query.limit, (judgement) => judgement.judgementId);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/judgements/:judgementId/undo",
    permission: "reviews:judge",
    tag: "reviews",
    summary: { zh: "撤销一个判定，恢复原状", en: "Undo a judgement and restore what was before" },
    params: JudgementParams,
    query: ReasonQuery,
    response: { 201: JudgementSchema },
    handle: ({ params, query, actor, request, reply }) => {
      reply.code(201);
      return inScopeOf(runtime.db, actor, (tx) => {
        const judgementId = judgementIdOf(params.judgementId);
        const at = runtime.clock.now();
        const content = { route: "undo", judgementId, ...query };
        return once(tx, { actor, key: idempotencyKeyOf(request), content, at }, () =>
          undoJudgement(tx, runtime, { judgementId, reason: query.reason, actor, at, requestId: request.id }),
        );
      });
    },
  });
}

function registerMerge(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/subjects/:subject/merge",
    permission: "subjects:move",
    tag: "subjects",
    summary: { zh: "把一个主体并入另一主体，可先预览", en: "Merge a subject into another; can be previewed" },
    params: SubjectParams,
    query: MergeQuery,
    response: { 200: MoveSchema, 201: MoveSchema },
    handle: ({ params, query, actor, request, reply }) => {
      reply.code(query.preview ? 200 : 201);
      return carryOut(runtime, actor, query.preview, (tx) => {
        const at = runtime.clock.now();
        const key = query.preview ? null : idempotencyKeyOf(request);
        return once(tx, { actor, key, content: { route: "merge", ...params, ...query }, at }, async () => {
          const [from, into] = [await subjectOf(tx, params.subject), await subjectOf(tx, query.into)];
          const { followers } = runtime;
          return mergeSubjects(tx, from, into, { actor, reason: query.reason, at, requestId: request.id, followers });
        });
      });
    },
  });
}

function registerSplit(app: FastifyInstance, runtime: JudgingRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/subjects/:subject/split",
    permission: "subjects:move",
    tag: "subjects",
    summary: {
      zh: "把一个主体的部分记录、名称、代码划归另一主体，可先预览",
      en: "Give some records, names and identifiers of a subject to another; can be previewed",
    },
    params: SubjectParams,
    query: Type.Object(
      { preview: Type.Boolean({ default: false, description: "只预览将移动什么 / only show what would move" }) },
      { additionalProperties: false },
    ),
    consumes: ["application/json"],
    response: { 200: MoveSchema, 201: MoveSchema },
    handle: async ({ params, query, actor, request, reply }) => {
      const body = await readJsonBody(request, SplitBody);
      reply.code(query.preview ? 200 : 201);
      return carryOut(runtime, actor, query.preview, (tx) => {
        const at = runtime.clock.now();
        const key = query.preview ? null : idempotencyKeyOf(request);
        const content = { route: "split", ...params, ...body };
        return once(tx, { actor, key, content, at }, async () => {
          const from = await subjectOf(tx, params.subject);
          const to = body.to === undefined ? null : await subjectOf(tx, body.to);
          const asked = body.records ?? [];
          const records = asked.flatMap((id) => parseId<RecordId>(id) ?? []);
          if (records.length !== asked.length) throw subjectProblem("nothing-to-move");
          const parts = { records, names: (body.names ?? []).map(foldName), identifiers: body.identifiers ?? [] };
          const { followers } = runtime;
          return splitSubject(tx, from, to, parts, {
            actor,
            reason: body.reason,
            at,
            requestId: request.id,
            followers,
          });
        });
      });
    },
  });
}

/** Carries a move out, or, for a preview, carries it out and takes the whole transaction back: what is shown is exact. */
async function carryOut(
  runtime: JudgingRuntime,
  actor: Actor,
  preview: boolean,
  work: (tx: Tx) => Promise<Judgement>,
): Promise<{ preview: boolean; judgement: Judgement }> {
  try {
    return await inScopeOf(runtime.db, actor, async (tx) => {
      const judgement = await work(tx);
      if (preview) throw new Previewed(judgement);
      return { preview, judgement };
    });
  } catch (error) {
    if (error instanceof Previewed) return { preview, judgement: error.judgement };
    throw error;
  }
}

/** Ends the transaction of a preview. */
class Previewed extends Error {
  readonly judgement: Judgement;

  constructor(judgement: Judgement) {
    super("nothing was done");
    this.name = "Previewed";
    this.judgement = judgement;
  }
}

/** Opens a waiting row for somebody; that it was looked at goes into the audit trail in the same transaction. */
function withReview<Answer>(
  runtime: JudgingRuntime,
  asked: { readonly key: string; readonly actor: Actor; readonly requestId: string },
  read: (tx: Tx, review: StoredReview, opened: OpenedRow) => Promise<Answer>,
): Promise<Answer> {
  const { actor, requestId } = asked;
  return inScopeOf(runtime.db, actor, async (tx) => {
    const review = await findReview(tx, keyOf(asked.key));
    if (!review) throw ingestProblem("unknown-review");
    const at = runtime.clock.now();
    await recordAudit(tx, { at, actor, action: "ingest/read-review", target: review.key, detail: {}, requestId });
    return read(tx, review, openWaitingRow(runtime, review));
  });
}

async function once(
  tx: Tx,
  { content, ...request }: Omit<KeyedRequest, "content"> & { readonly content: CanonicalValue },
  work: () => Promise<Judgement>,
): Promise<Judgement> {
  const keyed = { ...request, content: canonicalJson(content) };
  const judgementId = await answerOnce<JudgementId>(tx, keyed, async () => (await work()).judgementId);
  return getJudgement(tx, judgementId);
}

async function subjectOf(tx: Tx, text: string): Promise<SubjectId> {
  const code = text.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
  const subject = parseId<SubjectId>(text) ?? (await findSubjectIdByUscc(tx, code));
  if (!subject) throw subjectProblem("unknown-subject");
  return subject;
}

function summaryOf({ sealed: _sealed, naturalKey: _naturalKey, ...summary }: StoredReview) {
  return summary;
}

function keyOf(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw ingestProblem("unknown-review");
  return text;
}

function judgementIdOf(text: string): JudgementId {
  const id = parseId<JudgementId>(text);
  if (!id) throw subjectProblem("unknown-judgement");
  return id;
}
