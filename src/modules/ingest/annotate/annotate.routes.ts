import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Actor } from "../../../kernel/actor.ts";
import { fileAnswer, registerRoute } from "../../../platform/http/route.ts";
import type { Batch } from "../batch.ts";
import type { IngestRuntime } from "../run-batch.ts";
import { annotateBatch, XLSX_TYPE } from "./annotate-batch.ts";

/** The reporter's own file, annotated. `getBatch` finds a batch or throws the problem that says that there is none. */
export function registerAnnotated(
  app: FastifyInstance,
  runtime: IngestRuntime,
  getBatch: (actor: Actor, id: string) => Promise<Batch>,
): void {
  registerRoute(app, {
    method: "GET",
    path: "/batches/:batchId/annotated",
    permission: "batches:read",
    tag: "batches",
    summary: {
      zh: "原文件的批注版：标色、批注、问题与改正列；改正后可直接再报送",
      en: "The file itself with marks, comments and a column of problems; corrected in place it can be sent again",
    },
    params: Type.Object({ batchId: Type.String({ description: "批次编号 / UUID of the batch" }) }),
    query: Type.Object({}, { additionalProperties: false }),
    response: {
      200: fileAnswer("the reporter's own file, in its own format, annotated", [
        XLSX_TYPE,
        "text/csv",
        "application/x-ndjson",
        "application/json",
      ]),
    },
    handle: async ({ params, actor, request, reply }) => {
      const batch = await getBatch(actor, params.batchId);
      const file = await annotateBatch(runtime, batch, actor, request.id);
      const name = encodeURIComponent(annotatedName(batch.fileName, file.extension));
      reply.header(
        "content-disposition",
        `attachment; filename="annotated-${batch.batchId}.${file.extension}"; filename*=UTF-8''${name}`,
      );
      return reply.type(file.type).send(Readable.from(file.content, { objectMode: false }));
    },
  });
}

/** 报表.xlsx → 报表-批注.xlsx; an ending of the same kind, such as .xlsm or .tsv, stays. */
function annotatedName(fileName: string, extension: string): string {
  const [, stem = fileName, ending = extension] =
    /^(.*)\.(xlsm|xlsx|csv|tsv|txt|ndjson|jsonl|json)$/i.exec(fileName) ?? [];
  return `${stem.toWellFormed()}-批注.${ending.toLowerCase()}`;
}
