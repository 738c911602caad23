import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { parsePeriod, type Catalogue } from "#catalogue";
import { listFiledDecisions } from "#publish";
import { parseId, type RecordId, type ZeroReportId } from "../../kernel/ids.ts";
import { parseLocalDate } from "../../kernel/time.ts";
import { answerOnce } from "../../platform/db/answer-once.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { askedMonths } from "./asked-months.ts";
import { bodiesSeenBy, bodyStatedFor, type CoverageRuntime } from "./coverage-runtime.ts";
import {
  AnswersSchema,
  CoverageSchema,
  FiledDecisionsSchema,
  ReasonBody,
  ReportZeroBody,
  ZeroReportListSchema,
  ZeroReportSchema,
} from "./coverage.contract.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { registerMonthlyRoutes } from "./monthly.routes.ts";
import { readCoverage } from "./read-coverage.ts";
import { reportZero } from "./report-zero.ts";
import { registerSampleRoutes } from "./samples.routes.ts";
import { takeBackZero } from "./take-back-zero.ts";
import { findZeroReport, listZeroReports } from "./zero-reports.store.ts";

const None = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];
const Item = Type.String({ description: "事项代码 / item code" });
const Body = Type.Optional(Type.String({ description: "报送单位代码 / code of the reporting body" }));
const Month = (words: string) => Type.Optional(Type.String({ description: words }));

/** What is owed and what is there: the matrix, zero reports, monthly tables and samples over HTTP. */
export function registerCoverageRoutes(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerMatrix(app, runtime);
  registerDecisions(app, runtime);
  registerZeroReports(app, runtime);
  registerZeroReporting(app, runtime);
  registerMonthlyRoutes(app, runtime);
  registerSampleRoutes(app, runtime);
}

function registerMatrix(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/coverage",
    permission: "coverage:read",
    tag: "coverage",
    summary: {
      zh: "全覆盖：每个单位每期应报的事项及其状态",
      en: "Coverage: what each body owes by item and period, and how it stands",
    },
    params: None,
    query: Type.Object(
      {
        from: Month("自某月，YYYY-MM / from this month on"),
        to: Month("至某月，YYYY-MM / up to this month"),
        body: Body,
        item: Type.Optional(Item),
      },
      { additionalProperties: false },
    ),
    response: { 200: CoverageSchema },
    handle: async ({ query, actor, request }) => {
      const { catalogue, clock } = runtime;
      const bodies = bodiesSeenBy(actor, catalogue, query.body);
      if (query.item !== undefined) dutyItem(catalogue, query.item);
      const today = clock.today();
      const { from, to } = askedMonths(query, today);
      const detail = { from, to, body: query.body ?? null, item: query.item ?? null };
      const look = { actor, action: "coverage/read-coverage", target: "coverage", detail, requestId: request.id };
      const filter = {
        from,
        to,
        today,
        ...(bodies === undefined ? {} : { bodies }),
        ...(query.item === undefined ? {} : { item: query.item }),
      };
      const found = await auditedRead(runtime, look, (tx) => readCoverage(tx, catalogue, filter));
      return { from: from.slice(0, 7), to: to.slice(0, 7), ...found };
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/coverage/answers",
    permission: "public",
    tag: "coverage",
    summary: {
      zh: "零报告和未报送的标准答复",
      en: "Standard answers for zero reports and for what is not reported",
    },
    params: None,
    query: None,
    response: { 200: AnswersSchema },
    handle: () => Promise.resolve({ zeroReport: runtime.answers.zeroReport, notReported: runtime.answers.notReported }),
  });
}

function registerDecisions(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/coverage/decisions",
    permission: "coverage:read",
    tag: "coverage",
    summary: { zh: "某单位某期已入库的逐条决定", en: "The decisions on file behind one count of the matrix" },
    params: None,
    query: Type.Object(
      {
        item: Item,
        body: Body,
        period: Type.String({ description: "YYYY-MM 或 YYYY-Qn / period" }),
        limit: pageLimit(100, 1000),
        cursor: pageCursor(60),
      },
      { additionalProperties: false },
    ),
    response: { 200: FiledDecisionsSchema },
    handle: async ({ query, actor, request }) => {
      const { item, period, limit, cursor } = query;
      const bodies = bodiesSeenBy(actor, runtime.catalogue, query.body);
      dutyItem(runtime.catalogue, item);
      const span = parsePeriod(period);
      if (!span) throw coverageProblem("bad-range");
      if (bodies?.length !== 1) throw coverageProblem("no-body");
      const after = cursor === undefined ? null : placeOf(cursor);
      const filter = { items: [item], bodies, from: span.first, to: span.last };
      const detail = { item, body: bodies[0], period };
      const look = { actor, action: "coverage/list-decisions", target: "coverage", detail, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) => listFiledDecisions(tx, filter, after, limit + 1));
      return pageOf(found, limit, ({ decisionDate, recordId }) => `${decisionDate}.${recordId}`);
    },
  });
}

