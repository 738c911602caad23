import { recordAudit } from "#audit";
import type { Actor } from "../../../kernel/actor.ts";
import { inScope } from "../../../platform/db/scope.ts";
import { readSealed } from "../../../platform/files.ts";
import { unwrapKey } from "../../../platform/keyring.ts";
import type { Batch } from "../batch.ts";
import { findFileKey } from "../batches.store.ts";
import { FileRefusal } from "../decode/file-refusal.ts";
import { ingestProblem } from "../ingest.problems.ts";
import { rawFilePath } from "../raw-file.ts";
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
/** Files annotated at the same time; each has a thread. */
const MOST_AT_ONCE = 4;
let running = 0;

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
  const { wrapped, causes } = await inScope(runtime.db, async (tx) => {
    await recordAudit(tx, {
      at: runtime.clock.now(),
      actor,
      action: "ingest/read-raw-file",
      target: batchId,
      detail: { annotated: true },
      requestId,
    });
    return { wrapped: await findFileKey(tx, batchId), causes: await listProblems(tx, batchId) };
  });
  if (!wrapped) throw new Error(`batch ${batchId} has no raw file`);
  const filePath = rawFilePath(runtime.dataDirectory, batchId);
  const fileKey = unwrapKey(runtime.keyring, wrapped);
  const content =
    causes.length === 0 && batch.repairs === null
      ? readSealed(filePath, fileKey)
      : counted(
          annotationStream(
            runtime.annotators,
            requestOf(runtime, batch, filePath, fileKey, causes),
            deskOf(runtime, batch),
          ),
        );
  return { type: known[2], extension: known[1], content: await begun(content) };
}

function requestOf(
  runtime: IngestRuntime,
  batch: Batch,
  filePath: string,
  fileKey: Uint8Array,
  causes: AnnotateRequest["causes"],
): AnnotateRequest {
  const { batchId, item, edition, profile, counts } = batch;
  return {
    batchId,
    fileName: batch.fileName,
    filePath,
    fileKey,
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
  };
}

function deskOf({ db }: IngestRuntime, { batchId }: Batch): AnnotationDesk {
  let after = { row: 0, ordinal: 0 };
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

async function* counted(content: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (running >= MOST_AT_ONCE) throw ingestProblem("annotating-busy");
  running += 1;
  try {
    yield* content;
  } finally {
    running -= 1;
  }
}

function notAnnotatable(batch: Batch): Error {
  if (batch.refusal) return ingestProblem("not-annotatable", { detail: batch.refusal.message });
  return ingestProblem("not-annotatable");
}
