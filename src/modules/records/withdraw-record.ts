import { hash } from "node:crypto";
import { recordAudit } from "#audit";
import { foldDocumentNumber } from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { dateOf, type Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { historyOf, isWithdrawn, markWithdrawn, type RecordVersion } from "./record-history.store.ts";
import type { Amendment, NewVersion } from "./record.ts";
import { insertVersions } from "./records.store.ts";
import { recordProblem } from "./records.problems.ts";

export interface WithdrawRecord {
  readonly recordId: RecordId;
  readonly actor: Actor;
  /** Who proposed it and why; `actor` decides. */
  readonly amendment: Amendment;
  readonly reason: string;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Takes a record back in the name of its source, as one person proposed and another decided (行政处罚法 art. 48: a decision that was changed, revoked, found unlawful
 * or void): a last version without change of content, and from that moment the public is told only that, when and why
 * class. @throws Problem records/unknown-record, records/already-ended
 */
export async function withdrawRecord(tx: Tx, command: WithdrawRecord): Promise<RecordVersion> {
  const head = (await historyOf(tx, command.recordId, null)).at(-1);
  if (!head?.payload) throw recordProblem("unknown-record");
  if (head.retired || (await isWithdrawn(tx, head.subjectId, head.recordId))) throw recordProblem("already-ended");
  const payload = Buffer.from(canonicalJson(head.payload), "utf8");
  const origin = {
    item: head.item,
    edition: head.edition,
    batchId: null,
    knownFrom: command.at,
    actor: command.actor,
    amendment: command.amendment,
  };
  const version: NewVersion = {
    subjectId: head.subjectId,
    recordId: head.recordId,
    version: head.version + 1,
    cause: "withdrawal",
    changedFields: [],
    sourceBody: head.sourceBody,
    naturalKey: Buffer.from(head.naturalKey, "hex"),
    decisionDate: head.decisionDate,
    documentNumber: head.documentNumber,
    documentFolded: foldDocumentNumber(head.documentNumber),
    contentHash: hash("sha256", payload, "buffer"),
    payload,
    row: null,
    sealed: null,
    reason: command.reason,
    judgementId: null,
  };
  await insertVersions(tx, [version], origin);
  await markWithdrawn(tx, head.subjectId, head.recordId, dateOf(command.at));
  await recordAudit(tx, {
    at: command.at,
    actor: command.actor,
    action: "records/withdraw-record",
    target: command.recordId,
    detail: { version: head.version + 1, reason: command.reason, ground: command.amendment.ground },
    ...(command.requestId === undefined ? {} : { requestId: command.requestId }),
  });
  const stored = (await historyOf(tx, command.recordId, null)).at(-1);
  if (stored?.version !== version.version) throw new Error(`the withdrawal of ${command.recordId} is not there`);
  return stored;
}