function registerZeroReports(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/zero-reports",
    permission: "coverage:read",
    tag: "coverage",
    summary: { zh: "零报告及其撤回，最近的在前", en: "Zero reports and what was taken back, newest first" },
    params: None,
    query: Type.Object(
      {
        item: Type.Optional(Item),
        body: Body,
        period: Type.Optional(Type.String({ description: "YYYY-MM 或 YYYY-Qn / period" })),
        limit: pageLimit(50, 200),
        cursor: pageCursor(60),
      },
      { additionalProperties: false },
    ),
    response: { 200: ZeroReportListSchema },
    handle: async ({ query, actor, request }) => {
      const { item, period, limit } = query;
      const bodies = bodiesSeenBy(actor, runtime.catalogue, query.body);
      const before = query.cursor === undefined ? null : parseId<ZeroReportId>(query.cursor);
      if (query.cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const filter = {
        ...(item === undefined ? {} : { items: [item] }),
        ...(bodies === undefined ? {} : { bodies }),
        ...(period === undefined ? {} : { periods: [period] }),
      };
      const look = {
        actor,
        action: "coverage/list-zero-reports",
        target: "zero-reports",
        detail: filter,
        requestId: request.id,
      };
      const found = await auditedRead(runtime, look, (tx) => listZeroReports(tx, filter, before, limit + 1));
      return pageOf(found, limit, ({ zeroReportId }) => zeroReportId);
    },
  });
}

function registerZeroReporting(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/zero-reports",
    permission: "coverage:report",
    tag: "coverage",
    summary: { zh: "零报告：本期没有作出该类决定", en: "State that no decision of an item was made in a period" },
    params: None,
    query: None,
    consumes: JSON_BODY,
    response: { 201: ZeroReportSchema },
    handle: async ({ actor, request, reply }) => {
      const given = await readJsonBody(request, ReportZeroBody);
      const body = bodyStatedFor(actor, runtime.catalogue, given.body);
      const stated = { item: given.item, body, period: given.period, reason: given.reason, words: given.words ?? "" };
      const at = runtime.clock.now();
      const content = canonicalJson({ route: "report-zero", ...stated });
      const id = await inScopeOf(runtime.db, actor, (tx) =>
        answerOnce<ZeroReportId>(tx, { actor, key: idempotencyKeyOf(request), content, at }, async () => {
          const report = await reportZero(tx, runtime, { ...stated, actor, at, requestId: request.id });
          return report.zeroReportId;
        }),
      );
      reply.code(201);
      return storedZeroReport(runtime, actor, id);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/zero-reports/:zeroReportId/take-back",
    permission: "coverage:report",
    tag: "coverage",
    summary: { zh: "撤回零报告", en: "Take a zero report back" },
    params: Type.Object({ zeroReportId: Type.String() }),
    query: None,
    consumes: JSON_BODY,
    response: { 201: ZeroReportSchema },
    handle: async ({ params, actor, request, reply }) => {
      const { reason } = await readJsonBody(request, ReasonBody);
      const zeroReportId = parseId<ZeroReportId>(params.zeroReportId);
      if (!zeroReportId) throw coverageProblem("unknown-zero-report");
      const at = runtime.clock.now();
      const content = canonicalJson({ route: "take-back-zero", zeroReportId, reason });
      const id = await inScopeOf(runtime.db, actor, (tx) =>
        answerOnce<ZeroReportId>(tx, { actor, key: idempotencyKeyOf(request), content, at }, async () => {
          const back = await takeBackZero(tx, { zeroReportId, words: reason, actor, at, requestId: request.id });
          return back.zeroReportId;
        }),
      );
      reply.code(201);
      return storedZeroReport(runtime, actor, id);
    },
  });
}

async function storedZeroReport(
  { db }: CoverageRuntime,
  actor: Parameters<typeof inScopeOf>[1],
  zeroReportId: ZeroReportId,
) {
  const report = await inScopeOf(db, actor, (tx) => findZeroReport(tx, zeroReportId));
  if (!report) throw coverageProblem("unknown-zero-report");
  return report;
}

/** @throws Problem coverage/unknown-item */
function dutyItem({ duties }: Catalogue, item: string): void {
  if (!duties.some((duty) => duty.item === item)) throw coverageProblem("unknown-item");
}

/** @throws Problem http/unreadable-cursor */
function placeOf(cursor: string) {
  const decisionDate = parseLocalDate(cursor.slice(0, 10));
  const recordId = cursor.charAt(10) === "." ? parseId<RecordId>(cursor.slice(11)) : null;
  if (!decisionDate || !recordId) throw httpProblem("unreadable-cursor");
  return { decisionDate, recordId };
}
