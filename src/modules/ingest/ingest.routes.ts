import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { auditedRead, recordAudit, type AuditEntry } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type BatchId } from "../../kernel/ids.ts";
import { inScope, inScopeOf } from "../../platform/db/scope.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { fileAnswer, registerRoute } from "../../platform/http/route.ts";
import { XLSX_TYPE } from "./annotate/annotate-batch.ts";
import { registerAnnotated } from "./annotate/annotate.routes.ts";
import { listProblems } from "./annotate/annotations.store.ts";
import { openUpload } from "../../platform/http/upload.ts";
import type { Batch } from "./batch.ts";
import { findBatch, listBatches } from "./batches.store.ts";
import { BatchErrorsSchema, BatchListSchema, BatchSchema, BatchStateSchema } from "./ingest.contract.ts";
import { ingestProblem } from "./ingest.problems.ts";
import { receiveBatch } from "./receive-batch.ts";
import { readErrors, streamErrors } from "./report-errors.ts";
import { registerRepairs } from "./repair/repair.routes.ts";
import type { IngestRuntime } from "./run-batch.ts";
import { csvReport, xlsxReport } from "./write-report.ts";

const BatchParams = Type.Object({ batchId: Type.String({ description: "批次编号 / UUID of the batch" }) });

/** Handing in files and reading what became of them. `wake` tells the worker that there is something to do. */
export function registerIngestRoutes(app: FastifyInstance, runtime: IngestRuntime, wake: () => void): void {
  registerSubmission(app, runtime, wake);
  registerRoute(app, {
    method: "GET",
    path: "/batches",
    permission: "batches:read",
    tag: "batches",
    summary: { zh: "批次列表，最近的在前", en: "Batches, newest first" },
    params: Type.Object({}),
    query: Type.Object(
      {
        item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
        state: Type.Optional(BatchStateSchema),
        body: Type.Optional(Type.String({ description: "报送时指明的报送单位 / reporting body named when handed in" })),
        open: Type.Boolean({
          default: false,
          description: "只列有退回行尚未处理的批次 / only those with rejected rows that nobody has dealt with",
        }),
        limit: pageLimit(50, 200),
        cursor: pageCursor(),
      },
      { additionalProperties: false },
    ),
    response: { 200: BatchListSchema },
    handle: async ({ query, actor, request }) => {
      const before = query.cursor === undefined ? null : cursorOf(query.cursor);
      const { open } = query;
      const filter = { item: query.item ?? null, state: query.state ?? null, sourceBody: query.body ?? null, open };
      const look = { actor, action: "ingest/list-batches", target: "batches", detail: {}, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) => listBatches(tx, filter, query.limit + 1, before));
      const { items, next } = pageOf(found, query.limit, (batch) => batch.batchId);
      return { items: items.map(toResource), next };
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/batches/:batchId",
    permission: "batches:read",
    tag: "batches",
    summary: {
      zh: "批次回执：状态、进度、各类行数",
      en: "Receipt of a batch: state, progress, what became of its rows",
    },
    params: BatchParams,
    query: Type.Object({}, { additionalProperties: false }),
    response: { 200: BatchSchema },
    handle: async ({ params, actor, request }) => {
      const batch = await getBatch(runtime, actor, params.batchId);
      // Who waits for the end asks again and again; what is looked at is the receipt that there is then.
      if (batch.finishedAt !== null) await auditReading(runtime, actor, request, "ingest/read-receipt", batch.batchId);
      return toResource(batch);
    },
  });
  registerErrors(app, runtime);
  registerAnnotated(app, runtime, (actor, id) => getBatch(runtime, actor, id));
  registerRepairs(app, runtime, { getBatch: (actor, id) => getBatch(runtime, actor, id), toResource, wake });
}

const SubmissionQuery = Type.Object(
  {
    item: Type.String({
      description: "事项代码，如 administrative-licence / item code, e.g. administrative-licence",
    }),
    source: Type.Optional(
      Type.String({
        description:
          "来源配置，文件用来源自己的表头时填写 / source profile, where the file has its source's own headers",
      }),
    ),
    body: Type.Optional(
      Type.String({
        description: "报送单位；不填则以各行所列为准 / reporting body; otherwise each row names its own",
      }),
    ),
    attest: Type.Boolean({
      default: false,
      description: "报送人确认规则建议的失信程度 / the uploader vouches for the severity that the rules propose",
    }),
    unserved: Type.Boolean({
      default: false,
      description:
        "文件中的决定尚未送达：入库，暂不公示，登记送达日期后公示 / the decisions are not served yet: filed and held until a day of service is stated",
    }),
    fileName: Type.Optional(
      Type.String({ maxLength: 200, description: "文件名，写入回执 / name of the file, for the receipt" }),
    ),
  },
  { additionalProperties: false },
);

