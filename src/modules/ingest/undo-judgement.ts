import { recordAudit } from "#audit";
import { findVersionBefore, listHeadsByJudgement, rehomeRecords, undoMove, type FullHead } from "#records";
import {
  claimOf,
  getJudgement,
  insertJudgement,
  lockSubjects,
  listNames,
  retractNames,
  subjectProblem,
  type Judgement,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type JudgementId, type SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { open, seal } from "../../platform/keyring.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { restoreContent } from "./file-judged-row.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { parseValues, readClaim } from "./open-waiting-row.ts";
import { insertWaiting } from "./waiting-rows.store.ts";

export interface UndoJudgement {
  readonly judgementId: JudgementId;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Takes a judgement back by a further one. Of a claim: every record that stands by it leaves its subject and its row waits
 * again, and later rows with the claim wait as well; where it had only added a version, the content before is restored.
 * Of a merge or split: what was moved returns.
 * @throws Problem subjects/unknown-judgement, subjects/already-undone, subjects/later-judgement, subjects/busy
 */
export async function undoJudgement(tx: Tx, runtime: JudgingRuntime, command: UndoJudgement): Promise<Judgement> {
  await lockSubjects(tx);
  const judgement = await getJudgement(tx, command.judgementId);
  if (judgement.undoneBy !== null || judgement.kind === "undo") throw subjectProblem("already-undone");
  if (judgement.kind === "merge" || judgement.kind === "split")
    return undoMove(tx, judgement, { ...command, followers: runtime.followers });
  return undoClaim(tx, runtime, judgement, command);
}

async function undoClaim(
  tx: Tx,
  runtime: JudgingRuntime,
  judgement: Judgement,
  command: UndoJudgement,
): Promise<Judgement> {
  const judgementId = newId<JudgementId>();
  const heads = await listHeadsByJudgement(tx, judgement.judgementId);
  await insertJudgement(tx, {
    judgementId,
    kind: "undo",
    claim: null,
    naturalKey: null,
    subjectId: judgement.subjectId,
    otherSubject: null,
    decidedBy: command.actor.id,
    reason: command.reason,
    at: command.at,
    undoes: judgement.judgementId,
    detail: { records: heads.map((head) => head.recordId), counts: { records: heads.length } },
  });
  for (const head of heads) await takeBack(tx, runtime, head, { ...command, judgementId });
  if (judgement.kind === "new-subject" && judgement.subjectId !== null)
    await forgetSubject(tx, judgement.subjectId, command.at);
  await recordAudit(tx, {
    at: command.at,
    actor: command.actor,
    action: "ingest/undo-judgement",
    target: judgementId,
    detail: { undoes: judgement.judgementId, records: heads.length, reason: command.reason },
    ...(command.requestId === undefined ? {} : { requestId: command.requestId }),
  });
  return getJudgement(tx, judgementId);
}

async function takeBack(
  tx: Tx,
  runtime: JudgingRuntime,
  head: FullHead,
  by: { readonly judgementId: JudgementId; readonly actor: Actor; readonly reason: string; readonly at: Instant },
): Promise<void> {
  await waitAgain(tx, runtime, head, by.at);
  const before = await findVersionBefore(tx, head);
  if (before) {
    await restoreContent(tx, runtime, head, before, by);
    return;
  }
  const { subjectId: from, recordId } = head;
  for (const follow of runtime.followers) await follow(tx, { from, to: null, records: [recordId], at: by.at });
  await rehomeRecords(tx, [head], { ...by, from, to: null });
}

/** Puts the row behind a version among the waiting ones again, sealed as it was when it came. */
async function waitAgain(tx: Tx, runtime: JudgingRuntime, head: FullHead, at: Instant): Promise<void> {
  const { payload, batchId, row } = head;
  if (payload === null || batchId === null || row === null) return;
  const item = runtime.catalogue.getItem(head.item, head.edition);
  if (!item) throw new Error(`the catalogue lacks ${head.item} edition ${head.edition}`);
  const text = canonicalJson(payload);
  const claim = readClaim(item, parseValues(text));
  const identity = head.sealed === null ? null : open(runtime.keyring, head.sealed, head.recordId).toString("utf8");
  const contents = JSON.stringify({ payload: text, identity, annotation: null, row });
  const key = head.naturalKey.toString("hex");
  const waiting = {
    naturalKey: head.naturalKey,
    row,
    sourceBody: head.sourceBody,
    reason: claim.uscc === null ? ("no-code" as const) : ("name-contradicts-code" as const),
    contentHash: head.contentHash,
    sealed: seal(runtime.keyring, Buffer.from(contents, "utf8"), key),
    claim: claimOf(claim),
    subjectId: null,
    decisionDate: claim.decisionDate,
  };
  await insertWaiting(tx, [waiting], { batchId, item: head.item, edition: head.edition, at });
}

/** A subject that a judgement had made keeps no name: nobody finds it any more. */
async function forgetSubject(tx: Tx, subjectId: SubjectId, at: Instant): Promise<void> {
  const names = await listNames(tx, subjectId);
  await retractNames(tx, subjectId, [...new Set(names.map((name) => name.folded))], at, { registered: true });
}
