import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { listProceedings, type Step } from "#proceedings";
import { mayCall, scopeOf, type Actor } from "../../kernel/actor.ts";
import { parseId, type ProceedingId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { OMISSION_PROCEDURES } from "./decide-proposal.ts";
import type { SeriesId } from "./omission.ts";
import { maySpeakFor } from "./omission.policy.ts";
import { rulesOn } from "./omission-law.ts";
import {
  AnswersSchema,
  MonthsSchema,
  OverviewSchema,
  ProposalsSchema,
  SeriesListSchema,
  SeriesSchema,
  UnfittingSchema,
} from "./omissions.contract.ts";
import { omissionProblem } from "./omissions.problems.ts";
import type { OmissionsRuntime } from "./omissions-runtime.ts";
import { readMonths, readOverview } from "./read-overview.ts";
import { proposalOf, readSeries } from "./read-series.ts";
import { listScans, listSeries, type SeriesRow } from "./series-reads.store.ts";

export const NONE = Type.Object({}, { additionalProperties: false });
const Code = (description: string) => Type.Optional(Type.String({ pattern: "^[a-z0-9-]{1,60}$", description }));
const Body = Code("单位代码 / code of the body");
export const SeriesParams = Type.Object({ seriesId: Type.String({ description: "序列编号 / id of the series" }) });

/** Reads of missing numbers, each with its entry in the trail; a body sees its own. */
export function registerOmissionReads(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerOverview(app, runtime);
  registerSeries(app, runtime);
  registerOneSeries(app, runtime);
  registerAnswers(app, runtime);
  registerUnfitting(app, runtime);
  registerMonths(app, runtime);
  registerProposals(app, runtime);
}

function registerOverview(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions",
    permission: "omissions:read",
    tag: "omissions",
    summary: { zh: "各单位的断号、说明和月度申报", en: "Missing numbers, answers and signed counts by body" },
    params: NONE,
    query: NONE,
    response: { 200: OverviewSchema },
    handle: async ({ actor, request }) => ({
      items: await looked(runtime, { actor, request, action: "list-bodies", target: "omissions" }, (tx) =>
        readOverview(tx, runtime),
      ),
    }),
  });
}

function registerSeries(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions/series",
    permission: "omissions:read",
    tag: "omissions",
    summary: { zh: "归纳出的文号序列", en: "Series of document numbers, as learnt" },
    params: NONE,
    query: Type.Object({ body: Body, item: Code("事项代码 / item code") }, { additionalProperties: false }),
    response: { 200: SeriesListSchema },
    handle: async ({ query, actor, request }) => {
      const filter = { body: query.body ?? null, item: query.item ?? null };
      const target = filter.body ?? "omissions";
      const found = await looked(runtime, { actor, request, action: "list-series", target }, (tx) =>
        listSeries(tx, filter),
      );
      return { items: found.map(shownSeries) };
    },
  });
}

function registerOneSeries(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions/series/:seriesId",
    permission: "omissions:read",
    tag: "omissions",
    summary: {
      zh: "一个序列：归纳的规律、断号、说明和待复核事项",
      en: "One series: what was learnt, its gaps, the answers and what waits for a reviewer",
    },
    params: SeriesParams,
    query: NONE,
    response: { 200: SeriesSchema },
    handle: async ({ params, actor, request }) => {
      const seriesId = seriesIdOf(params.seriesId);
      const found = await looked(runtime, { actor, request, action: "read-series", target: seriesId }, (tx) =>
        readSeries(tx, seriesId),
      );
      return {
        series: shownSeries(found.series),
        gaps: found.gaps,
        omitted: found.omitted,
        answers: found.answers,
        answersCut: found.answersCut,
        waiting: found.waiting.map((one) => proposalOf(runtime, one, actor)),
        allowed: allowedOn(actor, found.series),
      };
    },
  });
}

function registerAnswers(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions/answers",
    permission: "omissions:read",
    tag: "omissions",
    summary: { zh: "断号的标准说明及其依据", en: "Standard answers for missing numbers, with their basis" },
    params: NONE,
    query: NONE,
    response: { 200: AnswersSchema },
    handle: () => {
      const { edition, answers } = rulesOn(runtime.rules, runtime.clock.today());
      return Promise.resolve({ edition, items: answers });
    },
  });
}

