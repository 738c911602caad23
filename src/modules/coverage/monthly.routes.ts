import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { parsePeriod } from "#catalogue";
import { takeStep } from "#proceedings";
import { mayCall, type Actor } from "../../kernel/actor.ts";
import { parseId, type MonthlyTableId } from "../../kernel/ids.ts";
import { parseLocalDate } from "../../kernel/time.ts";
import { answerOnce } from "../../platform/db/answer-once.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { askedMonths } from "./asked-months.ts";
import { bodiesSeenBy, bodyStatedFor, type CoverageRuntime } from "./coverage-runtime.ts";
import {
  MakeTableBody,
  MonthlyHistorySchema,
  MonthlyListSchema,
  MonthlyTableSchema,
  ReasonBody,
} from "./coverage.contract.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { makeMonthlyTable } from "./make-monthly-table.ts";
import { findMonthlyTable } from "./monthly-tables.store.ts";
import { readMonthlyHistory, readMonthlyTables } from "./read-monthly-tables.ts";

const None = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];

/** Monthly tables of double publicity over HTTP. */
export function registerMonthlyRoutes(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerTables(app, runtime);
  registerOneMonth(app, runtime);
  registerMaking(app, runtime);
  registerActs(app, runtime);
}

function registerTables(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/monthly-tables",
    permission: "coverage:read",
    tag: "coverage",
    summary: {
      zh: "双公示月报：每单位每月的最新一版及平台现有数量",
      en: "Monthly tables of double publicity: the newest of each body and month, and what is on file",
    },
    params: None,
    query: Type.Object(
      {
        from: Type.Optional(Type.String({ description: "自某月，YYYY-MM / from this month on" })),
        to: Type.Optional(Type.String({ description: "至某月，YYYY-MM / up to this month" })),
        body: Type.Optional(Type.String({ description: "单位代码 / code of a body" })),
      },
      { additionalProperties: false },
    ),
    response: { 200: MonthlyListSchema },
    handle: async ({ query, actor, request }) => {
      const bodies = bodiesSeenBy(actor, runtime.catalogue, query.body);
      const months = askedMonths(query, runtime.clock.today());
      const detail = { ...months, body: query.body ?? null };
      const look = {
        actor,
        action: "coverage/list-monthly-tables",
        target: "monthly-tables",
        detail,
        requestId: request.id,
      };
      const filter = { ...months, bodies };
      return { items: await auditedRead(runtime, look, (tx) => readMonthlyTables(tx, runtime.catalogue, filter)) };
    },
  });
}

function registerOneMonth(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/monthly-tables/:body/:month",
    permission: "coverage:read",
    tag: "coverage",
    summary: { zh: "某单位某月的月报：全部版本和步骤", en: "One body's month: every version with its steps" },
    params: Type.Object({ body: Type.String(), month: Type.String({ description: "YYYY-MM" }) }),
    query: None,
    response: { 200: MonthlyHistorySchema },
    handle: async ({ params, actor, request }) => {
      const { catalogue, procedures } = runtime;
      const bodies = bodiesSeenBy(actor, catalogue, params.body);
      const span = parsePeriod(params.month);
      if (span?.unit !== "month") throw coverageProblem("no-duty");
      const filter = { bodies, from: span.first, to: span.last };
      const look = {
        actor,
        action: "coverage/read-monthly-table",
        target: `${params.body} ${params.month}`,
        detail: {},
        requestId: request.id,
      };
      return auditedRead(runtime, look, async (tx) => {
        const [standing] = await readMonthlyTables(tx, catalogue, filter);
        if (!standing) throw coverageProblem("no-duty");
        const { table, ...rest } = standing;
        const versions = await readMonthlyHistory(tx, procedures, filter, actor);
        const mayMake =
          mayCall(actor, "coverage:report") && table?.state !== "submitted" && runtime.clock.today() > span.last;
        return { ...rest, mayMake, versions };
      });
    },
  });
}

function registerMaking(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/monthly-tables",
    permission: "coverage:report",
    tag: "coverage",
    summary: {
      zh: "填报双公示月报并提交复核；已报送数由平台计数，不填",
      en: "Make a monthly table and submit it for signature; what was reported is counted, not filled in",
    },
    params: None,
    query: None,
    consumes: JSON_BODY,
    response: { 201: MonthlyTableSchema },
    handle: async ({ actor, request, reply }) => {
      const { reason = "", publishedOn: day, ...given } = await readJsonBody(request, MakeTableBody);
      const body = bodyStatedFor(actor, runtime.catalogue, given.body);
      const publishedOn = day === null ? null : parseLocalDate(day);
      if (day !== null && publishedOn === null) throw coverageProblem("numbers-wrong");
      const made = { ...given, body, publishedOn };
      const at = runtime.clock.now();
      const content = canonicalJson({ route: "make-monthly-table", reason, ...made });
      const tableId = await inScopeOf(runtime.db, actor, (tx) =>
        answerOnce<MonthlyTableId>(tx, { actor, key: idempotencyKeyOf(request), content, at }, async () => {
          const table = await makeMonthlyTable(tx, runtime, { ...made, actor, at, reason, requestId: request.id });
          return table.tableId;
        }),
      );
      reply.code(201);
      return storedTable(runtime, actor, tableId);
    },
  });
}

function registerActs(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/monthly-tables/:tableId/:act",
    permission: "coverage:read",
    tag: "coverage",
    summary: { zh: "签核、退回或撤回月报", en: "Sign, return or take back a monthly table" },
    params: Type.Object({
      tableId: Type.String(),
      act: Type.String({ description: "sign, return, take-back" }),
    }),
    query: None,
    consumes: JSON_BODY,
    response: { 200: MonthlyTableSchema },
    handle: async ({ params, actor, request }) => {
      const { reason } = await readJsonBody(request, ReasonBody);
      const tableId = parseId<MonthlyTableId>(params.tableId);
      if (!tableId) throw coverageProblem("unknown-table");
      const step = { actor, at: runtime.clock.now(), reason, requestId: request.id };
      await inScopeOf(runtime.db, actor, async (tx) => {
        const table = await findMonthlyTable(tx, tableId);
        if (!table) throw coverageProblem("unknown-table");
        await takeStep(tx, runtime.procedures, table.proceedingId, params.act, step);
      });
      return storedTable(runtime, actor, tableId);
    },
  });
}

async function storedTable({ db }: CoverageRuntime, actor: Actor, tableId: MonthlyTableId) {
  const table = await inScopeOf(db, actor, (tx) => findMonthlyTable(tx, tableId));
  if (!table) throw coverageProblem("unknown-table");
  return table;
}