function registerSubmission(app: FastifyInstance, runtime: IngestRuntime, wake: () => void): void {
  registerRoute(app, {
    method: "POST",
    path: "/batches",
    permission: "batches:report",
    tag: "batches",
    summary: { zh: "报送一个文件（CSV、XLSX、NDJSON）", en: "Hand in a file (CSV, XLSX, NDJSON)" },
    params: Type.Object({}),
    query: SubmissionQuery,
    consumes: ["text/csv", "application/x-ndjson", XLSX_TYPE, "multipart/form-data"],
    response: { 202: BatchSchema, 200: BatchSchema },
    handle: async ({ query, actor, request, reply }) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const upload = await openUpload(request, runtime.upload);
      if (!upload) throw ingestProblem("empty-body");
      const result = await receiveBatch(runtime, {
        item: query.item,
        profile: query.source ?? null,
        sourceBody: query.body ?? null,
        fileName: query.fileName ?? upload.fileName ?? "upload",
        attested: query.attest,
        unserved: query.unserved,
        actor,
        idempotencyKey,
        requestId: request.id,
        content: upload.content,
      });
      if (result.created) wake();
      reply.code(result.created ? 202 : 200).header("location", `/api/v1/batches/${result.batchId}`);
      return toResource(await getBatch(runtime, actor, result.batchId));
    },
  });
}

function registerErrors(app: FastifyInstance, runtime: IngestRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/batches/:batchId/errors",
    permission: "batches:read",
    tag: "batches",
    summary: { zh: "错误报告：按原因归并，并逐行列出", en: "Error report: grouped by cause, and row by row" },
    params: BatchParams,
    query: Type.Object(
      {
        format: Type.Union([Type.Literal("json"), Type.Literal("csv"), Type.Literal("xlsx")], { default: "json" }),
        limit: pageLimit(1000, 5000),
        cursor: pageCursor(40),
      },
      { additionalProperties: false },
    ),
    response: { 200: fileAnswer("errors, as asked for by format", ["text/csv", XLSX_TYPE], BatchErrorsSchema) },
    handle: async ({ params, query, actor, request, reply }) => {
      const batch = await getBatch(runtime, actor, params.batchId);
      const { format } = query;
      await auditReading(runtime, actor, request, "ingest/read-errors", batch.batchId, { format });
      if (query.format === "json") {
        const page = await readErrors(runtime.db, batch.batchId, query.cursor ?? null, query.limit);
        return {
          batchId: batch.batchId,
          causes: page.causes,
          errors: page.lines,
          shown: page.lines.length,
          total: page.total,
          next: page.next,
        };
      }
      const lines = streamErrors(runtime.db, batch.batchId);
      reply.header("content-disposition", `attachment; filename="errors-${batch.batchId}.${query.format}"`);
      if (query.format === "csv") return reply.type("text/csv; charset=utf-8").send(csvReport(lines));
      const causes = await inScope(runtime.db, (tx) => listProblems(tx, batch.batchId));
      return reply.type(XLSX_TYPE).send(xlsxReport(batch, causes, lines));
    },
  });
}

/** The look goes into the trail before anything is given away; a report may take longer than a transaction should. */
async function auditReading(
  { db, clock }: IngestRuntime,
  actor: Actor,
  request: FastifyRequest,
  action: string,
  target: string,
  detail: AuditEntry["detail"] = {},
): Promise<void> {
  await inScopeOf(db, actor, (tx) =>
    recordAudit(tx, { at: clock.now(), actor, action, target, detail, requestId: request.id }),
  );
}

/** A batch as the API shows it: with the way to what belongs to it. */
function toResource(batch: Batch): Batch & { readonly links: object } {
  const path = `/api/v1/batches/${batch.batchId}`;
  const errors = (format: string): string => `${path}/errors?format=${format}`;
  return {
    ...batch,
    links: {
      errors: { json: errors("json"), csv: errors("csv"), xlsx: errors("xlsx") },
      annotated: batch.state === "done" && batch.tableOf === null ? `${path}/annotated` : null,
      rows: batch.state === "done" ? `${path}/rows` : null,
    },
  };
}

/** A batch that this actor may see. Of another body's nobody is told that there is one. */
async function getBatch(runtime: IngestRuntime, actor: Actor, id: string): Promise<Batch> {
  const batch = await inScopeOf(runtime.db, actor, (tx) => findBatch(tx, batchIdOf(id)));
  if (!batch) throw ingestProblem("unknown-batch");
  return batch;
}

function cursorOf(text: string): BatchId {
  const id = parseId<BatchId>(text);
  if (!id) throw httpProblem("unreadable-cursor");
  return id;
}

function batchIdOf(text: string): BatchId {
  const id = parseId<BatchId>(text);
  if (!id) throw ingestProblem("unknown-batch");
  return id;
}
