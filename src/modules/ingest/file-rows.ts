import { setImmediate as breathe } from "node:timers/promises";
import {
  findHeadPayloads,
  findHeads,
  insertVersions,
  type ChangeSet,
  type OnDuplicates,
  type OnVersionsAppended,
  type VersionOrigin,
} from "#records";
import {
  findSubjectsByIdentifiers,
  findSubjectsByUscc,
  insertIdentifiers,
  insertNames,
  insertSubjects,
  widenNames,
  type JudgedClaim,
  type KnownName,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import type { BatchId, SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { unservedOf, type BatchCounts } from "./batch.ts";
import { findBatch } from "./batches.store.ts";
import { correctNames } from "./correct-names.ts";
import { KnownSubjects } from "./known-subjects.ts";
import type { NameChange, NameKeys } from "./name-change.ts";
import { ChunkPlan, type ChunkKnowledge, type FilingFinding, type PlanContext } from "./plan-chunk.ts";
import { numbersWithoutCode, type JudgedChunk, type PreparedColumns, type PreparedRow } from "./prepared-row.ts";
import { SeenKeys } from "./seen-keys.ts";
import { findWaiting, insertWaiting, settleWaiting } from "./waiting-rows.store.ts";

/** What stays the same for all rows of a batch. */
export interface FilingContext {
  readonly batchId: BatchId;
  readonly item: string;
  readonly edition: number;
  readonly namesSubject: boolean;
  readonly nameKeys: NameKeys;
  /** To whom rows of these claims (hex) go that no machine may attach. */
  readonly judged: ReadonlyMap<string, JudgedClaim>;
  readonly actor: Actor;
  readonly knownFrom: Instant;
  readonly unserved: ChangeSet["unserved"];
  readonly seal: (plaintext: string, purpose: string) => Buffer;
  readonly subscribers: readonly OnVersionsAppended[];
  /** Told of duplicates where the sender attests; nobody else's decide anything. */
  readonly duplicateSubscribers: readonly OnDuplicates[];
}

/** What became of the good rows of one chunk. */
export interface FilingResult extends Omit<BatchCounts, "rows"> {
  readonly findings: readonly FilingFinding[];
  readonly publication: Readonly<Record<string, number>>;
}

/** Rows decided in one go; between two goes the server's answers are heard, so that it never waits long for us. */
const STRIDE = 250;
/** Widened names that are kept before they are written: most are widened several times in a file. */
const MOST_WIDENED = 20_000;

/**
 * Files the good rows of a batch, chunk by chunk, in the batch's transaction. Two chunks are under way at a time: while
 * the server writes one, the next has been looked up and is decided, so that both cores work. What the chunk being written
 * brings is known in memory (`SeenKeys`, `KnownSubjects`), so a look-up need not wait for it.
 */
export class RowFiling {
  readonly #tx: Tx;
  readonly #context: FilingContext;
  readonly #plan: PlanContext;
  readonly #subjects = new KnownSubjects();
  readonly #widened = new Map<KnownName, SubjectId>();
  readonly #nameChanges: NameChange[] = [];
  /** What was said of the service of earlier batches whose rows come back. */
  readonly #saidBefore = new Map<BatchId, ChangeSet["unserved"]>();
  readonly #done: (chunk: JudgedChunk, result: FilingResult) => Promise<void>;
  #ahead: { readonly chunk: JudgedChunk; readonly known: Promise<ChunkKnowledge> } | null = null;
  #written: Promise<void> = Promise.resolve();
  /** One statement after the other: a connection takes no two at once. */
  #line: Promise<unknown> = Promise.resolve();

  /** `done` is told of each chunk in order, once it is written; it may write in the same transaction. */
  constructor(tx: Tx, context: FilingContext, done: (chunk: JudgedChunk, result: FilingResult) => Promise<void>) {
    this.#tx = tx;
    this.#context = context;
    this.#done = done;
    this.#plan = {
      namesSubject: context.namesSubject,
      nameKeys: context.nameKeys,
      seen: new SeenKeys(),
      subjects: this.#subjects,
      judged: context.judged,
      widened: this.#widened,
      seal: context.seal,
    };
  }

  async take(chunk: JudgedChunk): Promise<void> {
    const known = this.#inLine(() => this.#lookUp(chunk.prepared));
    known.catch(() => undefined); // awaited when its turn comes; must not count as unhandled until then
    const before = this.#ahead;
    this.#ahead = { chunk, known };
    if (before) await this.#file(before.chunk, await before.known);
  }

  /** Files what is still under way. */
  async finish(): Promise<void> {
    if (this.#ahead) await this.#file(this.#ahead.chunk, await this.#ahead.known);
    this.#ahead = null;
    await this.#written;
    await this.#widenNames();
    await correctNames(this.#tx, this.#nameChanges, this.#context);
  }

  /** Waits for whatever statement still runs, so that the transaction can be ended after a failure. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#written, this.#line]);
  }

  async #lookUp(columns: PreparedColumns): Promise<ChunkKnowledge> {
    const { naturalKeys, contentHashes } = columns;
    const heads = await findHeads(this.#tx, naturalKeys, contentHashes);
    const waiting = await findWaiting(this.#tx, naturalKeys, contentHashes);
    const codes = new Set<string>();
    for (const uscc of columns.usccs) if (uscc !== null && !this.#subjects.get(uscc)) codes.add(uscc);
    const found = await findSubjectsByUscc(this.#tx, [...codes]);
    // A chunk decided meanwhile may have made or met them, with more names than the register had.
    for (const [uscc, subject] of found) if (!this.#subjects.get(uscc)) this.#subjects.set(uscc, subject);
    const identified = await findSubjectsByIdentifiers(this.#tx, numbersWithoutCode(columns));
    return { heads, waiting, identified };
  }

  async #file(chunk: JudgedChunk, known: ChunkKnowledge): Promise<void> {
    const plan = new ChunkPlan(this.#plan, chunk.prepared, known);
    for (let at = 0; at < chunk.prepared.count; at += STRIDE) {
      plan.decide(at, at + STRIDE);
      await breathe();
    }
    await this.#written;
    this.#written = this.#inLine(() => this.#write(chunk, plan));
    this.#written.catch(() => undefined); // awaited before the next chunk is written or at the end
  }

  async #write(chunk: JudgedChunk, plan: ChunkPlan): Promise<void> {
    const tx = this.#tx;
    const { batchId, knownFrom, item, edition, actor } = this.#context;
    const lost = await insertSubjects(tx, plan.newSubjects, batchId, knownFrom);
    if (lost.size > 0) throw new ConcurrentSubjectError(lost.size);
    await insertNames(tx, plan.newNames, batchId);
    await insertIdentifiers(tx, plan.newIdentifiers, batchId);
    if (this.#widened.size > MOST_WIDENED) await this.#widenNames();
    const versions = plan.versions(await findHeadPayloads(tx, plan.changes));
    for (const change of plan.nameChanges) this.#nameChanges.push(change);
    const origin: VersionOrigin = { item, edition, batchId, knownFrom, actor };
    await insertVersions(
      tx,
      versions.map(({ version }) => version),
      origin,
    );
    await settleWaiting(
      tx,
      plan.settled.map((row) => row.naturalKey),
      batchId,
      knownFrom,
    );
    await insertWaiting(tx, plan.waitingRows, { batchId, item, edition, at: knownFrom });
    const publication = await this.#tellSubscribers(versions, await this.#unservedOf(chunk));
    await this.#tellOfDuplicates(plan.duplicates, publication);
    await this.#done(chunk, { ...plan.counts, findings: plan.findings, publication });
  }

  async #widenNames(): Promise<void> {
    const names = [...this.#widened].map(([{ folded, from, registeredFrom }, subjectId]) => ({
      subjectId,
      folded,
      from,
      registeredFrom,
    }));
    this.#widened.clear();
    await widenNames(this.#tx, names);
  }

  /**
   * Whether rows of a chunk are not served yet: as this batch's sender said, or as was said of the batch whose annotated
   * file comes back. What nobody says anew stays held.
   */
  async #unservedOf(chunk: JudgedChunk): Promise<ChangeSet["unserved"]> {
    const { unserved, batchId } = this.#context;
    if (unserved) return unserved;
    for (const before of new Set(chunk.keyed.map(({ key }) => key.batchId))) {
      if (!this.#saidBefore.has(before)) {
        const batch = before === batchId ? null : await findBatch(this.#tx, before);
        this.#saidBefore.set(before, batch && unservedOf(batch));
      }
      const said = this.#saidBefore.get(before);
      if (said) return said;
    }
    return null;
  }

  async #tellSubscribers(
    versions: ReturnType<ChunkPlan["versions"]>,
    unserved: ChangeSet["unserved"],
  ): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    if (versions.length === 0) return counts;
    const { batchId, knownFrom, item } = this.#context;
    const changes = {
      batchId,
      knownFrom,
      unserved,
      versions: versions.map(({ version, annotation }) => ({
        subjectId: version.subjectId,
        recordId: version.recordId,
        version: version.version,
        item,
        sourceBody: version.sourceBody,
        decisionDate: version.decisionDate,
        annotation,
      })),
    };
    for (const subscriber of this.#context.subscribers) {
      for (const [reason, count] of Object.entries(await subscriber(this.#tx, changes)))
        counts[reason] = (counts[reason] ?? 0) + count;
    }
    return counts;
  }

  async #tellOfDuplicates(rows: readonly PreparedRow[], counts: Record<string, number>): Promise<void> {
    const { batchId, knownFrom, actor, duplicateSubscribers } = this.#context;
    if (rows.length === 0 || duplicateSubscribers.length === 0) return;
    const told = { batchId, knownFrom, actor, rows };
    for (const subscriber of duplicateSubscribers) {
      for (const [reason, count] of Object.entries(await subscriber(this.#tx, told)))
        counts[reason] = (counts[reason] ?? 0) + count;
    }
  }

  #inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#line.then(work);
    this.#line = turn.catch(() => undefined);
    return turn;
  }
}

/** Two batches brought the same new firm at once; the later one is given back, runs again and finds it. */
class ConcurrentSubjectError extends Error {
  constructor(count: number) {
    super(`${count} new subjects were made by another batch at the same moment`);
    this.name = "ConcurrentSubjectError";
  }
}
