import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Actor } from "../../../kernel/actor.ts";
import type { ExplanationId } from "../../../kernel/ids.ts";
import { answerOnce } from "../../../platform/db/answer-once.ts";
import { inScopeOf } from "../../../platform/db/scope.ts";
import { httpProblem } from "../../../platform/http/http.problems.ts";
import { idempotencyKeyOf } from "../../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../../platform/http/json-body.ts";
import { pageCursor, pageLimit } from "../../../platform/http/list-query.ts";
import { registerRoute, type Call } from "../../../platform/http/route.ts";
import { canonicalJson } from "../../../verify/canonical-json.ts";
import type { Batch } from "../batch.ts";
import { findBatch } from "../batches.store.ts";
import { BatchSchema } from "../ingest.contract.ts";
import type { IngestRuntime } from "../run-batch.ts";
import { correctRows } from "./correct-rows.ts";
import type { CorrectedCells } from "./corrections.ts";
import { explainRows } from "./explain-rows.ts";
import { readRows } from "./read-rows.ts";
import {
  BatchRowsSchema,
  CorrectionsBody,
  ExplanationBody,
  ReopeningBody,
  RowActSchema,
  RowAnswersSchema,
} from "./repair.contract.ts";
import { findAct } from "./row-states.store.ts";

const BatchParams = Type.Object({ batchId: Type.String({ description: "批次编号 / UUID of the batch" }) });
const NoQuery = Type.Object({}, { additionalProperties: false });
const INT4 = 2 ** 31 - 1;

/** What these routes share with those of batches. */
interface BatchDesk {
  /** Finds a batch that the actor may see, or throws the problem that says that there is none. */
  readonly getBatch: (actor: Actor, id: string) => Promise<Batch>;
  readonly toResource: (batch: Batch) => object;
  readonly wake: () => void;
}

/** Rejected rows: reading them cell by cell, handing them in again corrected, explaining them. */
export function registerRepairs(app: FastifyInstance, runtime: IngestRuntime, desk: BatchDesk): void {
  registerRows(app, runtime, desk);
  registerCorrections(app, runtime, desk);
  registerExplanations(app, runtime, desk);
  registerAnswers(app, runtime);
}

function registerRows(app: FastifyInstance, runtime: IngestRuntime, { getBatch }: BatchDesk): void {
  registerRoute(app, {
    method: "GET",
    path: "/batches/:batchId/rows",
    permission: "batches:read",
    tag: "batches",
    summary: {
      zh: "退回（或有提醒）的行：逐格内容、问题和建议，查看留痕",
      en: "Rejected rows, or those with warnings: cells, findings and suggestions; the look is audited",
    },
    params: BatchParams,
    query: Type.Object(
      {
        outcome: Type.Union([Type.Literal("rejected"), Type.Literal("warning")], { default: "rejected" }),
        open: Type.Boolean({
          default: false,
          description: "只列尚未处理的行 / only those that nobody has dealt with",
        }),
        cause: Type.Optional(Type.Integer({ minimum: 1, maximum: INT4, description: "原因编号 / number of a cause" })),
        limit: pageLimit(200, 2000),
        cursor: pageCursor(10),
      },
      { additionalProperties: false },
    ),
    response: { 200: BatchRowsSchema },
    handle: async ({ params, query, actor, request }) => {
      const batch = await getBatch(actor, params.batchId);
      const { outcome, open, cause = null, limit } = query;
      const filter = { outcome, open, cause, after: rowOf(query.cursor) };
      return {
        batchId: batch.batchId,
        ...(await readRows(runtime, batch, filter, limit, { actor, requestId: request.id })),
      };
    },
  });
}

function registerCorrections(app: FastifyInstance, runtime: IngestRuntime, desk: BatchDesk): void {
  registerRoute(app, {
    method: "POST",
    path: "/batches/:batchId/corrections",
    permission: "batches:report",
    tag: "batches",
    summary: {
      zh: "仅重新报送已改正的退回行，其余各格沿用原文件",
      en: "Hand in rejected rows again, with corrected cells; all other cells are those of the file",
    },
    params: BatchParams,
    query: Type.Object(
      {
        attest: Type.Boolean({
          default: false,
          description: "报送人确认规则建议的失信程度 / the uploader vouches for the severity that the rules propose",
        }),
      },
      { additionalProperties: false },
    ),
    consumes: ["application/json"],
    response: { 202: BatchSchema, 200: BatchSchema },
    handle: async ({ params, query, actor, request, reply }) => {
      const { rows } = await readJsonBody(request, CorrectionsBody);
      const { batchId, created } = await correctRows(runtime, {
        batch: await desk.getBatch(actor, params.batchId),
        rows: correctedCells(rows),
        attested: query.attest,
        actor,
        idempotencyKey: idempotencyKeyOf(request),
        requestId: request.id,
      });
      if (created) desk.wake();
      reply.code(created ? 202 : 200).header("location", `/api/v1/batches/${batchId}`);
      return desk.toResource(await desk.getBatch(actor, batchId));
    },
  });
}

