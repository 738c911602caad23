import { recordAudit } from "#audit";
import {
  endRedirects,
  getJudgement,
  findSubject,
  insertJudgedSubject,
  insertJudgement,
  listIdentifiers,
  listMerged,
  listNames,
  lockSubjects,
  moveIdentifiers,
  moveNames,
  rebuildSearch,
  redirectSubjects,
  returnNames,
  subjectProblem,
  type HeldIdentifier,
  type HeldName,
  type Judgement,
  type JudgementDetail,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import { newId, parseId, type JudgementId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { OnRecordsRehomed } from "./change-set.ts";
import { rehomeRecords } from "./rehome-records.ts";
import { listHeads, listReportedSince, type FullHead } from "./rehoming.store.ts";

/** Who moves what, why and when; and who else must follow in the same transaction. */
export interface MoveContext {
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Instant;
  readonly requestId?: string;
  readonly followers: readonly OnRecordsRehomed[];
}

/** What is to leave a subject. */
export interface Parts {
  readonly records: readonly RecordId[];
  /** Folded. */
  readonly names: readonly string[];
  readonly identifiers: readonly HeldIdentifier[];
}

interface Move {
  readonly kind: "merge" | "split";
  readonly from: SubjectId;
  readonly to: SubjectId;
  readonly heads: readonly FullHead[];
  readonly names: readonly HeldName[];
  readonly identifiers: readonly HeldIdentifier[];
  readonly redirects: readonly SubjectId[];
}

/**
 * Merges a subject into the one that it turned out to be: all that hangs on it moves, its pages lead there from now on.
 * @throws Problem subjects/unknown-subject, subjects/same-subject, subjects/busy
 */
export async function mergeSubjects(
  tx: Tx,
  from: SubjectId,
  into: SubjectId,
  context: MoveContext,
): Promise<Judgement> {
  await lockSubjects(tx);
  if (from === into) throw subjectProblem("same-subject");
  await needCurrent(tx, from);
  await needCurrent(tx, into);
  const move: Move = {
    kind: "merge",
    from,
    to: into,
    heads: await listHeads(tx, from, null),
    names: await listNames(tx, from),
    identifiers: await listIdentifiers(tx, from),
    redirects: await listMerged(tx, from),
  };
  return carryOut(tx, move, context);
}

/**
 * Gives named records, names and identifiers of a subject to another one, or to a new one where `to` is null.
 * @throws Problem subjects/unknown-subject, subjects/same-subject, subjects/nothing-to-move, subjects/busy
 */
export async function splitSubject(
  tx: Tx,
  from: SubjectId,
  to: SubjectId | null,
  parts: Parts,
  context: MoveContext,
): Promise<Judgement> {
  await lockSubjects(tx);
  if (from === to) throw subjectProblem("same-subject");
  const { kind } = await needCurrent(tx, from);
  if (to !== null) await needCurrent(tx, to);
  const heads = await listHeads(tx, from, parts.records);
  const names = (await listNames(tx, from)).filter((name) => parts.names.includes(name.folded));
  const identifiers = (await listIdentifiers(tx, from)).filter((one) =>
    parts.identifiers.some((wanted) => wanted.scheme === one.scheme && wanted.value === one.value),
  );
  const isWhole =
    heads.length === new Set(parts.records).size &&
    new Set(names.map((name) => name.folded)).size === new Set(parts.names).size &&
    identifiers.length === parts.identifiers.length;
  if (!isWhole || heads.length + names.length + identifiers.length === 0) throw subjectProblem("nothing-to-move");
  const receiver = to ?? newId<SubjectId>();
  if (to === null)
    await insertJudgedSubject(tx, { subjectId: receiver, kind, origin: newId<JudgementId>(), at: context.at });
  return carryOut(tx, { kind: "split", from, to: receiver, heads, names, identifiers, redirects: [] }, context);
}

async function carryOut(tx: Tx, move: Move, context: MoveContext): Promise<Judgement> {
  const judgementId = newId<JudgementId>();
  const { from, to, heads, names, identifiers, redirects } = move;
  const counts = await tellFollowers(tx, heads, move, context);
  const detail: JudgementDetail = {
    records: heads.map((head) => head.recordId),
    identifiers: identifiers.map(({ scheme, value }) => [scheme, value]),
    names: names.map(({ folded, via }) => [folded, via]),
    redirects,
    items: countItems(heads),
    counts: {
      ...counts,
      records: heads.length,
      identifiers: identifiers.length,
      names: new Set(names.map((name) => name.folded)).size,
    },
  };
  await insertJudgement(tx, {
    judgementId,
    kind: move.kind,
    claim: null,
    naturalKey: null,
    subjectId: to,
    otherSubject: from,
    decidedBy: context.actor.id,
    reason: context.reason,
    at: context.at,
    undoes: null,
    detail,
  });
  await rehomeRecords(tx, heads, { ...context, from, to, judgementId });
  await moveIdentifiers(tx, identifiers, from, to);
  await moveNames(tx, names, { from, to, at: context.at });
  if (move.kind === "merge") await redirectSubjects(tx, [from, ...redirects], to, { judgementId, at: context.at });
  await rebuildSearch(tx, from);
  await rebuildSearch(tx, to);
  await audit(tx, judgementId, `records/${move.kind}-subject`, detail, context);
  return getJudgement(tx, judgementId);
}

/**
 * Takes a merge or split back: what it moved returns, and so do records that came in since under the codes of the subject
 * that had gone. @throws Problem subjects/already-undone, subjects/later-judgement
 */
export async function undoMove(tx: Tx, judgement: Judgement, context: MoveContext): Promise<Judgement> {
  await lockSubjects(tx);
  const { subjectId: holder, otherSubject: former, detail } = judgement;
  if (judgement.undoneBy !== null || holder === null || former === null) throw subjectProblem("already-undone");
  const identifiers = (detail.identifiers ?? []).map(([scheme, value]) => ({ scheme, value }));
  const heads = await listReturning(tx, judgement, holder);
  await needUndisturbed(tx, judgement, holder, former);
  const judgementId = newId<JudgementId>();
  const back = { from: holder, to: former };
  const counts = await tellFollowers(tx, heads, back, context);
  const told: JudgementDetail = {
    records: heads.map((head) => head.recordId),
    items: countItems(heads),
    counts: { ...counts, records: heads.length, identifiers: identifiers.length },
  };
  await insertJudgement(tx, {
    judgementId,
    kind: "undo",
    claim: null,
    naturalKey: null,
    subjectId: former,
    otherSubject: holder,
    decidedBy: context.actor.id,
    reason: context.reason,
    at: context.at,
    undoes: judgement.judgementId,
    detail: told,
  });
  await rehomeRecords(tx, heads, { ...context, ...back, judgementId });
  await moveIdentifiers(tx, identifiers, holder, former);
  const names = await listReturningNames(tx, detail, holder, former);
  await returnNames(tx, names, { from: former, to: holder, at: context.at });
  const redirects = (detail.redirects ?? []).map(subjectOf);
  await endRedirects(tx, judgement.judgementId, { subjects: redirects, into: former }, context.at);
  await rebuildSearch(tx, holder);
  await rebuildSearch(tx, former);
  await audit(tx, judgementId, "records/undo-judgement", told, context);
  return getJudgement(tx, judgementId);
}

async function listReturning(tx: Tx, judgement: Judgement, holder: SubjectId): Promise<FullHead[]> {
  const { detail, at } = judgement;
  const moved = (detail.records ?? []).flatMap((id) => parseId<RecordId>(id) ?? []);
  const heads = await listHeads(tx, holder, moved);
  if (heads.length !== moved.length) throw subjectProblem("later-judgement");
  const codes = (detail.identifiers ?? []).flatMap(([scheme, value]) => (scheme === "uscc" ? [value] : []));
  const known = new Set(moved);
  const since = codes.length === 0 ? [] : await listReportedSince(tx, holder, codes, at);
  return [...heads, ...since.filter((head) => !known.has(head.recordId))];
}

/** Names that were moved; one that was corrected meanwhile does not come back. */
async function listReturningNames(
  tx: Tx,
  detail: JudgementDetail,
  holder: SubjectId,
  former: SubjectId,
): Promise<{ folded: string; via: SubjectId }[]> {
  const held = (await listNames(tx, holder)).filter((name) => name.via === former).map((name) => name.folded);
  return (detail.names ?? [])
    .filter(([folded]) => held.includes(folded))
    .map(([folded, via]) => ({ folded, via: subjectOf(via) }));
}

/** Nothing that was judged later may stand on what is taken back. */
async function needUndisturbed(tx: Tx, judgement: Judgement, holder: SubjectId, former: SubjectId): Promise<void> {
  const [has, had] = [await findSubject(tx, holder), await findSubject(tx, former)];
  const leads = judgement.kind === "merge" ? holder : null;
  if (has?.intoSubject !== null || had?.intoSubject !== leads) throw subjectProblem("later-judgement");
  const held = await listIdentifiers(tx, holder);
  const kept = await listIdentifiers(tx, former);
  const isHeld = ([scheme, value]: readonly [string, string]): boolean =>
    [...held, ...kept].some((one) => one.scheme === scheme && one.value === value);
  if (!(judgement.detail.identifiers ?? []).every(isHeld)) throw subjectProblem("later-judgement");
}

async function needCurrent(tx: Tx, subjectId: SubjectId): ReturnType<typeof findExisting> {
  const subject = await findExisting(tx, subjectId);
  if (subject.intoSubject !== null) throw subjectProblem("unknown-subject", { extra: { into: subject.intoSubject } });
  return subject;
}

async function findExisting(tx: Tx, subjectId: SubjectId) {
  const subject = await findSubject(tx, subjectId);
  if (!subject) throw subjectProblem("unknown-subject");
  return subject;
}

async function tellFollowers(
  tx: Tx,
  heads: readonly FullHead[],
  way: { readonly from: SubjectId; readonly to: SubjectId },
  { at, followers }: MoveContext,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const records = heads.map((head) => head.recordId);
  for (const follow of followers)
    for (const [what, count] of Object.entries(await follow(tx, { from: way.from, to: way.to, records, at })))
      counts[what] = (counts[what] ?? 0) + count;
  return counts;
}

function countItems(heads: readonly FullHead[]): Record<string, number> {
  const items: Record<string, number> = {};
  for (const { item } of heads) items[item] = (items[item] ?? 0) + 1;
  return items;
}

function subjectOf(id: string): SubjectId {
  const subject = parseId<SubjectId>(id);
  if (!subject) throw new Error(`a judgement names ${id} as a subject`);
  return subject;
}

async function audit(
  tx: Tx,
  target: JudgementId,
  action: string,
  detail: JudgementDetail,
  context: MoveContext,
): Promise<void> {
  await recordAudit(tx, {
    at: context.at,
    actor: context.actor,
    action,
    target,
    detail: { counts: detail.counts ?? {}, reason: context.reason },
    ...(context.requestId === undefined ? {} : { requestId: context.requestId }),
  });
}
