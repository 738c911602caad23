import { administratorActor, SYSTEM_ACTOR, type Actor } from "../../kernel/actor.ts";
import type { BatchId } from "../../kernel/ids.ts";
import { storableText } from "../../kernel/text.ts";
import { formatInstant, type Clock, type Instant } from "../../kernel/time.ts";
import { recordAudit } from "#audit";
import type { Catalogue } from "#catalogue";
import type { OnBatchFiled, OnDuplicates, OnVersionsAppended } from "#records";
import { readJudgedClaims, shareSubjects } from "#subjects";
import { lookUpByIndex } from "../../platform/db/look-up-by-index.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import type { UploadLimits } from "../../platform/http/upload.ts";
import { seal, type Keyring } from "../../platform/keyring.ts";
import { RepairTally } from "./annotate/repair-tally.ts";
import { unservedOf, type Batch, type BatchState, type Refusal } from "./batch.ts";
import {
  claimBatch,
  endBatch,
  findBatch,
  findSameFile,
  finishBatch,
  insertCauses,
  insertFindings,
  lockMerging,
  releaseBatch,
  reportProgress,
} from "./batches.store.ts";
import { CauseTally, storableWords } from "./cause-tally.ts";
import { FileRefusal } from "./decode/file-refusal.ts";
import { RowFiling, type FilingContext, type FilingResult } from "./file-rows.ts";
import type { JudgePool } from "./judge-pool.ts";
import { JudgeStream } from "./judge-stream.ts";
import { nameKeysOf } from "./name-change.ts";
import type { JudgedChunk, TableEnd } from "./prepared-row.ts";
import type { BatchContent } from "./repair/batch-content.ts";
import { contentOf } from "./repair/content-of-batch.ts";
import type { RowAnswers } from "./repair/row-answers.ts";

/** Seconds after which a worker that gave no sign counts as dead. */
const LEASE_SECONDS = 20;
const HEARTBEAT_MS = 1000;
/** Attempts after which a batch that kills its worker is given up. */
const MAX_ATTEMPTS = 5;

/** What running a batch needs; built once by src/app. */
export interface IngestRuntime {
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly keyring: Keyring;
  readonly dataDirectory: string;
  readonly lawDirectory: string;
  readonly upload: UploadLimits;
  /** Reader threads, composed by src/app with the annotators of downstream modules. */
  readonly judges: JudgePool;
  /** Standard answers to rows that cannot be repaired. */
  readonly rowAnswers: RowAnswers;
  /** Threads that write files back with what was found in them. */
  readonly annotators: JudgePool;
  readonly subscribers: readonly OnVersionsAppended[];
  readonly duplicateSubscribers: readonly OnDuplicates[];
  readonly closingSubscribers: readonly OnBatchFiled[];
}

/**
 * Takes a batch from its raw file to the register: reads, judges, files and commits it as a whole, or not at all.
 * Does nothing when the batch is finished or a living worker holds it. A technical failure gives the batch back and
 * throws, so that the queue tries again; after five attempts it is given up as failed.
 */
export async function runBatch(runtime: IngestRuntime, batchId: BatchId): Promise<Batch | null> {
  const { db } = runtime;
  const attempt = await inScope(db, (tx) => claimBatch(tx, batchId, LEASE_SECONDS));
  if (attempt === null) return inScope(db, (tx) => findBatch(tx, batchId));
  const heartbeat = new Heartbeat(db, batchId);
  try {
    await inScope(db, (tx) => mergeBatch(tx, runtime, batchId, heartbeat));
  } catch (error) {
    await heartbeat.stop();
    await settle(runtime, batchId, attempt, error);
  } finally {
    await heartbeat.stop();
  }
  return inScope(db, (tx) => findBatch(tx, batchId));
}

/** After an error: a refusal ends the batch; anything else gives it back, or up, and is thrown for the log. */
async function settle(runtime: IngestRuntime, batchId: BatchId, attempt: number, error: unknown): Promise<void> {
  if (!(error instanceof FileRefusal)) {
    await giveBack(runtime, batchId, attempt);
    throw error;
  }
  try {
    const refusal = { code: error.code, message: storableWords(error.text), remedy: storableWords(error.remedy) };
    await closeBatch(runtime, batchId, "refused", refusal);
  } catch (late) {
    // A refusal that cannot be written down must not keep the batch for ever either.
    await giveBack(runtime, batchId, attempt);
    throw late;
  }
}

