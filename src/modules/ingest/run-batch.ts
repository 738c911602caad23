import type { Actor } from "../../kernel/actor.ts";
import type { BatchId } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/time.ts";
import { recordAudit } from "#audit";
import type { Catalogue } from "#catalogue";
import type { OnVersionsAppended } from "#records";
import { readJudgedClaims, shareSubjects } from "#subjects";
import { inScope } from "../../platform/db/scope.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import { seal, unwrapKey, type Keyring } from "../../platform/keyring.ts";
import type { Batch, BatchState } from "./batch.ts";
import {
  claimBatch,
  endBatch,
  findBatch,
  findFileKey,
  finishBatch,
  insertCauses,
  insertFindings,
  lockMerging,
  releaseBatch,
  reportProgress,
} from "./batches.store.ts";
import { CauseTally } from "./cause-tally.ts";
import { FileRefusal } from "./decode/file-refusal.ts";
import { RowFiling, type FilingContext, type FilingResult } from "./file-rows.ts";
import type { JudgePool } from "./judge-pool.ts";
import { JudgeStream } from "./judge-stream.ts";
import { nameKeysOf } from "./name-change.ts";
import type { JudgedChunk, TableEnd } from "./prepared-row.ts";
import { rawFilePath } from "./raw-file.ts";

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
  /** Reader threads, composed by src/app with the annotators of downstream modules. */
  readonly judges: JudgePool;
  readonly subscribers: readonly OnVersionsAppended[];
}

/**
 * Takes a batch from its raw file to the register: reads, judges, files and commits it as a whole, or not at all.
 * Does nothing when the batch is finished or a living worker holds it. A technical failure gives the batch back and
 * throws, so that the queue tries again; after five attempts it is given up as failed.
 */
export async function runBatch(runtime: IngestRuntime, batchId: BatchId): Promise<Batch | null> {
  const { db, clock } = runtime;
  const attempt = await inScope(db, (tx) => claimBatch(tx, batchId, LEASE_SECONDS));
  if (attempt === null) return inScope(db, (tx) => findBatch(tx, batchId));
  const heartbeat = new Heartbeat(db, batchId);
  try {
    await inScope(db, (tx) => mergeBatch(tx, runtime, batchId, heartbeat));
  } catch (error) {
    await heartbeat.stop();
    if (error instanceof FileRefusal) {
      const refusal = { code: error.code, message: error.text, remedy: error.remedy };
      await inScope(db, (tx) => endBatch(tx, batchId, "refused", refusal, clock.now()));
    } else if (attempt >= MAX_ATTEMPTS) {
      await inScope(db, (tx) => endBatch(tx, batchId, "failed", GIVEN_UP, clock.now()));
      throw error;
    } else {
      await inScope(db, (tx) => releaseBatch(tx, batchId));
      throw error;
    }
  } finally {
    await heartbeat.stop();
  }
  return inScope(db, (tx) => findBatch(tx, batchId));
}

const GIVEN_UP = {
  code: "given-up",
  message: {
    zh: "多次处理均因技术故障中断，未入库任何一行",
    en: "Processing broke down several times; not a single row was taken",
  },
  remedy: { zh: "原始文件已保存，请联系信用信息中心", en: "The raw file is kept; ask the credit information centre" },
};

async function mergeBatch(tx: Tx, runtime: IngestRuntime, batchId: BatchId, heartbeat: Heartbeat): Promise<void> {
  const started = performance.now();
  const claimed = await findBatch(tx, batchId);
  if (claimed) await lockMerging(tx, claimed.item);
  await shareSubjects(tx);
  // Read anew under the lock: a worker thought dead may have finished meanwhile.
  const batch = await findBatch(tx, batchId);
  if (batch?.state === "done") return;
  const wrapped = await findFileKey(tx, batchId);
  const item = batch ? runtime.catalogue.getItem(batch.item, batch.edition) : null;
  if (!batch || !wrapped || !item) throw new Error(`batch ${batchId} has no raw file or no catalogue item`);
  const actor: Actor = { kind: "administrator", id: batch.uploadedBy };
  const stream = new JudgeStream(runtime.judges, {
    filePath: rawFilePath(runtime.dataDirectory, batchId),
    fileKey: unwrapKey(runtime.keyring, wrapped),
    fileName: batch.fileName,
    item: batch.item,
    edition: batch.edition,
    profile: batch.profile,
    sourceBody: batch.sourceBody,
    attested: batch.attested,
    today: runtime.clock.today(),
    lawDirectory: runtime.lawDirectory,
    lookupKey: runtime.keyring.lookupKey,
  });
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
    subscribers: runtime.subscribers,
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
  const counts = await receipt.finish(stream.end, (performance.now() - started) / 1000, runtime.clock);
  await recordAudit(tx, {
    at: runtime.clock.now(),
    actor,
    action: "ingest/file-batch",
    target: batchId,
    detail: { item: batch.item, edition: batch.edition, sha256: batch.contentSha256, ...counts },
  });
}

/** Adds up what became of the rows and keeps the findings. */
class Receipt {
  rows = 0;
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
  }

  async finish(end: TableEnd, seconds: number, clock: Clock): Promise<Readonly<Record<string, number>>> {
    const counts = { rows: this.rows, ...this.#sum };
    await insertCauses(this.#tx, this.#batchId, this.#tally.causes);
    await finishBatch(this.#tx, this.#batchId, {
      ...counts,
      seconds: Math.round(seconds * 1000) / 1000,
      format: end.format,
      notes: end.notes,
      publication: this.#publication,
      finishedAt: clock.now(),
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