function registerAnswers(app: FastifyInstance, { rowAnswers, clock }: IngestRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/row-answers",
    permission: "batches:read",
    tag: "batches",
    summary: { zh: "退回行不能改正时的标准答复", en: "Standard answers to rejected rows that cannot be repaired" },
    params: Type.Object({}),
    query: NoQuery,
    response: { 200: RowAnswersSchema },
    handle: async () => ({ items: rowAnswers.on(clock.today()), verified: rowAnswers.verified }),
  });
}

function registerExplanations(app: FastifyInstance, runtime: IngestRuntime, desk: BatchDesk): void {
  registerRoute(app, {
    method: "POST",
    path: "/batches/:batchId/explanations",
    permission: "batches:report",
    tag: "batches",
    summary: {
      zh: "以标准答复说明退回行为何不再改正",
      en: "Explain by a standard answer why rejected rows are not repaired",
    },
    params: BatchParams,
    query: NoQuery,
    consumes: ["application/json"],
    response: { 201: RowActSchema },
    handle: async (call) => actOn(runtime, desk, call, await readJsonBody(call.request, ExplanationBody)),
  });
  registerRoute(app, {
    method: "POST",
    path: "/batches/:batchId/reopenings",
    permission: "batches:report",
    tag: "batches",
    summary: { zh: "撤回说明，重新列为待处理", en: "Open rows again that were explained" },
    params: BatchParams,
    query: NoQuery,
    consumes: ["application/json"],
    response: { 201: RowActSchema },
    handle: async (call) =>
      actOn(runtime, desk, call, { ...(await readJsonBody(call.request, ReopeningBody)), answer: null }),
  });
}

/** Explains rows, or opens them again, once for the same Idempotency-Key. */
async function actOn(
  runtime: IngestRuntime,
  { getBatch }: BatchDesk,
  { params, actor, request, reply }: Call<{ batchId: string }, object>,
  said: { readonly rows: readonly number[]; readonly answer: string | null; readonly words: string },
): Promise<object> {
  const { batchId } = await getBatch(actor, params.batchId);
  reply.code(201);
  return inScopeOf(runtime.db, actor, async (tx) => {
    const at = runtime.clock.now();
    const content = canonicalJson({ route: "explain-rows", batchId, ...said, rows: [...said.rows] });
    const once = { actor, key: idempotencyKeyOf(request), content, at };
    const explanationId = await answerOnce<ExplanationId>(tx, once, () =>
      explainRows(tx, runtime, { batchId, ...said, actor, at, requestId: request.id }),
    );
    const made = await findAct(tx, explanationId);
    const { rejectedRows = null } = (await findBatch(tx, batchId)) ?? {};
    return { explanationId, batchId, rows: made?.rows ?? 0, rejectedRows };
  });
}

/** Each row and each of its cells once. @throws Problem http/invalid-request */
function correctedCells(
  rows: readonly {
    readonly row: number;
    readonly cells: readonly { readonly column: number; readonly value: string }[];
  }[],
): ReadonlyMap<number, CorrectedCells> {
  const corrected = new Map<number, CorrectedCells>();
  for (const [at, { row, cells }] of rows.entries()) {
    const byColumn = new Map(cells.map(({ column, value }): [number, string] => [column, value]));
    if (corrected.has(row)) throw twice(`body#/rows/${at}`, `row ${row} stands here twice`);
    if (byColumn.size < cells.length) throw twice(`body#/rows/${at}/cells`, `row ${row} has a column twice`);
    corrected.set(row, byColumn);
  }
  return corrected;
}

function twice(pointer: string, detail: string): Error {
  return httpProblem("invalid-request", { faults: [{ pointer, code: "twice", detail }] });
}

/** The row behind which a page begins. */
function rowOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const row = /^\d{1,10}$/.test(cursor) ? Number(cursor) : Infinity;
  if (row > INT4) throw httpProblem("unreadable-cursor");
  return row;
}