async function giveBack(runtime: IngestRuntime, batchId: BatchId, attempt: number): Promise<void> {
  if (attempt >= MAX_ATTEMPTS) await closeBatch(runtime, batchId, "failed", GIVEN_UP);
  else await inScope(runtime.db, (tx) => releaseBatch(tx, batchId));
}

/** Ends a batch of which nothing was taken; the trail tells so in the same transaction. */
async function closeBatch(
  { db, clock }: IngestRuntime,
  batchId: BatchId,
  state: "refused" | "failed",
  refusal: Refusal,
): Promise<void> {
  const at = clock.now();
  await inScope(db, async (tx) => {
    await endBatch(tx, batchId, state, refusal, at);
    const action = state === "refused" ? "ingest/refuse-batch" : "ingest/give-up-batch";
    await recordAudit(tx, { at, actor: SYSTEM_ACTOR, action, target: batchId, detail: { code: refusal.code } });
  });
}

const GIVEN_UP = {
  code: "given-up",
  message: {
    zh: "多次处理均因技术故障中断，未入库任何一行",
    en: "Processing broke down several times; not a single row was taken",
  },
  remedy: { zh: "原始文件已保存，请联系信用信息中心", en: "The raw file is kept; ask the credit information centre" },
};

const NO_ROWS = {
  code: "no-rows",
  zh: "文件只有表头，没有数据行，未入库任何内容",
  en: "The file has a header and no rows; nothing was taken",
};

function sameFileNote({ batchId, finishedAt }: { readonly batchId: BatchId; readonly finishedAt: Instant }) {
  const at = formatInstant(finishedAt);
  return {
    code: "same-file-before",
    zh: `与先前报送的文件完全相同：批次 ${batchId}，${at}（北京时间）入库`,
    en: `The very same file came in before: batch ${batchId}, filed ${at} (Beijing time)`,
  };
}

async function mergeBatch(tx: Tx, runtime: IngestRuntime, batchId: BatchId, heartbeat: Heartbeat): Promise<void> {
  const started = performance.now();
  await lookUpByIndex(tx);
  const claimed = await findBatch(tx, batchId);
  if (claimed) await lockMerging(tx, claimed.item);
  await shareSubjects(tx);
  // Read anew under the lock: a worker thought dead may have finished meanwhile.
  const batch = await findBatch(tx, batchId);
  if (batch?.state === "done") return;
  const item = batch ? runtime.catalogue.getItem(batch.item, batch.edition) : null;
  if (!batch || !item) throw new Error(`batch ${batchId} is gone or has no catalogue item`);
  const content = await contentOf(tx, runtime, batch);
  const actor: Actor = { ...administratorActor(batch.uploadedBy), body: batch.body };
  const stream = new JudgeStream(runtime.judges, judgeRequest(runtime, batch, content));
  const receipt = new Receipt(tx, batchId);
  const context: FilingContext = {
    batchId,
    item: batch.item,
    edition: batch.edition,
    namesSubject: item.namesSubject,
    nameKeys: nameKeysOf(item),
    judged: await readJudgedClaims(tx),
    actor,
    knownFrom: runtime.clock.now(),
    unserved: unservedOf(batch),
    subscribers: runtime.subscribers,
    duplicateSubscribers: batch.attested ? runtime.duplicateSubscribers : [],
    seal: (plaintext, purpose) => seal(runtime.keyring, Buffer.from(plaintext, "utf8"), purpose),
  };
  const filing = new RowFiling(tx, context, (chunk, result) => receipt.take(chunk, result));
  try {
    let read = 0;
    for await (const chunk of stream.chunks()) {
      read += chunk.rows;
      heartbeat.tell("merging", read, receipt.rows);
      await filing.take(chunk);
    }
    await filing.finish();
  } finally {
    await filing.settle();
  }
  await heartbeat.stop();
  const filedAt = runtime.clock.now();
  for (const close of runtime.closingSubscribers) await close(tx, { ...context, filedAt });
  const same = await findSameFile(tx, batch);
  const end = { ...stream.end, notes: [...(same ? [sameFileNote(same)] : []), ...stream.end.notes] };
  const counts = await receipt.finish(end, (performance.now() - started) / 1000, filedAt);
  await receipt.repairs.record(tx, batchId, batch.item);
  await recordAudit(tx, {
    at: filedAt,
    actor,
    action: "ingest/file-batch",
    target: batchId,
    detail: { item: batch.item, edition: batch.edition, sha256: batch.contentSha256, ...counts },
  });
}

