import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type ProceedingId, type RecordId } from "../../kernel/ids.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { countOpenAmendments, listAmendments } from "./amendments.store.ts";
import { decideAmendment } from "./decide-amendment.ts";
import {
  AmendmentCountsSchema,
  AmendmentDetailSchema,
  AmendmentListSchema,
  AmendmentSchema,
  DecisionBody,
} from "./entry.contract.ts";
import { entryProblem } from "./entry.problems.ts";
import type { EntryRuntime } from "./entry-runtime.ts";
import { readAmendment, readAmendmentDetail, toAmendment } from "./read-amendment.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const AmendmentParams = Type.Object({
  proceedingId: Type.String({ description: "更正或撤回事项编号 / id of the proceeding" }),
});

/** Proposed corrections and withdrawals: what waits, what each would change, and the decision. */
export function registerAmendmentRoutes(app: FastifyInstance, runtime: EntryRuntime): void {
  registerList(app, runtime);
  registerCount(app, runtime);
  registerOne(app, runtime);
  registerAct(app, runtime);
}

function registerList(app: FastifyInstance, runtime: EntryRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/amendments",
    permission: "records:read",
    tag: "records",
    summary: { zh: "更正和撤回事项，最近的在前", en: "Corrections and withdrawals, newest first" },
    params: Type.Object({}),
    query: Type.Object(
      {
        open: Type.Boolean({ default: false, description: "只列待审批的 / only those that wait" }),
        kind: Type.Optional(Type.Union([Type.Literal("correction"), Type.Literal("withdrawal")])),
        record: Type.Optional(Type.String({ description: "记录编号 / record id" })),
        limit: pageLimit(50, 200),
        cursor: pageCursor(),
      },
      { additionalProperties: false },
    ),
    response: { 200: AmendmentListSchema },
    handle: async ({ query, actor, request }) => {
      const { open, kind = null, record, limit, cursor } = query;
      const before = cursor === undefined ? null : parseId<ProceedingId>(cursor);
      if (cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const recordId = record === undefined ? null : parseId<RecordId>(record);
      if (record !== undefined && recordId === null) return { items: [], next: null };
      const detail = { open, kind, record: recordId };
      const look = { actor, action: "entry/list-amendments", target: "amendments", detail, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) =>
        listAmendments(tx, { open, kind, recordId }, before, limit + 1),
      );
      const { items, next } = pageOf(found, limit, (one) => one.proceedingId);
      const people = await runtime.namesOf(items.map(({ openedBy }) => openedBy));
      const named = items.map((one) => ({
        ...toAmendment(runtime, one, actor),
        openedByName: people[one.openedBy] ?? null,
      }));
      return { items: named, next };
    },
  });
}

function registerCount(app: FastifyInstance, runtime: EntryRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/amendments/count",
    permission: "records:read",
    tag: "records",
    summary: { zh: "待审批的更正和撤回有几件", en: "How many corrections and withdrawals wait" },
    params: Type.Object({}),
    query: NONE,
    response: { 200: AmendmentCountsSchema },
    // A number of things to do, asked for by every screen that shows it: tells nothing of a record.
    handle: ({ actor }) =>
      inScopeOf(runtime.db, actor, (tx) => countOpenAmendments(tx, actor.id, runtime.clock.today())),
  });
}

function registerOne(app: FastifyInstance, runtime: EntryRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/amendments/:proceedingId",
    permission: "records:read",
    tag: "records",
    summary: {
      zh: "一项更正或撤回：前后对照、法定期限、全部步骤",
      en: "One correction or withdrawal: before and after, statutory term, every step",
    },
    params: AmendmentParams,
    query: NONE,
    response: { 200: AmendmentDetailSchema },
    handle: async ({ params, actor, request }) => {
      const target = idOf(params.proceedingId);
      const look = { actor, action: "entry/read-amendment", target, detail: {}, requestId: request.id };
      const read = await auditedRead(runtime, look, (tx) => readAmendmentDetail(tx, runtime, target, actor));
      return { ...read, people: await runtime.namesOf(read.events.map((event) => event.actor)) };
    },
  });
}

function registerAct(app: FastifyInstance, runtime: EntryRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/amendments/:proceedingId/:act",
    permission: "signed-in",
    tag: "records",
    summary: {
      zh: "办理更正或撤回事项：批准、不予批准、收回",
      en: "Approve, refuse or take back a proposed correction or withdrawal",
    },
    params: Type.Object({
      ...AmendmentParams.properties,
      act: Type.String({ description: "approve, refuse, take-back" }),
    }),
    query: NONE,
    consumes: ["application/json"],
    response: { 200: AmendmentSchema },
    handle: async ({ params, actor, request }) => {
      const { reason } = await readJsonBody(request, DecisionBody);
      return act(runtime, idOf(params.proceedingId), params.act, { actor, reason, requestId: request.id });
    },
  });
}

/** The rows that an actor sees are those that they may decide on; of another body's nobody is told that there is one. */
function act(
  runtime: EntryRuntime,
  id: ProceedingId,
  name: string,
  by: { readonly actor: Actor; readonly reason: string; readonly requestId: string },
) {
  const at = runtime.clock.now();
  return inScopeOf(runtime.db, by.actor, async (tx) => {
    await decideAmendment(tx, runtime, id, name, { ...by, at });
    return readAmendment(tx, runtime, id, by.actor);
  });
}

function idOf(text: string): ProceedingId {
  const id = parseId<ProceedingId>(text);
  if (!id) throw entryProblem("unknown-amendment");
  return id;
}
