import type { CatalogueItem } from "#catalogue";
import { tryCorrection, type TriedCorrection } from "#ingest";
import { openProceeding, type Proceeding, type Step } from "#proceedings";
import { explainTerm, findPublication } from "#publish";
import { findHead, recordProblem, type FullHead } from "#records";
import type { RecordId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import { seal } from "../../platform/keyring.ts";
import { findOpenAmendment, insertAmendment, type NewAmendment } from "./amendments.store.ts";
import { entryProblem } from "./entry.problems.ts";
import type { EntryRuntime } from "./entry-runtime.ts";
import { clockOf, type AmendmentKind, type Ground } from "./ground.ts";

/** Why something is proposed. */
export interface Cause {
  readonly ground: string;
  /** Day on which the decision was changed, revoked, found unlawful or void. */
  readonly changedOn: LocalDate | null;
}

/** New texts of some fields, on the version that was looked at. */
export interface CorrectionProposal extends Cause {
  readonly recordId: RecordId;
  readonly baseVersion: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A record that still stands, with the edition of its item. @throws Problem records/unknown-record, records/already-ended */
export async function standingRecord(
  tx: Tx,
  { catalogue }: EntryRuntime,
  recordId: RecordId,
): Promise<{ readonly head: FullHead; readonly item: CatalogueItem }> {
  const head = await findHead(tx, recordId);
  const item = head && catalogue.getItem(head.item, head.edition);
  if (!head || !item) throw recordProblem("unknown-record");
  if (head.state !== "active" || head.payload === null) throw recordProblem("already-ended");
  return { head, item };
}

/** Judges new texts of a record's fields as intake would. @throws Problem entry/unknown-field */
export async function checkCorrection(
  tx: Tx,
  runtime: EntryRuntime,
  { head, item }: { readonly head: FullHead; readonly item: CatalogueItem },
  cells: CorrectionProposal["cells"],
): Promise<TriedCorrection & { readonly attested: boolean }> {
  const unknown = Object.keys(cells).filter((key) => !item.fields.some((field) => field.key === key));
  if (unknown.length > 0) throw entryProblem("unknown-field", { extra: { fields: unknown } });
  const attested = await isAttested(tx, head);
  return { ...(await tryCorrection(tx, runtime, { item, head, cells, attested })), attested };
}

/** Whether a proposed severity counts: as it did before, so that no correction publishes or hides what waited for that. */
export async function isAttested(tx: Tx, head: FullHead): Promise<boolean> {
  return (await findPublication(tx, head))?.hold !== "severity-unconfirmed";
}

/**
 * Proposes new values of some fields. They are judged as intake would judge the whole row; what was proposed is kept as it
 * is, and another person decides on exactly that.
 * @throws Problem entry/stale, entry/row-refused, entry/nothing-changed, entry/other-party, entry/already-proposed,
 *   entry/unknown-ground, entry/day-of-change-needed, records/key-taken, records/unknown-record, records/already-ended
 */
export async function proposeCorrection(
  tx: Tx,
  runtime: EntryRuntime,
  proposal: CorrectionProposal,
  step: Step,
): Promise<Proceeding> {
  const standing = await standingRecord(tx, runtime, proposal.recordId);
  const { head } = standing;
  if (head.version !== proposal.baseVersion) throw entryProblem("stale");
  const { findings, good } = await checkCorrection(tx, runtime, standing, proposal.cells);
  if (!good) {
    const faults = findings
      .filter(({ severity }) => severity === "error")
      .map(({ field, code, message }) => ({ pointer: `body#/cells/${field ?? ""}`, code, detail: message.zh }));
    throw entryProblem("row-refused", { faults });
  }
  if (good.otherSubject) throw entryProblem("other-party");
  if (good.changedFields.length === 0) throw entryProblem("nothing-changed");
  if (good.takenBy !== null) throw recordProblem("key-taken", { extra: { record: good.takenBy } });
  const { payload, changedFields, naturalKey, identity } = good;
  return open(tx, runtime, { ...proposal, kind: "correction", head }, step, (proceedingId) => ({
    changedFields,
    naturalKey,
    payload,
    sealed: identity === null ? null : seal(runtime.keyring, Buffer.from(identity, "utf8"), proceedingId),
  }));
}

/**
 * Proposes to take a record back in the name of its source. The reason becomes public with the withdrawal.
 * @throws Problem entry/already-proposed, entry/unknown-ground, entry/day-of-change-needed, records/unknown-record,
 *   records/already-ended
 */
export async function proposeWithdrawal(
  tx: Tx,
  runtime: EntryRuntime,
  proposal: Cause & { readonly recordId: RecordId },
  step: Step,
): Promise<Proceeding> {
  const { head } = await standingRecord(tx, runtime, proposal.recordId);
  return open(tx, runtime, { ...proposal, kind: "withdrawal", head }, step, () => ({
    changedFields: [],
    naturalKey: null,
    payload: null,
    sealed: null,
  }));
}

async function open(
  tx: Tx,
  runtime: EntryRuntime,
  about: Cause & { readonly kind: AmendmentKind; readonly head: FullHead },
  step: Step,
  content: (
    id: Proceeding["proceedingId"],
  ) => Pick<NewAmendment, "changedFields" | "naturalKey" | "payload" | "sealed">,
): Promise<Proceeding> {
  const { kind, head, changedOn } = about;
  const { subjectId, recordId, item, edition, sourceBody, version: baseVersion, decisionDate } = head;
  const ground = groundFor(runtime, about.ground, kind);
  const deadline = clockOf(ground, item);
  const isDay = changedOn !== null && changedOn >= decisionDate && changedOn <= runtime.clock.today();
  if ((deadline !== null && changedOn === null) || (changedOn !== null && !isDay))
    throw entryProblem("day-of-change-needed");
  await takeTurn(tx, "amendment", recordId);
  const waiting = await findOpenAmendment(tx, recordId);
  if (waiting !== null) throw entryProblem("already-proposed", { extra: { proceeding: waiting } });
  const procedure = runtime.procedures.get(`record-${kind}`);
  if (!procedure) throw new Error(`no procedure record-${kind}`);
  const target = { target: recordId, body: sourceBody, detail: { ground: ground.ground } };
  const proceeding = await openProceeding(tx, procedure, target, step);
  const { proceedingId } = proceeding;
  const term =
    deadline === null || changedOn === null
      ? null
      : explainTerm(runtime.publication.deadlines, runtime.workdays, deadline, changedOn);
  const clock = { ground: ground.ground, changedOn, dueOn: term?.due ?? null, dueMissing: term?.missing ?? null };
  const what = { subjectId, recordId, baseVersion, item, edition, sourceBody, kind };
  await insertAmendment(tx, { proceedingId, ...what, ...clock, ...content(proceedingId) });
  return proceeding;
}

function groundFor({ grounds }: EntryRuntime, name: string, kind: AmendmentKind): Ground {
  const ground = grounds.get(name);
  if (ground?.kinds.includes(kind) !== true) throw entryProblem("unknown-ground");
  return ground;
}
