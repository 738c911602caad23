import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { proceedingProblem } from "#proceedings";
import { parseId, type ProceedingId } from "../../kernel/ids.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { answerGap, undoAnswer } from "./answer-gap.ts";
import type { AnswerId } from "./answers.store.ts";
import { stateCount } from "./attest-count.ts";
import { decideProposal } from "./decide-proposal.ts";
import { judgeSeries } from "./judge-series.ts";
import {
  AnsweredSchema,
  GiveAnswerSchema,
  JudgedSchema,
  JudgeSeriesSchema,
  ProposalSchema,
  ReasonSchema,
  StateCountSchema,
} from "./omissions.contract.ts";
import { omissionProblem } from "./omissions.problems.ts";
import { NONE, seriesIdOf, SeriesParams, stepOf } from "./omissions.routes.ts";
import type { OmissionsRuntime } from "./omissions-runtime.ts";
import { proposalOf } from "./read-series.ts";

const JSON_BODY = ["application/json"];

/** What bodies say about their numbers: whether a series is one, why a number is missing, how many there were. */
export function registerOmissionAnswers(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerJudgements(app, runtime);
  registerGivenAnswers(app, runtime);
  registerUndo(app, runtime);
  registerCounts(app, runtime);
  registerActs(app, runtime);
}

function registerJudgements(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/omissions/series/:seriesId/judgements",
    permission: "omissions:confirm",
    tag: "omissions",
    summary: {
      zh: "确认一个文号序列，或提出将其排除（须第二人确认）",
      en: "Confirm a series, or propose to set it aside (a second person decides)",
    },
    params: SeriesParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: JudgedSchema },
    handle: async ({ params, actor, request, reply }) => {
      const { verdict, words } = await readJsonBody(request, JudgeSeriesSchema);
      const judged = { seriesId: seriesIdOf(params.seriesId), verdict };
      const proceeding = await judgeSeries(runtime, judged, stepOf(runtime, actor, request, words));
      reply.code(201);
      const state = proceeding ? ("proposed" as const) : verdict;
      return { verdict: state, proposal: proceeding && proposalOf(runtime, proceeding, actor) };
    },
  });
}

function registerGivenAnswers(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/omissions/series/:seriesId/answers",
    permission: "omissions:answer",
    tag: "omissions",
    summary: {
      zh: "说明一个或一段断号；部分说明须复核员确认后生效",
      en: "Answer for a missing number or a range; some answers count once a reviewer has agreed",
    },
    params: SeriesParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: AnsweredSchema },
    handle: async ({ params, actor, request, reply }) => {
      const { words = "", ...given } = await readJsonBody(request, GiveAnswerSchema);
      const answer = { seriesId: seriesIdOf(params.seriesId), ...given };
      const answered = await answerGap(runtime, answer, stepOf(runtime, actor, request, words));
      reply.code(201);
      const { answerId, proceeding } = answered;
      return { answerId, proposal: proceeding && proposalOf(runtime, proceeding, actor) };
    },
  });
}

function registerUndo(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/omissions/answers/:answerId/undo",
    permission: "omissions:answer",
    tag: "omissions",
    summary: { zh: "撤销一条说明，断号重新提问", en: "Take an answer back; its numbers are asked for again" },
    params: Type.Object({ answerId: Type.String({ description: "说明编号 / id of the answer" }) }),
    query: NONE,
    consumes: JSON_BODY,
    response: { 204: Type.Null() },
    handle: async ({ params, actor, request, reply }) => {
      const { reason } = await readJsonBody(request, ReasonSchema);
      const answerId = parseId<AnswerId>(params.answerId);
      if (!answerId) throw omissionProblem("unknown-standing-answer");
      await undoAnswer(runtime, answerId, stepOf(runtime, actor, request, reason));
      return reply.code(204).send();
    },
  });
}

function registerCounts(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/omissions/counts",
    permission: "omissions:answer",
    tag: "omissions",
    summary: {
      zh: "申报某月作出的决定数和最大文号，由复核员签认",
      en: "State a month's number of decisions and its highest numbers; a reviewer signs",
    },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: ProposalSchema },
    handle: async ({ actor, request, reply }) => {
      const { words = "", ...stated } = await readJsonBody(request, StateCountSchema);
      const proceeding = await stateCount(runtime, stated, stepOf(runtime, actor, request, words));
      reply.code(201);
      return proposalOf(runtime, proceeding, actor);
    },
  });
}

function registerActs(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/omissions/proposals/:proceedingId/:act",
    permission: "omissions:read",
    tag: "omissions",
    summary: {
      zh: "办理待确认事项：同意、不予同意、撤回",
      en: "Approve, refuse or take back what waits for a second person",
    },
    params: Type.Object({
      proceedingId: Type.String(),
      act: Type.String({ description: "approve, refuse, take-back" }),
    }),
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: ProposalSchema },
    handle: async ({ params, actor, request }) => {
      const { reason } = await readJsonBody(request, ReasonSchema);
      const proceedingId = parseId<ProceedingId>(params.proceedingId);
      if (!proceedingId) throw proceedingProblem("unknown-proceeding");
      const step = stepOf(runtime, actor, request, reason);
      return proposalOf(runtime, await decideProposal(runtime, proceedingId, params.act, step), actor);
    },
  });
}
