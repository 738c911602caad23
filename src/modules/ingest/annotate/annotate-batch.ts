import { recordAudit } from "#audit";
import type { Actor } from "../../../kernel/actor.ts";
import { inScope } from "../../../platform/db/scope.ts";
import { readSealed } from "../../../platform/files.ts";
import type { Batch } from "../batch.ts";
import { FileRefusal } from "../decode/file-refusal.ts";
import { ingestProblem } from "../ingest.problems.ts";
import type { BatchContent } from "../repair/batch-content.ts";
import { contentOf } from "../repair/content-of-batch.ts";
import type { IngestRuntime } from "../run-batch.ts";
import type { AnnotateRequest, AnnotationDesk } from "./annotation.ts";
import { annotationStream } from "./annotation-stream.ts";
import { listPlaces, listProblems } from "./annotations.store.ts";
import { answerByRegister } from "./register-proposals.ts";

/** A file to be sent. */
export interface AnnotatedFile {
  readonly type: string;
  readonly extension: string;
  readonly content: AsyncGenerator<Uint8Array>;
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const FORMATS: readonly (readonly [format: string, extension: string, type: string])[] = [
  ["xlsx", "xlsx", XLSX_TYPE],
  ["csv", "csv", "text/csv"],
  ["ndjson", "ndjson", "application/x-ndjson"],
  ["json-array", "json", "application/json"],
];
const PAGE = 5000;
/** No row has so many findings. */
const LAST = 2 ** 31 - 1;

/**
 * The reporter's own file with what was found in it; the file as it came where nothing was, unless marks
 * of an earlier round must go. Reading a raw file is an audited act. @throws Problem ingest/not-annotatable, ingest/annotating-busy
 */
export async function annotateBatch(
  runtime: IngestRuntime,
  batch: Batch,
  actor: Actor,
  requestId: string,
): Promise<AnnotatedFile> {
  const known = FORMATS.find(([format]) => batch.format?.split(",")[0] === format);
  if (batch.state !== "done" || !known) throw notAnnotatable(batch);
  const { batchId } = batch;
  const { content, causes } = await inScope(runtime.db, async (tx) => {
    await recordAudit(tx, {
      at: runtime.clock.now(),
      actor,
      action: "ingest/read-raw-file",
      target: batchId,
      detail: { annotated: true },
      requestId,
    });
    return { content: await contentOf(tx, runtime, batch), causes: await listProblems(tx, batchId) };
  });
  const file =
    causes.length === 0 && batch.repairs === null
      ? readSealed(content.table.path, content.table.key)
      : annotationStream(runtime.annotators, requestOf(runtime, batch, content, causes), deskOf(runtime, batch));
  return { type: known[2], extension: known[1], content: await begun(file) };
}

/** What the annotating thread is told of a batch. */
export function requestOf(
  runtime: IngestRuntime,
  batch: Batch,
  content: BatchContent,
  causes: AnnotateRequest["causes"],
): AnnotateRequest {
  const { batchId, item, edition, profile, counts } = batch;
  return {
    batchId,
    fileName: batch.fileName,
    content,
    item,
    edition,
    profile,
    today: runtime.clock.today(),
    lawDirectory: runtime.lawDirectory,
    lookupKey: runtime.keyring.lookupKey,
    causes,
    counts: counts
      ? `共 ${counts.rows} 行：新增 ${counts.accepted}，变更 ${counts.changed}，重复 ${counts.duplicates}，待确认 ${counts.review}，未收 ${counts.rejected}`
      : "",
    rows: null,
  };
}

/** Answers the annotating thread from the database: findings behind a row, and the register. */
export function deskOf({ db }: IngestRuntime, { batchId }: Batch, behind = 0): AnnotationDesk {
  let after = { row: behind, ordinal: LAST };
  return {
    findings: async () => {
      const page = await inScope(db, (tx) => listPlaces(tx, batchId, after, PAGE));
      after = page.last;
      return page.places;
    },
    ask: (questions) => inScope(db, (tx) => answerByRegister(tx, questions)),
  };
}

/** Waits for the first bytes, so that a file that cannot be annotated is refused and not broken off. */
async function begun(content: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const first = await content.next().catch((error: unknown) => {
    if (!(error instanceof FileRefusal)) throw error;
    throw ingestProblem("not-annotatable", { detail: error.text, cause: error });
  });
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (!first.done) yield first.value;
      yield* content;
    } finally {
      await content.return(undefined);
    }
  }
  return all();
}

function notAnnotatable(batch: Batch): Error {
  if (batch.refusal) return ingestProblem("not-annotatable", { detail: batch.refusal.message });
  return ingestProblem("not-annotatable");
}
