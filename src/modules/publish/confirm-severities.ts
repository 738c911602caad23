import { findActiveRecords, type DuplicateSet } from "#records";
import { recordAudit } from "#audit";
import type { Tx } from "../../platform/db/types.ts";
import { parsePlan } from "./publication-plan.ts";
import { fileConfirmedSeverities } from "./publications.store.ts";

/**
 * Takes up the severities that the sender of a file vouches for where their records wait for just that: the file was sent
 * before without attesting, so its rows are duplicates and no version comes. The version stays; its publication gets its
 * plan anew, once, and the trail says who vouched. Gives the count "attested" for the receipt.
 */
export async function confirmSeverities(tx: Tx, duplicates: DuplicateSet): Promise<Readonly<Record<string, number>>> {
  const attested = duplicates.rows
    .map(({ naturalKey, annotation }) => ({ naturalKey, plan: annotation === null ? null : parsePlan(annotation) }))
    .flatMap(({ naturalKey, plan }) => (plan?.severityOrigin === "attested-rule" ? [{ naturalKey, plan }] : []));
  const records = await findActiveRecords(
    tx,
    attested.map(({ naturalKey }) => naturalKey),
  );
  const planned = records.flatMap(({ place, subjectId, recordId }) => {
    const plan = attested[place]?.plan;
    return plan ? [{ subjectId, recordId, plan }] : [];
  });
  const confirmed = await fileConfirmedSeverities(tx, planned, duplicates.knownFrom);
  if (confirmed.length === 0) return {};
  await recordAudit(tx, {
    at: duplicates.knownFrom,
    actor: duplicates.actor,
    action: "publish/confirm-severities",
    target: duplicates.batchId,
    detail: { records: confirmed },
  });
  return { attested: confirmed.length };
}
