import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { listReportedBatches } from "#ingest";
import { mayCall, scopeOf, type Actor } from "../../kernel/actor.ts";
import { parseId, type BatchId } from "../../kernel/ids.ts";
import { linkNext } from "../../platform/http/list-link.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { askedMonths } from "./asked-months.ts";
import { FiguresSchema, ReportedBatchesSchema } from "./figures.contract.ts";
import type { FiguresRuntime } from "./figures-runtime.ts";
import { ratesOn } from "./rate-editions.ts";
import type { RateSource } from "./rate-source.ts";
import { complianceOf, RATE_SOURCES } from "./rate-sources.ts";
import { readFigures } from "./read-figures.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const Asked = {
  from: Type.Optional(Type.String({ description: "自，YYYY-MM，默认十二个月 / first month, by default twelve" })),
  to: Type.Optional(Type.String({ description: "至，YYYY-MM，默认本月 / last month, by default this one" })),
  item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
  body: Type.Optional(
    Type.String({ description: "单位代码，- 指未指明单位 / code of the body; - is for files of no single body" }),
  ),
};

/** The league of rates, and the batches behind compliance. */
export function registerFigureRoutes(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerFigures(app, runtime);
  registerReportedBatches(app, runtime);
}

function registerFigures(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/figures",
    permission: "signed-in",
    tag: "figures",
    summary: {
      zh: "各单位、各事项、各月的比率，含分子、分母、算法和依据",
      en: "Rates by body, item and month, with numerator, denominator, formula and source",
    },
    params: NONE,
    query: Type.Object(Asked, { additionalProperties: false }),
    response: { 200: FiguresSchema },
    handle: async ({ query, actor, request }) => {
      const { clock, catalogue, publicDb, rates } = runtime;
      const today = clock.today();
      const filter = askedMonths(catalogue, query, today);
      const withOwn = mayCall(actor, "figures:read");
      const look = { actor, action: "figures/read", target: "figures", detail: { ...filter }, requestId: request.id };
      const figures = await auditedRead(runtime, look, (tx) => readFigures({ publicDb, tx, today }, filter, withOwn));
      const told = ratesOn(rates, today).map(({ rate, title, numerator, denominator, formula, citations }) => {
        const source = RATE_SOURCES[rate];
        const seen = source ? seenBy(source, actor) : "none";
        return { rate, title, numerator, denominator, formula, citations, source: source !== null, seen };
      });
      return { from: filter.from, to: filter.to, rates: told, figures };
    },
  });
}

/** Of whom somebody sees the figures of a source. */
function seenBy(source: RateSource, actor: Actor): "all" | "own" | "none" {
  if (source.seenBy === "anybody") return "all";
  if (!mayCall(actor, "figures:read")) return "none";
  return scopeOf(actor) === "all" ? "all" : "own";
}

function registerReportedBatches(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/figures/compliance/batches",
    permission: "figures:read",
    tag: "figures",
    summary: { zh: "合规率背后的批次，最近的在前", en: "The batches behind compliance, newest first" },
    params: NONE,
    query: Type.Object(
      { ...Asked, limit: pageLimit(100, 1000), cursor: pageCursor(36) },
      { additionalProperties: false },
    ),
    response: { 200: ReportedBatchesSchema },
    handle: async ({ query, actor, request, reply }) => {
      const { limit, cursor, ...asked } = query;
      const filter = askedMonths(runtime.catalogue, asked, runtime.clock.today());
      const before = cursor === undefined ? null : parseId<BatchId>(cursor);
      if (cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const action = "figures/list-batches";
      const look = { actor, action, target: "figures", detail: { ...filter }, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) => listReportedBatches(tx, filter, before, limit + 1));
      const page = pageOf(found, limit, ({ batchId }) => batchId);
      const items = page.items.map(({ accepted, changed, duplicates, review, rejected, ...batch }) => ({
        ...batch,
        ...complianceOf({ accepted, changed, duplicates, review, rejected }),
      }));
      return linkNext(reply, "/api/v1/figures/compliance/batches", query, { items, next: page.next });
    },
  });
}
