import { shownValue } from "#catalogue";
import { changedFields, type FoundHeads, type NewVersion, type RecordHead } from "#records";
import {
  claimOf,
  foldDocumentNumber,
  identifierKey,
  isPersonalTradeName,
  OTHER_SCHEMES,
  resolveSubject,
  REVIEW_REASONS,
  subjectKindOf,
  type JudgedClaim,
  type KnownName,
  type KnownSubject,
  type NewName,
  type NewSubject,
  type OtherIdentifier,
  type Resolution,
} from "#subjects";
import type { Finding } from "../../kernel/finding.ts";
import { newId, type JudgementId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { CauseSeverity } from "./cause-tally.ts";
import {
  CORRECTED_TEXT,
  decideRow,
  REFUSED_TEXT,
  STILL_WAITING_TEXT,
  WAITING_TEXTS,
  type Outcome,
  type WaitingReason,
} from "./decide-row.rules.ts";
import { nameChange, type NameChange, type NameKeys } from "./name-change.ts";
import type { KnownSubjects } from "./known-subjects.ts";
import { PreparedRow, type PreparedColumns } from "./prepared-row.ts";
import type { SeenKeys } from "./seen-keys.ts";
import type { WaitingRow } from "./waiting-rows.store.ts";

/** What the register was asked about the rows of a chunk, before any of them is filed. */
export interface ChunkKnowledge {
  readonly heads: FoundHeads;
  /** Rows of earlier batches that wait under the keys of these places. */
  readonly waiting: ReadonlyMap<number, "same" | "other">;
  /** Subjects with the numbers of rows that give no credit code, by `identifierKey`. */
  readonly identified: ReadonlyMap<string, readonly KnownSubject[]>;
}

/** What stays the same for all chunks of a batch. */
export interface PlanContext {
  /** The item reports registrations: a new name under a known code is a change of name, not a contradiction. */
  readonly namesSubject: boolean;
  readonly nameKeys: NameKeys;
  readonly seen: SeenKeys;
  /** Subjects as far as the register or this batch knows them. */
  readonly subjects: KnownSubjects;
  /** What was judged about claims, by the claim in hex: to whom rows go that no machine may attach. */
  readonly judged: ReadonlyMap<string, JudgedClaim>;
  /** Known names whose dates this batch widened, to be written at its end. */
  readonly widened: Map<KnownName, SubjectId>;
  readonly seal: (plaintext: string, purpose: string) => Buffer;
}

export type FilingFinding = Omit<Finding, "severity"> & { readonly severity: CauseSeverity };

interface PlannedVersion {
  readonly row: PreparedRow;
  readonly subject: KnownSubject;
  readonly head: RecordHead | null;
  readonly judgementId: JudgementId | null;
}

/** Decides row after row what is to be written; touches no database. */
export class ChunkPlan {
  readonly newSubjects: NewSubject[] = [];
  readonly newNames: NewName[] = [];
  readonly newIdentifiers: (OtherIdentifier & { readonly subjectId: SubjectId })[] = [];
  /** Names that further versions no longer carry; known once the versions are made. */
  readonly nameChanges: NameChange[] = [];
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
  /** Names of this chunk that are not written yet. */
  readonly #unwritten = new Map<KnownName, NewName>();
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
        head: heads.same.has(row.at)
          ? "same"
          : heads.corrected.has(row.at)
            ? "corrected"
            : (heads.other.get(row.at) ?? null),
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
    return this.#planned.map(({ row, subject, head, judgementId }) => {
      const before = head && (payloads.get(head.recordId) ?? {});
      const after = before && parsePayload(row.payloadText);
      const changed = after ? changedFields(before, after) : [];
      const renamed = after && nameChange(this.#context.nameKeys, subject.subjectId, before, after);
      if (renamed) this.nameChanges.push(renamed);
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
        judgementId,
      };
      return { version, annotation: row.annotation };
    });
  }

  #resolve(row: PreparedRow): Resolution {
    const { uscc } = row;
    const { subjects, judged, namesSubject } = this.#context;
    const known = uscc === null ? null : subjects.get(uscc);
    const claim = { uscc, folded: row.folded, on: () => row.decisionDate };
    const resolution = resolveSubject(claim, known, uscc === null ? this.#identified(row) : [], namesSubject);
    if (resolution.kind !== "review" || judged.size === 0) return resolution;
    const followed = judged.get(claimOfRow(row).toString("hex"));
    if (!followed) return resolution;
    const { subjectId, judgementId } = followed;
    return { kind: "known", subject: { subjectId, names: new Map() }, by: "judgement", judgementId };
  }

  /** Subjects that the row's other numbers lead to, as far as a number may attach a row. */
  #identified(row: PreparedRow): readonly KnownSubject[] {
    const found = new Map<SubjectId, KnownSubject>();
    for (const identifier of row.identifiers ?? []) {
      if (!OTHER_SCHEMES[identifier.scheme]) continue;
      const registered = this.#known.identified.get(identifierKey(identifier)) ?? [];
      for (const subject of [...registered, ...this.#context.subjects.withNumber(identifier)])
        found.set(subject.subjectId, subject);
    }
    return [...found.values()];
  }

  #apply(row: PreparedRow, outcome: Outcome): void {
    switch (outcome.kind) {
      case "duplicate":
        this.counts.duplicates += 1;
        if (outcome.stillWaits)
          this.findings.push(rowFinding(row, "review", STILL_WAITING_TEXT.code, STILL_WAITING_TEXT, ""));
        if (outcome.corrected) this.findings.push(rowFinding(row, "warning", CORRECTED_TEXT.code, CORRECTED_TEXT, ""));
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
    if (uscc !== null && resolution.kind === "new") {
      this.#context.subjects.add(uscc, subject);
      this.newSubjects.push({ subjectId: subject.subjectId, kind: resolution.subjectKind, uscc });
    }
    if (uscc !== null && (resolution.kind === "new" || resolution.by === "code" || resolution.by === "registration")) {
      this.#learnName(subject, row, uscc);
      this.#learnIdentifiers(subject, row);
    }
    if (this.#known.waiting.has(row.at)) this.settled.push(row);
    const judgementId = resolution.kind === "known" ? (resolution.judgementId ?? null) : null;
    this.#planned.push({ row, subject, head, judgementId });
  }

  /** A name that the subject does not have yet is new; one that it has may be older, or registered later, than known. */
  #learnName(subject: KnownSubject, row: PreparedRow, uscc: string): void {
    const { folded } = row;
    const known = subject.names.get(folded);
    if (known) {
      this.#widen(subject, known, row);
      return;
    }
    const { nameDate, nameDay } = row;
    const registeredFrom = this.#context.namesSubject ? nameDate : null;
    const name: KnownName = { folded, from: nameDate, fromDay: nameDay, registeredFrom };
    subject.names.set(folded, name);
    const kind = subjectKindOf(uscc);
    const searchable = kind !== "sole_trader" || !isPersonalTradeName(row.subjectName, row.operator);
    const { subjectId } = subject;
    const fresh = { subjectId, name: row.subjectName, uscc, kind, from: nameDate, registeredFrom, searchable };
    this.newNames.push(fresh);
    this.#unwritten.set(name, fresh);
  }

  #widen(subject: KnownSubject, known: KnownName, row: PreparedRow): void {
    const isEarlier = row.nameDay < known.fromDay;
    const isLater = this.#context.namesSubject && row.nameDate > (known.registeredFrom ?? "");
    if (!isEarlier && !isLater) return;
    if (isEarlier) Object.assign(known, { from: row.nameDate, fromDay: row.nameDay });
    if (isLater) known.registeredFrom = row.nameDate;
    const unwritten = this.#unwritten.get(known);
    if (unwritten) Object.assign(unwritten, { from: known.from, registeredFrom: known.registeredFrom });
    else this.#context.widened.set(known, subject.subjectId);
  }

  /** The organisation code is part of the credit code; what a row says of it beside that teaches nothing. */
  #learnIdentifiers(subject: KnownSubject, row: PreparedRow): void {
    for (const identifier of row.identifiers ?? []) {
      if (identifier.scheme === "organisation-code" || !this.#context.subjects.learn(identifier, subject)) continue;
      this.newIdentifiers.push({ ...identifier, subjectId: subject.subjectId });
    }
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
      claim: row.isPerson ? null : claimOfRow(row),
      subjectId: row.uscc === null ? null : (this.#context.subjects.get(row.uscc)?.subjectId ?? null),
      decisionDate: row.isPerson ? null : row.decisionDate,
    });
    const text =
      reason === "no-code" || reason === "name-contradicts-code" ? REVIEW_REASONS[reason] : WAITING_TEXTS[reason];
    this.findings.push(rowFinding(row, "review", reason, text, reason === "natural-person" ? "" : row.subjectName));
  }
}

function claimOfRow(row: PreparedRow): Buffer {
  return claimOf({ uscc: row.uscc, identifiers: row.identifiers ?? [], folded: row.folded });
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
