import { fileCorrection } from "#ingest";
import { takeStep, type Step } from "#proceedings";
import { findHead, recordProblem, withdrawRecord } from "#records";
import type { ProceedingId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";
import { open } from "../../platform/keyring.ts";
import { findAmendment, findContent, lockRecord, type Amendment } from "./amendments.store.ts";
import { entryProblem } from "./entry.problems.ts";
import type { EntryRuntime } from "./entry-runtime.ts";
import { isAttested, standingRecord } from "./propose-amendment.ts";

/**
 * Takes an act on a proposed correction or withdrawal. An approval has its effect in the same transaction: what cannot be
 * carried out is not approved.
 * @throws Problem entry/unknown-amendment, entry/stale, records/key-taken, records/already-ended, or why the act cannot be
 *   taken (proceedings/…)
 */
export async function decideAmendment(
  tx: Tx,
  runtime: EntryRuntime,
  proceedingId: ProceedingId,
  act: string,
  step: Step,
): Promise<void> {
  const amendment = await findAmendment(tx, proceedingId);
  if (!amendment) throw entryProblem("unknown-amendment");
  const { state } = await takeStep(tx, runtime.procedures, proceedingId, act, step);
  if (state === "approved") await carryOut(tx, runtime, amendment, step);
}

async function carryOut(tx: Tx, runtime: EntryRuntime, amendment: Amendment, step: Step): Promise<void> {
  const { recordId, baseVersion, proceedingId, openedBy, ground, reason } = amendment;
  const found = await findHead(tx, recordId);
  if (!found) throw recordProblem("unknown-record");
  await lockRecord(tx, found);
  const { head, item } = await standingRecord(tx, runtime, recordId);
  if (head.version !== baseVersion) throw entryProblem("stale");
  const { actor, at, requestId } = step;
  const by = {
    amendment: { proceedingId, proposedBy: openedBy, ground },
    actor,
    reason,
    at,
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (amendment.kind === "withdrawal") {
    await withdrawRecord(tx, { recordId, ...by });
    return;
  }
  const { payload, sealed, naturalKey } = await findContent(tx, proceedingId);
  if (payload === null) throw new Error(`the correction ${proceedingId} has no content`);
  const identity = sealed === null ? null : open(runtime.keyring, sealed, proceedingId).toString("utf8");
  const attested = await isAttested(tx, head);
  await fileCorrection(tx, runtime, item, { head, payload, identity, naturalKey, attested, ...by });
}
