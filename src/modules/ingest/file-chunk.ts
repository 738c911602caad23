import { shownValue } from "#catalogue";
import {
  changedFields,
  findHeadPayloads,
  findHeads,
  insertVersions,
  type AppendedVersion,
  type NewVersion,
  type OnVersionsAppended,
  type RecordHead,
} from "#records";
import {
  findSubjectsByUscc,
  foldDocumentNumber,
  foldName,
  insertNames,
  insertSubjects,
  isPersonalTradeName,
  resolveSubject,
  REVIEW_REASONS,
  subjectKindOf,
  type KnownSubject,
  type NewName,
  type NewSubject,
  type Resolution,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type BatchId, type RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { CauseSeverity } from "./cause-tally.ts";
import { decideRow, REFUSED_TEXT, WAITING_TEXTS, type Outcome, type WaitingReason } from "./decide-row.rules.ts";
import type { Finding } from "../../kernel/finding.ts";
import type { PreparedRow } from "./prepared-row.ts";
import { deleteWaiting, findWaiting, insertWaiting, type WaitingRow } from "./waiting-rows.store.ts";

/** What stays the same for all chunks of a batch. */
export interface FilingContext {
  readonly batchId: BatchId;
  readonly item: string;
  readonly edition: number;
  /** The item reports registrations: a new name under a known code is a change of name, not a contradiction. */
  readonly namesSubject: boolean;
  readonly actor: Actor;
  readonly knownFrom: Instant;
  readonly seal: (plaintext: string, purpose: string) => Buffer;
  readonly subscribers: readonly OnVersionsAppended[];
}

export type FilingFinding = Omit<Finding, "severity"> & { readonly severity: CauseSeverity };

export interface FilingResult {
  readonly accepted: number;
  readonly changed: number;
  readonly duplicates: number;
  readonly review: number;
  readonly held: number;
  readonly rejected: number;
  readonly findings: readonly FilingFinding[];
  readonly publication: Readonly<Record<string, number>>;
}

/** Files the good rows of one chunk in the batch's transaction: look up once, decide in memory, write set-based. */
export async function fileChunk(tx: Tx, context: FilingContext, rows: readonly PreparedRow[]): Promise<FilingResult> {
  const keys = [...new Set(rows.map((row) => row.naturalKey))];
  const heads = await findHeads(tx, keys);
  const waiting = await findWaiting(tx, keys);
  const codes = [...new Set(rows.flatMap((row) => (row.uscc && !row.isPerson ? [row.uscc] : [])))];
  const subjects = await findSubjectsByUscc(tx, codes);
  const plan = new ChunkPlan(context, heads, waiting, subjects);
  for (const row of rows) plan.take(row);

  const lost = await insertSubjects(tx, plan.newSubjects, context.batchId, context.knownFrom);
  if (lost.size > 0) throw new ConcurrentSubjectError(lost.size);
  await insertNames(tx, plan.newNames, context.batchId);
  const payloads = await findHeadPayloads(
    tx,
    plan.changes.map((change) => change.head),
  );
  const versions = plan.versions(payloads);
  await insertVersions(
    tx,
    versions.map((entry) => entry.version),
    context.actor,
  );
  await deleteWaiting(
    tx,
    versions.map((entry) => entry.version.envelope.naturalKey).filter((key) => waiting.has(key)),
  );
  await insertWaiting(tx, plan.waitingRows, context.knownFrom);
  const publication: Record<string, number> = {};
  const changeSet = {
    batchId: context.batchId,
    knownFrom: context.knownFrom,
    versions: versions.map((entry) => entry.appended),
  };
  for (const subscriber of versions.length > 0 ? context.subscribers : []) {
    for (const [reason, count] of Object.entries(await subscriber(tx, changeSet))) {
      publication[reason] = (publication[reason] ?? 0) + count;
    }
  }
  return { ...plan.counts, findings: plan.findings, publication };
}

/** Two batches brought the same new firm at once; the later one is given back, runs again and finds it. */
class ConcurrentSubjectError extends Error {
  constructor(count: number) {
    super(`${count} new subjects were made by another batch at the same moment`);
    this.name = "ConcurrentSubjectError";
  }
}

interface PlannedVersion {
  readonly row: PreparedRow;
  readonly subject: KnownSubject;
  readonly head: RecordHead | null;
}

/** Decides row after row, remembering what earlier rows of the chunk have brought. */
class ChunkPlan {
  readonly newSubjects: NewSubject[] = [];
  readonly newNames: NewName[] = [];
  readonly waitingRows: WaitingRow[] = [];
  readonly findings: FilingFinding[] = [];
  readonly counts = { accepted: 0, changed: 0, duplicates: 0, review: 0, held: 0, rejected: 0 };
  readonly changes: { readonly head: RecordHead }[] = [];
  readonly #planned: PlannedVersion[] = [];
  readonly #inChunk = new Map<string, string>();
  readonly #context: FilingContext;
  readonly #heads: ReadonlyMap<string, RecordHead>;
  readonly #waiting: ReadonlyMap<string, { contentHash: string; batchId: BatchId }>;
  readonly #subjects: Map<string, KnownSubject>;

  constructor(
    context: FilingContext,
    heads: ReadonlyMap<string, RecordHead>,
    waiting: ReadonlyMap<string, { contentHash: string; batchId: BatchId }>,
    subjects: Map<string, KnownSubject>,
  ) {
    this.#context = context;
    this.#heads = heads;
    this.#waiting = waiting;
    this.#subjects = subjects;
  }

  take(row: PreparedRow): void {
    const before = this.#inChunk.get(row.naturalKey);
    if (before !== undefined) {
      if (before === row.contentHash) this.counts.duplicates += 1;
      else this.#refuse(row);
      return;
    }
    this.#inChunk.set(row.naturalKey, row.contentHash);
    const head = this.#heads.get(row.naturalKey) ?? null;
    const waiting = this.#waiting.get(row.naturalKey);
    const outcome = decideRow(
      row,
      {
        head,
        sameBatchHead: head?.batchId === this.#context.batchId,
        waiting: waiting
          ? { contentHash: waiting.contentHash, sameBatch: waiting.batchId === this.#context.batchId }
          : null,
      },
      () => this.#resolve(row),
    );
    this.#apply(row, outcome);
  }

  /** Turns the decisions into versions; later versions name the fields that changed. */
  versions(
    payloads: ReadonlyMap<RecordId, Readonly<Record<string, CanonicalValue>>>,
  ): { version: NewVersion; appended: AppendedVersion }[] {
    return this.#planned.map(({ row, subject, head }) => {
      const changed = head ? changedFields(payloads.get(head.recordId) ?? {}, parsePayload(row.payload)) : [];
      const { batchId, item, edition, knownFrom } = this.#context;
      const recordId = head?.recordId ?? newId<RecordId>();
      const envelope = {
        batch: batchId,
        cause: head ? ("correction" as const) : ("first" as const),
        changedFields: changed,
        edition,
        item,
        knownFrom,
        naturalKey: row.naturalKey,
        payload: row.payload,
        record: recordId,
        row: row.row,
        sourceBody: row.sourceBody,
        subject: subject.subjectId,
        version: (head?.version ?? 0) + 1,
      };
      return {
        version: {
          envelope,
          decisionDate: row.decisionDate,
          documentNumber: row.documentNumber,
          documentFolded: foldDocumentNumber(row.documentNumber),
          contentHash: row.contentHash,
          sealed: row.identity === null ? null : this.#context.seal(row.identity, recordId),
        },
        appended: {
          subjectId: subject.subjectId,
          recordId,
          version: envelope.version,
          item,
          sourceBody: row.sourceBody,
          decisionDate: row.decisionDate,
          annotation: row.annotation,
        },
      };
    });
  }

  #resolve(row: PreparedRow): Resolution {
    const known = row.uscc === null ? null : (this.#subjects.get(row.uscc) ?? null);
    const claim = { uscc: row.uscc, name: row.subjectName, category: row.category };
    return resolveSubject(claim, known, this.#context.namesSubject);
  }

  #apply(row: PreparedRow, outcome: Outcome): void {
    switch (outcome.kind) {
      case "duplicate":
        this.counts.duplicates += 1;
        return;
      case "refused":
        this.#refuse(row);
        return;
      case "waiting":
        this.#wait(row, outcome.reason);
        return;
      case "new":
        this.counts.accepted += 1;
        this.#attach(row, outcome.subject, null);
        return;
      case "changed":
        this.counts.changed += 1;
        this.changes.push({ head: outcome.head });
        this.#attach(row, outcome.subject, outcome.head);
    }
  }

  #attach(row: PreparedRow, resolution: Extract<Resolution, { kind: "known" | "new" }>, head: RecordHead | null): void {
    const { subject } = resolution;
    if (row.uscc && (resolution.kind === "new" || resolution.newName)) {
      const kind = subjectKindOf(row.uscc);
      if (resolution.kind === "new") {
        this.#subjects.set(row.uscc, subject);
        this.newSubjects.push({ subjectId: subject.subjectId, kind, uscc: row.uscc });
      }
      subject.foldedNames.add(foldName(row.subjectName));
      const searchable = kind !== "sole_trader" || !isPersonalTradeName(row.subjectName, row.operator);
      this.newNames.push({
        subjectId: subject.subjectId,
        name: row.subjectName,
        uscc: row.uscc,
        kind,
        from: row.decisionDate,
        searchable,
      });
    }
    this.#planned.push({ row, subject, head });
  }

  #wait(row: PreparedRow, reason: WaitingReason): void {
    this.counts.review += 1;
    if (reason === "natural-person") this.counts.held += 1;
    const { batchId, item, edition, seal } = this.#context;
    const contents = JSON.stringify({
      payload: row.payload,
      identity: row.identity,
      annotation: row.annotation,
      row: row.row,
    });
    this.waitingRows.push({
      naturalKey: row.naturalKey,
      batchId,
      row: row.row,
      item,
      edition,
      sourceBody: row.sourceBody,
      reason,
      contentHash: row.contentHash,
      sealed: seal(contents, row.naturalKey),
    });
    const text =
      reason === "no-code" || reason === "name-contradicts-code" ? REVIEW_REASONS[reason] : WAITING_TEXTS[reason];
    this.findings.push(rowFinding(row, "review", reason, text, reason === "natural-person" ? "" : row.subjectName));
  }

  #refuse(row: PreparedRow): void {
    this.counts.rejected += 1;
    this.findings.push(rowFinding(row, "error", REFUSED_TEXT.code, REFUSED_TEXT, row.documentNumber));
  }
}

function parsePayload(payload: string): Record<string, CanonicalValue> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: our own reader thread printed it from an object
  return JSON.parse(payload) as Record<string, CanonicalValue>;
}

function rowFinding(
  row: PreparedRow,
  severity: CauseSeverity,
  code: string,
  text: Pick<FilingFinding, "message" | "remedy">,
  value: string,
): FilingFinding {
  return {
    row: row.row,
    field: null,
    column: null,
    value: shownValue(value),
    code,
    severity,
    message: text.message,
    remedy: text.remedy,
  };
}
