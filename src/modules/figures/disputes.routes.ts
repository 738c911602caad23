import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { allowedActs, findProceeding, listEvents, listProceedings, type Proceeding, type Step } from "#proceedings";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type ProceedingId } from "../../kernel/ids.ts";
import { answerOnce } from "../../platform/db/answer-once.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { DISPUTE } from "./dispute-target.ts";
import { decideDispute, disputeFigure, procedureIn } from "./dispute-figure.ts";
import {
  DisputeHistorySchema,
  DisputeReasonSchema,
  DisputeSchema,
  DisputesSchema,
  NewDisputeSchema,
} from "./figures.contract.ts";
import { figureProblem } from "./figures.problems.ts";
import type { FiguresRuntime } from "./figures-runtime.ts";
import { RATES } from "./rate-editions.ts";
import { statementIdOf } from "./statements.routes.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];

/** Disputes of frozen figures: a body opens them, another person of the credit office decides. */
export function registerDisputeRoutes(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerOpening(app, runtime);
  registerList(app, runtime);
  registerOne(app, runtime);
  registerActs(app, runtime);
}

function registerOpening(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/figures/statements/:statementId/disputes",
    permission: "figures:dispute",
    tag: "figures",
    summary: { zh: "对定稿中本单位的一项指标提出异议", en: "Dispute a figure of your own body in a statement" },
    params: Type.Object({ statementId: Type.String({ description: "定稿编号 / id of the statement" }) }),
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: DisputeSchema },
    handle: async ({ params, actor, request, reply }) => {
      const body = await readJsonBody(request, NewDisputeSchema);
      const statementId = statementIdOf(params.statementId);
      const rate = RATES.find((one) => one === body.rate);
      if (!rate) throw figureProblem("unknown-figure");
      const step = stepOf(runtime, request, body.reason);
      const { item, rows } = body;
      reply.code(201);
      return inScopeOf(runtime.db, actor, async (tx) => {
        const key = idempotencyKeyOf(request);
        const content = canonicalJson({ route: "dispute-figure", statementId, ...body });
        const id = await answerOnce<ProceedingId>(tx, { actor, key, content, at: step.at }, async () => {
          const opened = await disputeFigure(tx, runtime, { statementId, rate, item, rows }, step);
          return opened.proceedingId;
        });
        return told(runtime, found(await findProceeding(tx, id)), actor);
      });
    },
  });
}

function registerList(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/figure-disputes",
    permission: "figures:read",
    tag: "figures",
    summary: { zh: "对定稿指标的异议，最近的在前", en: "Disputes of frozen figures, newest first" },
    params: NONE,
    query: Type.Object(
      {
        open: Type.Boolean({ default: false, description: "只列未办结的 / only those that are not decided" }),
        limit: pageLimit(50, 200),
        cursor: pageCursor(36),
      },
      { additionalProperties: false },
    ),
    response: { 200: DisputesSchema },
    handle: async ({ query, actor, request }) => {
      const { open, limit, cursor } = query;
      const before = cursor === undefined ? null : parseId<ProceedingId>(cursor);
      if (cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const look = { actor, action: "figures/list-disputes", target: DISPUTE, detail: { open }, requestId: request.id };
      const listed = await auditedRead(runtime, look, (tx) =>
        listProceedings(tx, { procedures: [DISPUTE], open }, before, limit + 1),
      );
      const page = pageOf(listed, limit, ({ proceedingId }) => proceedingId);
      return { items: page.items.map((dispute) => told(runtime, dispute, actor)), next: page.next };
    },
  });
}

function registerOne(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/figure-disputes/:proceedingId",
    permission: "figures:read",
    tag: "figures",
    summary: { zh: "一项异议及其经过", en: "One dispute with all that happened" },
    params: Type.Object({ proceedingId: Type.String() }),
    query: NONE,
    response: { 200: DisputeHistorySchema },
    handle: async ({ params, actor, request }) => {
      const id = disputeIdOf(params.proceedingId);
      const look = { actor, action: "figures/read-dispute", target: id, detail: {}, requestId: request.id };
      return auditedRead(runtime, look, async (tx) => {
        const dispute = found(await findProceeding(tx, id));
        return { ...told(runtime, dispute, actor), events: await listEvents(tx, id) };
      });
    },
  });
}

function registerActs(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/figure-disputes/:proceedingId/:act",
    permission: "figures:read",
    tag: "figures",
    summary: { zh: "办理异议：支持、不支持、撤回", en: "Uphold, dismiss or take back a dispute" },
    params: Type.Object({
      proceedingId: Type.String(),
      act: Type.String({ description: "uphold, dismiss, take-back" }),
    }),
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: DisputeSchema },
    handle: async ({ params, actor, request }) => {
      const { reason } = await readJsonBody(request, DisputeReasonSchema);
      const id = disputeIdOf(params.proceedingId);
      const step = stepOf(runtime, request, reason);
      return inScopeOf(runtime.db, actor, async (tx) => {
        found(await findProceeding(tx, id));
        return told(runtime, await decideDispute(tx, runtime, id, params.act, step), actor);
      });
    },
  });
}

/** A proceeding as a dispute, with the acts that the reader may take. */
function told({ procedures }: FiguresRuntime, proceeding: Proceeding, actor: Actor) {
  const { proceedingId, body, state, openedBy, openedAt, endedAt, decidedBy, detail } = proceeding;
  const allowed = allowedActs(procedureIn(procedures), proceeding, actor);
  return { ...detail, proceedingId, body, state, openedBy, openedAt, endedAt, decidedBy, allowed };
}

/** A proceeding that is a dispute and that the reader sees. @throws Problem figures/unknown-dispute */
function found(proceeding: Proceeding | null): Proceeding {
  if (proceeding?.procedure !== DISPUTE) throw figureProblem("unknown-dispute");
  return proceeding;
}

function stepOf({ clock }: FiguresRuntime, request: FastifyRequest, reason: string): Step {
  return { actor: request.actor, at: clock.now(), reason, requestId: request.id };
}

function disputeIdOf(text: string): ProceedingId {
  const id = parseId<ProceedingId>(text);
  if (!id) throw figureProblem("unknown-dispute");
  return id;
}
