import { hash } from "node:crypto";
import { changedFields, insertVersions, versionFrom, type FullHead, type NewVersion } from "#records";
import { foldDocumentNumber } from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type BatchId, type JudgementId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { seal } from "../../platform/keyring.ts";
import { unservedOf } from "./batch.ts";
import { findBatch } from "./batches.store.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { parseValues, readClaim, type OpenedRow } from "./open-waiting-row.ts";
import type { StoredReview } from "./waiting-rows.store.ts";

interface JudgedRow {
  readonly review: StoredReview;
  readonly opened: OpenedRow;
  /** The record of this document under the subject, if there is one already. */
  readonly head: FullHead | null;
  readonly subjectId: SubjectId;
  readonly judgementId: JudgementId;
  readonly actor: Actor;
  readonly at: Instant;
}

/** Files a row that a person judged, as intake would have: a first version, or a further one of the record. */
export async function fileJudgedRow(tx: Tx, runtime: JudgingRuntime, judged: JudgedRow): Promise<void> {
  const { review, opened, head, subjectId, judgementId, actor, at } = judged;
  const payload = Buffer.from(opened.payload, "utf8");
  const contentHash = hash("sha256", payload, "buffer");
  const isSame = head?.contentHash.equals(contentHash) ?? false;
  const recordId = head?.recordId ?? newId<RecordId>();
  const { identity } = opened;
  const version: NewVersion = {
    subjectId,
    recordId,
    version: (head?.version ?? 0) + 1,
    cause: head ? "correction" : "first",
    changedFields: head ? changedFields(head.payload ?? {}, parsePayload(opened.payload)) : [],
    sourceBody: review.sourceBody,
    naturalKey: review.naturalKey,
    decisionDate: opened.decisionDate,
    documentNumber: opened.documentNumber,
    documentFolded: foldDocumentNumber(opened.documentNumber),
    contentHash,
    payload,
    row: review.row,
    sealed: identity === null ? null : seal(runtime.keyring, Buffer.from(identity, "utf8"), recordId),
    reason: null,
    judgementId,
  };
  const origin = { item: review.item, edition: review.edition, batchId: review.batchId, knownFrom: at, actor };
  if (!isSame) await insertVersions(tx, [version], origin);
  await publishAnew(tx, runtime, { ...origin, version, values: opened.values, isNew: head === null });
}

/** Gives a record the content back that it had before a judgement, as a further version. */
export async function restoreContent(
  tx: Tx,
  runtime: JudgingRuntime,
  head: FullHead,
  before: Pick<FullHead, "edition" | "payload" | "sealed" | "batchId" | "row">,
  by: { readonly actor: Actor; readonly at: Instant; readonly judgementId: JudgementId; readonly reason: string },
): Promise<void> {
  // What people corrected by hand came with no batch; the row that is taken back did.
  const batchId = before.batchId ?? head.batchId;
  if (before.payload === null || batchId === null) return;
  const item = runtime.catalogue.getItem(head.item, before.edition);
  if (!item) throw new Error(`the catalogue lacks ${head.item} edition ${before.edition}`);
  const old = versionFrom({ ...head, payload: before.payload, sealed: before.sealed, row: before.row ?? head.row });
  const values = parseValues(Buffer.from(old.payload).toString("utf8"));
  const { decisionDate, documentNumber } = readClaim(item, values);
  const version: NewVersion = {
    ...old,
    changedFields: changedFields(head.payload ?? {}, before.payload),
    decisionDate,
    documentNumber,
    documentFolded: foldDocumentNumber(documentNumber),
    contentHash: hash("sha256", old.payload, "buffer"),
    reason: by.reason,
    judgementId: by.judgementId,
  };
  const origin = {
    item: head.item,
    edition: before.edition,
    batchId,
    knownFrom: by.at,
    actor: by.actor,
  };
  await insertVersions(tx, [version], origin);
  await publishAnew(tx, runtime, { ...origin, version, values, isNew: false });
}

/** Tells downstream of the version, with what it works out about the row as of today. */
export async function publishAnew(
  tx: Tx,
  runtime: JudgingRuntime,
  filed: {
    readonly item: string;
    readonly edition: number;
    readonly batchId: BatchId | null;
    /** Whether a proposed severity counts; where nobody says, as the batch's sender said. */
    readonly attested?: boolean;
    readonly knownFrom: Instant;
    readonly version: NewVersion;
    readonly values: OpenedRow["values"];
    readonly isNew: boolean;
  },
): Promise<void> {
  const { batchId, knownFrom, version, values, item: code, edition } = filed;
  const item = runtime.catalogue.getItem(code, edition);
  if (!item) throw new Error(`the catalogue lacks ${code} edition ${edition}`);
  const batch = batchId === null ? null : await findBatch(tx, batchId);
  const attested = filed.attested ?? batch?.attested ?? false;
  const today: LocalDate = runtime.clock.today();
  const { annotation } = runtime.annotatorOf(item)(values, { attested, today });
  const { subjectId, recordId, sourceBody, decisionDate } = version;
  const appended = { subjectId, recordId, item: code, sourceBody, decisionDate, annotation };
  const versions = [{ ...appended, version: filed.isNew ? 1 : Math.max(version.version, 2) }];
  // What was said with the file was said of what came in; meanwhile it may have been served.
  const unserved = batch && filed.isNew ? unservedOf(batch) : null;
  for (const subscriber of runtime.subscribers) await subscriber(tx, { batchId, knownFrom, unserved, versions });
}

function parsePayload(payload: string): Parameters<typeof changedFields>[1] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: intake printed it from an object
  return JSON.parse(payload) as Parameters<typeof changedFields>[1];
}
