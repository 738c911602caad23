import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { findRecordPlace, recordProblem } from "#records";
import { mayCall, scopeOf, type Actor } from "../../kernel/actor.ts";
import { parseId, type RecordId } from "../../kernel/ids.ts";
import { purposeOf } from "../../platform/http/purpose.ts";
import { fileAnswer, registerRoute } from "../../platform/http/route.ts";
import { openUpload, type UploadLimits } from "../../platform/http/upload.ts";
import { attachDocument, type DocumentStore } from "./attach-document.ts";
import { MEDIA_TYPES, type StoredDocument } from "./document.ts";
import { DocumentKindSchema, DocumentSchema, DocumentsSchema } from "./documents.contract.ts";
import { documentProblem } from "./documents.problems.ts";
import { listDocuments } from "./documents.store.ts";
import { readDocument } from "./read-document.ts";

export interface DocumentsRuntime extends DocumentStore {
  readonly upload: UploadLimits;
}

/** A scanned decision has a few pages; what is larger is no decision. Held in memory while it is looked at. */
const MOST_BYTES = 20 * 1024 ** 2;

const RecordParams = Type.Object({ recordId: Type.String({ description: "记录编号 / record id" }) });
const DocumentParams = Type.Object({
  ...RecordParams.properties,
  sequence: Type.Integer({ minimum: 1, maximum: 100_000, description: "附件序号 / number of the document" }),
});
const Purpose = Type.Optional(
  Type.String({
    maxLength: 200,
    description:
      "查阅用途，可查看各单位档案的人员必填，记入审计；也可用请求头 X-Purpose / what the read is for; needed from those who see every body; or the header X-Purpose",
  }),
);

/** Attaching papers to a record, and reading them. */
export function registerDocumentRoutes(app: FastifyInstance, runtime: DocumentsRuntime): void {
  registerAttaching(app, runtime);
  registerRoute(app, {
    method: "GET",
    path: "/records/:recordId/documents",
    permission: "archive:read",
    tag: "records",
    summary: { zh: "一条记录的附件：决定书、送达回证", en: "Documents attached to a record" },
    params: RecordParams,
    query: Type.Object({}, { additionalProperties: false }),
    response: { 200: DocumentsSchema },
    handle: async ({ params, actor, request }) => {
      const recordId = recordIdOf(params.recordId);
      const look = { actor, action: "documents/list-documents", target: recordId, detail: {}, requestId: request.id };
      const items = await auditedRead(runtime, look, async (tx) => {
        if (!(await findRecordPlace(tx, recordId))) throw recordProblem("unknown-record");
        return listDocuments(tx, recordId);
      });
      return { items: items.map((document) => toResource(document, items)), allowed: allowedTo(actor) };
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/records/:recordId/documents/:sequence",
    permission: "archive:read",
    tag: "records",
    summary: { zh: "下载一份附件", en: "Download a document" },
    params: DocumentParams,
    query: Type.Object({ purpose: Purpose }, { additionalProperties: false }),
    response: { 200: fileAnswer("the file as it was attached", MEDIA_TYPES) },
    handle: async ({ params, query, actor, request, reply }) => {
      const recordId = recordIdOf(params.recordId);
      const isStated = query.purpose !== undefined || request.headers["x-purpose"] !== undefined;
      const purpose = scopeOf(actor) === "all" || isStated ? { purpose: purposeOf(request, query.purpose) } : {};
      const by = { actor, requestId: request.id, ...purpose };
      const { document, content } = await readDocument(runtime, { recordId, sequence: params.sequence }, by);
      // Never shown within a page of ours, whatever it holds: a file to be saved, and no document with rights.
      reply.headers({
        "content-disposition": `attachment; filename="document-${document.sequence}"; filename*=UTF-8''${encodeName(document.fileName)}`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      });
      return reply.type(document.mediaType).send(content);
    },
  });
}

function registerAttaching(app: FastifyInstance, runtime: DocumentsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/records/:recordId/documents",
    permission: "documents:file",
    tag: "records",
    summary: {
      zh: "为一条记录附上决定书或送达回证（PDF、PNG、JPEG）",
      en: "Attach the decision or the proof of its service to a record (PDF, PNG, JPEG)",
    },
    params: RecordParams,
    query: Type.Object(
      {
        kind: Type.Union([...DocumentKindSchema.anyOf], { default: "decision" }),
        fileName: Type.Optional(Type.String({ maxLength: 200, description: "文件名 / name of the file" })),
      },
      { additionalProperties: false },
    ),
    consumes: [...MEDIA_TYPES, "multipart/form-data"],
    response: { 201: DocumentSchema, 200: DocumentSchema },
    handle: async ({ params, query, actor, request, reply }) => {
      const recordId = recordIdOf(params.recordId);
      const maximumBytes = Math.min(MOST_BYTES, runtime.upload.maximumBytes);
      const upload = await openUpload(request, { ...runtime.upload, maximumBytes });
      if (!upload) throw documentProblem("no-content");
      const { document, created } = await attachDocument(runtime, {
        recordId,
        kind: query.kind,
        fileName: query.fileName ?? upload.fileName ?? "document",
        content: upload.content,
        actor,
        requestId: request.id,
      });
      reply.code(created ? 201 : 200);
      return toResource(document, [document]);
    },
  });
}

function allowedTo(actor: Actor): "attach"[] {
  return mayCall(actor, "documents:file") ? ["attach"] : [];
}

/** A document as the API shows it: whether it counts, and nothing of where it lies. */
function toResource({ sourceBody: _sourceBody, ...document }: StoredDocument, all: readonly StoredDocument[]) {
  return { ...document, current: !all.some((one) => one.kind === document.kind && one.sequence > document.sequence) };
}

/** RFC 8187: what encodeURIComponent leaves and the header's grammar does not take. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function recordIdOf(text: string): RecordId {
  const recordId = parseId<RecordId>(text);
  if (!recordId) throw recordProblem("unknown-record");
  return recordId;
}
