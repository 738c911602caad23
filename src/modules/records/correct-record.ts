import { hash } from "node:crypto";
import { recordAudit } from "#audit";
import { foldDocumentNumber } from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { addRecordKey, rememberCorrected } from "./record-keys.store.ts";
import { changedFields } from "./record.rules.ts";
import type { Amendment, NewVersion } from "./record.ts";
import { insertVersions } from "./records.store.ts";
import { recordProblem } from "./records.problems.ts";
import type { FullHead } from "./rehoming.store.ts";
import { versionFrom } from "./rehome-records.ts";

export interface CorrectRecord {
  readonly head: FullHead;
  /** The whole content as it is to be. */
  readonly payload: Readonly<Record<string, CanonicalValue>>;
  readonly sealed: Uint8Array | null;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  /** The further natural key, where a field of the key changes. */
  readonly naturalKey: Uint8Array | null;
  /** Who proposed it and why; `actor` decides. */
  readonly amendment: Amendment;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Gives a record another content in the name of its source, as one person proposed and another decided. It stays the same
 * record where a field of its natural key changes: it is known under the new key and under those of before.
 * @throws Problem records/already-ended, records/key-taken
 */
export async function correctRecord(tx: Tx, command: CorrectRecord): Promise<NewVersion> {
  const { head, amendment, actor, at } = command;
  if (head.state !== "active" || head.payload === null) throw recordProblem("already-ended");
  const payload = Buffer.from(canonicalJson(command.payload), "utf8");
  const version: NewVersion = {
    ...versionFrom(head),
    changedFields: changedFields(head.payload, command.payload),
    decisionDate: command.decisionDate,
    documentNumber: command.documentNumber,
    documentFolded: foldDocumentNumber(command.documentNumber),
    contentHash: hash("sha256", payload, "buffer"),
    payload,
    row: null,
    sealed: command.sealed,
    reason: command.reason,
  };
  const { item, edition } = head;
  await insertVersions(tx, [version], { item, edition, batchId: null, knownFrom: at, actor, amendment });
  if (command.naturalKey && !(await addRecordKey(tx, head, command.naturalKey))) throw recordProblem("key-taken");
  await rememberCorrected(tx, head, { wrong: head.contentHash, right: version.contentHash });
  await recordAudit(tx, {
    at,
    actor,
    action: "records/correct-record",
    target: head.recordId,
    detail: { version: version.version, changedFields: version.changedFields, ground: amendment.ground },
    ...(command.requestId === undefined ? {} : { requestId: command.requestId }),
  });
  return version;
}
