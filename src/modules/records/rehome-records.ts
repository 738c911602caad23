import type { Actor } from "../../kernel/actor.ts";
import type { JudgementId, SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import type { NewVersion } from "./record.ts";
import { insertMoves, type FullHead } from "./rehoming.store.ts";

/** Why and by whom records go to another subject. */
export interface Rehoming {
  readonly from: SubjectId;
  /** Null where the record goes back among the rows that wait. */
  readonly to: SubjectId | null;
  readonly judgementId: JudgementId;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Instant;
}

/**
 * Moves records to another subject: a last version under the one and the next under the other, with the same content and
 * record id, each naming the judgement and the other subject. A record that had left already (its attachment was undone)
 * only arrives. What was withdrawn stays withdrawn.
 */
export async function rehomeRecords(tx: Tx, heads: readonly FullHead[], rehoming: Rehoming): Promise<void> {
  for (const group of Map.groupBy(heads, (head) => `${head.item} ${head.edition}`).values()) {
    const [first] = group;
    if (!first) continue;
    const versions = group.flatMap((head) => versionsOf(head, rehoming));
    const origin = {
      item: first.item,
      edition: first.edition,
      batchId: null,
      knownFrom: rehoming.at,
      actor: rehoming.actor,
    };
    const leaves = group.some((head) => head.state !== "rehomed");
    await insertMoves(tx, versions, origin, { ...rehoming, leaves });
  }
}

function versionsOf(head: FullHead, { to, judgementId, reason }: Rehoming): NewVersion[] {
  const repeated = {
    ...versionFrom(head),
    cause: "rehoming" as const,
    row: null,
    reason,
    judgementId,
  };
  const hasLeft = head.state === "rehomed";
  const leaving = hasLeft ? [] : [{ ...repeated, version: head.version + 1 }];
  const arrival = head.version + (hasLeft ? 1 : 2);
  return to === null ? leaving : [...leaving, { ...repeated, subjectId: to, version: arrival }];
}

/** A further version that repeats the head; who makes it says why. */
export function versionFrom(head: FullHead): NewVersion {
  return {
    subjectId: head.subjectId,
    recordId: head.recordId,
    version: head.version + 1,
    cause: "correction",
    changedFields: [],
    sourceBody: head.sourceBody,
    naturalKey: head.naturalKey,
    decisionDate: head.decisionDate,
    documentNumber: head.documentNumber,
    documentFolded: head.documentFolded,
    contentHash: head.contentHash,
    payload: Buffer.from(head.payload === null ? "null" : canonicalJson(head.payload), "utf8"),
    row: head.row,
    sealed: head.sealed,
    reason: null,
    judgementId: null,
  };
}
