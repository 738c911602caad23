import { shownValue } from "#catalogue";
import { changedFields, type FoundHeads, type NewVersion, type RecordHead } from "#records";
import {
  foldDocumentNumber,
  foldName,
  isPersonalTradeName,
  resolveSubject,
  REVIEW_REASONS,
  subjectKindOf,
  type KnownSubject,
  type NewName,
  type NewSubject,
  type Resolution,
} from "#subjects";
import type { Finding } from "../../kernel/finding.ts";
import { newId, type RecordId } from "../../kernel/ids.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { CauseSeverity } from "./cause-tally.ts";
import {
  decideRow,
  REFUSED_TEXT,
  STILL_WAITING_TEXT,
  WAITING_TEXTS,
  type Outcome,
  type WaitingReason,
} from "./decide-row.rules.ts";
import { PreparedRow, type PreparedColumns } from "./prepared-row.ts";
import type { SeenKeys } from "./seen-keys.ts";
import type { WaitingRow } from "./waiting-rows.store.ts";

/** What the register was asked about the rows of a chunk, before any of them is filed. */
export interface ChunkKnowledge {
  readonly heads: FoundHeads;
  /** Rows of earlier batches that wait under the keys of these places. */
  readonly waiting: ReadonlyMap<number, "same" | "other">;
}

/** What stays the same for all chunks of a batch. */
export interface PlanContext {
  /** The item reports registrations: a new name under a known code is a change of name, not a contradiction. */
  readonly namesSubject: boolean;
  readonly seen: SeenKeys;
  /** The subject with this code, as far as the register or this batch knows it. */
  readonly subjectOf: (uscc: string) => KnownSubject | null;
  readonly remember: (uscc: string, subject: KnownSubject) => void;
  readonly seal: (plaintext: string, purpose: string) => Buffer;
}

export type FilingFinding = Omit<Finding, "severity"> & { readonly severity: CauseSeverity };

interface PlannedVersion {
  readonly row: PreparedRow;
  readonly subject: KnownSubject;
  readonly head: RecordHead | null;
}

/** Decides row after row what is to be written; touches no database. */
export class ChunkPlan {
  readonly newSubjects: NewSubject[] = [];
  readonly newNames: NewName[] = [];
  readonly waitingRows: WaitingRow[] = [];
  /** Places of rows that waited and are filed now. */
  readonly settled: PreparedRow[] = [];
  /** Rows that their record has already. */
  readonly duplicates: PreparedRow[] = [];
  readonly findings: FilingFinding[] = [];
  readonly counts = { accepted: 0, changed: 0, duplicates: 0, review: 0, held: 0, rejected: 0 };
  /** Heads of the records that get a further version. */
  readonly changes: RecordHead[] = [];
  readonly #planned: PlannedVersion[] = [];
  readonly #context: PlanContext;
  readonly #columns: PreparedColumns;
  readonly #known: ChunkKnowledge;

  constructor(context: PlanContext, columns: PreparedColumns, known: ChunkKnowledge) {
    this.#context = context;
    this.#columns = columns;
    this.#known = known;
  }

  /** Decides the rows from one place up to before another. */
  decide(from: number, to: number): void {
    for (let at = from; at < Math.min(to, this.#columns.count); at++) this.#take(new PreparedRow(this.#columns, at));
  }

  #take(row: PreparedRow): void {
    const { heads, waiting } = this.#known;
    const outcome = decideRow(
      row,
      {
        earlier: this.#context.seen.see(row.naturalKey, row.contentHash),
        head: heads.same.has(row.at) ? "same" : (heads.other.get(row.at) ?? null),
        waiting: waiting.get(row.at) ?? null,
      },
      () => this.#resolve(row),
    );
    this.#apply(row, outcome);
  }

  /** Turns the decisions into versions; later versions name the fields that changed. */
  versions(payloads: ReadonlyMap<RecordId, Readonly<Record<string, CanonicalValue>>>): {
    readonly version: NewVersion;
    readonly annotation: unknown;
  }[] {
    return this.#planned.map(({ row, subject, head }) => {
      const changed = head ? changedFields(payloads.get(head.recordId) ?? {}, parsePayload(row.payloadText)) : [];
      const recordId = head?.recordId ?? newId<RecordId>();
      const { documentNumber, identity } = row;
      const version: NewVersion = {
        subjectId: subject.subjectId,
        recordId,
        version: (head?.version ?? 0) + 1,
        cause: head ? "correction" : "first",
        changedFields: changed,
        sourceBody: row.sourceBody,
        naturalKey: row.naturalKey,
        decisionDate: row.decisionDate,
        documentNumber,
        documentFolded: foldDocumentNumber(documentNumber),
        contentHash: row.contentHash,
        payload: row.payload,
        row: row.row,
        sealed: identity === null ? null : this.#context.seal(identity, recordId),
        reason: null,
      };
      return { version, annotation: row.annotation };
    });
  }

  #resolve(row: PreparedRow): Resolution {
    const { uscc } = row;
    const known = uscc === null ? null : this.#context.subjectOf(uscc);
    return resolveSubject({ uscc, name: row.subjectName }, known, this.#context.namesSubject);
  }

  #apply(row: PreparedRow, outcome: Outcome): void {
    switch (outcome.kind) {
      case "duplicate":
        this.counts.duplicates += 1;
        if (outcome.stillWaits)
          this.findings.push(rowFinding(row, "review", STILL_WAITING_TEXT.code, STILL_WAITING_TEXT, ""));
        if (this.#known.heads.same.has(row.at)) this.duplicates.push(row);
        return;
      case "refused":
        this.counts.rejected += 1;
        this.findings.push(rowFinding(row, "error", REFUSED_TEXT.code, REFUSED_TEXT, row.documentNumber));
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
        this.changes.push(outcome.head);
        this.#attach(row, outcome.subject, outcome.head);
    }
  }

  #attach(row: PreparedRow, resolution: Extract<Resolution, { kind: "known" | "new" }>, head: RecordHead | null): void {
    const { subject } = resolution;
    const { uscc } = row;
    if (uscc !== null && (resolution.kind === "new" || resolution.newName)) {
      const kind = subjectKindOf(uscc);
      if (resolution.kind === "new") {
        this.#context.remember(uscc, subject);
        this.newSubjects.push({ subjectId: subject.subjectId, kind, uscc });
      }
      subject.foldedNames.add(foldName(row.subjectName));
      const searchable = kind !== "sole_trader" || !isPersonalTradeName(row.subjectName, row.operator);
      this.newNames.push({
        subjectId: subject.subjectId,
        name: row.subjectName,
        uscc,
        kind,
        from: row.decisionDate,
        searchable,
      });
    }
    if (this.#known.waiting.has(row.at)) this.settled.push(row);
    this.#planned.push({ row, subject, head });
  }

  #wait(row: PreparedRow, reason: WaitingReason): void {
    this.counts.review += 1;
    if (reason === "natural-person") this.counts.held += 1;
    const { payloadText, identity, annotation, row: number, naturalKey } = row;
    const contents = JSON.stringify({ payload: payloadText, identity, annotation, row: number });
    const key = Buffer.from(naturalKey).toString("hex");
    this.waitingRows.push({
      naturalKey,
      row: number,
      sourceBody: row.sourceBody,
      reason,
      contentHash: row.contentHash,
      sealed: this.#context.seal(contents, key),
    });
    const text =
      reason === "no-code" || reason === "name-contradicts-code" ? REVIEW_REASONS[reason] : WAITING_TEXTS[reason];
    this.findings.push(rowFinding(row, "review", reason, text, reason === "natural-person" ? "" : row.subjectName));
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