function judgeRequest({ keyring, clock, lawDirectory }: IngestRuntime, batch: Batch, content: BatchContent) {
  const { fileName, item, edition, profile, sourceBody, attested } = batch;
  const today = clock.today();
  const { lookupKey } = keyring;
  return { content, fileName, item, edition, profile, sourceBody, attested, today, lawDirectory, lookupKey };
}

/** Adds up what became of the rows and keeps the findings. */
class Receipt {
  rows = 0;
  readonly repairs = new RepairTally();
  readonly #sum = { accepted: 0, changed: 0, duplicates: 0, review: 0, held: 0, rejected: 0 };
  readonly #publication: Record<string, number> = {};
  readonly #tally = new CauseTally();
  readonly #tx: Tx;
  readonly #batchId: BatchId;

  constructor(tx: Tx, batchId: BatchId) {
    this.#tx = tx;
    this.#batchId = batchId;
  }

  async take(chunk: JudgedChunk, filed: FilingResult): Promise<void> {
    this.rows += chunk.rows;
    this.#sum.rejected += chunk.rejected + filed.rejected;
    for (const key of ["accepted", "changed", "duplicates", "review", "held"] as const) this.#sum[key] += filed[key];
    for (const [reason, count] of Object.entries(filed.publication)) {
      this.#publication[reason] = (this.#publication[reason] ?? 0) + count;
    }
    const findings = [...chunk.findings, ...filed.findings].toSorted((a, b) => a.row - b.row);
    const kept = findings.map((finding) => this.#tally.add(finding)).filter((finding) => finding !== null);
    await insertFindings(this.#tx, this.#batchId, kept);
    this.repairs.take(chunk.keyed, findings);
  }

  async finish(end: TableEnd, seconds: number, finishedAt: Instant): Promise<Readonly<Record<string, number>>> {
    const counts = { rows: this.rows, ...this.#sum };
    await insertCauses(this.#tx, this.#batchId, this.#tally.causes);
    await finishBatch(this.#tx, this.#batchId, {
      ...counts,
      seconds: Math.round(seconds * 1000) / 1000,
      format: storableText(end.format),
      notes: (this.rows === 0 ? [NO_ROWS, ...end.notes] : end.notes).map(storableWords),
      publication: this.#publication,
      finishedAt,
    });
    return counts;
  }
}

/** Shows progress and renews the lease from a connection of its own, since the merging transaction is not seen yet. */
class Heartbeat {
  readonly #db: Db;
  readonly #batchId: BatchId;
  #progress: { state: BatchState; rowsRead: number; rowsFiled: number } = {
    state: "reading",
    rowsRead: 0,
    rowsFiled: 0,
  };
  #timer: NodeJS.Timeout | null;
  #beating: Promise<void> = Promise.resolve();

  constructor(db: Db, batchId: BatchId) {
    this.#db = db;
    this.#batchId = batchId;
    this.#timer = setInterval(() => {
      // A missed beat is no harm: the next one comes, and past the lease the batch is taken up anew.
      this.#beating = this.#beat().catch(() => undefined);
    }, HEARTBEAT_MS);
  }

  tell(state: BatchState, rowsRead: number, rowsFiled: number): void {
    this.#progress = { state, rowsRead, rowsFiled };
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#beating;
  }

  #beat(): Promise<void> {
    return inScope(this.#db, (tx) => reportProgress(tx, this.#batchId, this.#progress, LEASE_SECONDS));
  }
}