function registerUnfitting(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions/unfitting",
    permission: "omissions:read",
    tag: "omissions",
    summary: { zh: "不成序列的文号：数目和样例", en: "Numbers that fit no series: how many, and the first of them" },
    params: NONE,
    query: Type.Object({ body: Body }, { additionalProperties: false }),
    response: { 200: UnfittingSchema },
    handle: async ({ query, actor, request }) => ({
      items: await looked(
        runtime,
        { actor, request, action: "list-unfitting", target: query.body ?? "omissions" },
        (tx) => listScans(tx, query.body ?? null),
      ),
    }),
  });
}

function registerMonths(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions/months",
    permission: "omissions:read",
    tag: "omissions",
    summary: {
      zh: "逐月比较：在库数、申报数、往常数",
      en: "Month by month: decisions on file, as signed for, and as usual",
    },
    params: NONE,
    query: Type.Object({ body: Body }, { additionalProperties: false }),
    response: { 200: MonthsSchema },
    handle: async ({ query, actor, request }) => ({
      items: await looked(runtime, { actor, request, action: "list-months", target: query.body ?? "omissions" }, (tx) =>
        readMonths(tx, runtime, query.body ?? null),
      ),
    }),
  });
}

function registerProposals(app: FastifyInstance, runtime: OmissionsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/omissions/proposals",
    permission: "omissions:read",
    tag: "omissions",
    summary: { zh: "须第二人确认的说明、排除和申报", en: "Answers, dismissals and counts that take a second person" },
    params: NONE,
    query: Type.Object(
      {
        open: Type.Boolean({ default: false, description: "只列待确认的 / only those that wait" }),
        limit: pageLimit(50, 200),
        cursor: pageCursor(),
      },
      { additionalProperties: false },
    ),
    response: { 200: ProposalsSchema },
    handle: async ({ query, actor, request }) => {
      const before = query.cursor === undefined ? null : parseId<ProceedingId>(query.cursor);
      if (query.cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const filter = { procedures: [...OMISSION_PROCEDURES], open: query.open };
      const found = await looked(runtime, { actor, request, action: "list-proposals", target: "omissions" }, (tx) =>
        listProceedings(tx, filter, before, query.limit + 1),
      );
      const { items, next } = pageOf(found, query.limit, (one) => one.proceedingId);
      return { items: items.map((one) => proposalOf(runtime, one, actor)), next };
    },
  });
}

function looked<Found>(
  runtime: OmissionsRuntime,
  look: { readonly actor: Actor; readonly request: FastifyRequest; readonly action: string; readonly target: string },
  read: (tx: Tx) => Promise<Found>,
): Promise<Found> {
  const { actor, request, action, target } = look;
  const entry = { actor, action: `omissions/${action}`, target, detail: {}, requestId: request.id };
  return auditedRead(runtime, entry, read);
}

/** What somebody may do with a series now. */
function allowedOn(actor: Actor, { body, verdict }: SeriesRow): string[] {
  const isOwn = maySpeakFor(actor, body);
  const mayConfirm = mayCall(actor, "omissions:confirm") && (isOwn || scopeOf(actor) === "all");
  return [
    ...(mayConfirm && verdict !== "confirmed" ? ["confirm"] : []),
    ...(mayConfirm && verdict !== "no-series" ? ["set-aside"] : []),
    ...(mayCall(actor, "omissions:answer") && isOwn && verdict === "confirmed" ? ["answer"] : []),
  ];
}

function shownSeries({ width: _width, ...series }: SeriesRow) {
  return series;
}

/** @throws Problem omissions/unknown-series */
export function seriesIdOf(text: string): SeriesId {
  const id = parseId<SeriesId>(text);
  if (!id) throw omissionProblem("unknown-series");
  return id;
}

export function stepOf({ clock }: OmissionsRuntime, actor: Actor, request: FastifyRequest, reason: string): Step {
  return { actor, at: clock.now(), reason, requestId: request.id };
}
