import { findProceeding, proceedingProblem, takeStep, type Proceeding, type Step } from "#proceedings";
import { newId, type ProceedingId } from "../../kernel/ids.ts";
import { inScope, inScopeOf } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { checkStillMissing, proposedAnswerOf, putAnswer } from "./answer-gap.ts";
import { insertSeriesJudgement, type SeriesJudgementId } from "./answers.store.ts";
import { insertAttestation } from "./attestations.store.ts";
import { statedCountOf } from "./attest-count.ts";
import type { Dismissal } from "./judge-series.ts";
import type { AttestationId } from "./omission.ts";
import { maySpeakFor } from "./omission.policy.ts";
import type { OmissionsRuntime } from "./omissions-runtime.ts";
import { refreshBody } from "./refresh-series.ts";

/** The procedures by which something about missing numbers is decided by two. */
export const OMISSION_PROCEDURES = ["omission-answer", "series-dismissal", "count-attestation"] as const;

/**
 * Takes an act on what waits for a second person; an approval has its effect in the same transaction. A signed count is
 * compared at once: numbers up to its highest that are not on file are asked for.
 * @throws Problem proceedings/unknown-proceeding, omissions/not-missing where the numbers came in meanwhile, or why the act cannot be taken
 */
export async function decideProposal(
  runtime: OmissionsRuntime,
  proceedingId: ProceedingId,
  act: string,
  step: Step,
): Promise<Proceeding> {
  const decided = await inScopeOf(runtime.db, step.actor, async (tx) => {
    const before = await findProceeding(tx, proceedingId);
    const isOurs = OMISSION_PROCEDURES.some((name) => name === before?.procedure);
    const isConcerned = before?.openedBy === step.actor.id || maySpeakFor(step.actor, before?.body ?? "");
    if (!before || !isOurs || !isConcerned) throw proceedingProblem("unknown-proceeding");
    const proceeding = await takeStep(tx, runtime.procedures, proceedingId, act, step);
    if (proceeding.state === "approved") await carryOut(tx, runtime, proceeding, step);
    return proceeding;
  });
  if (decided.state === "approved" && decided.procedure === "count-attestation" && decided.body !== null) {
    // Of all rows of the body, which the platform reads; what was signed stands whether or not this is reached.
    const of = { body: decided.body, item: statedCountOf(decided).item };
    await inScope(runtime.db, (tx) => refreshBody(tx, runtime, of));
  }
  return decided;
}

/** What whoever proposed it said. */
function wordsOf({ detail }: Pick<Proceeding, "detail">): string {
  return typeof detail["words"] === "string" ? detail["words"] : "";
}

async function carryOut(tx: Tx, runtime: OmissionsRuntime, proceeding: Proceeding, step: Step): Promise<void> {
  const { openedBy, procedure } = proceeding;
  const { actor, at } = step;
  const body = proceeding.body ?? "";
  const words = wordsOf(proceeding);
  if (procedure === "omission-answer") {
    const given = proposedAnswerOf(proceeding);
    const edition = runtime.rules.find((one) => one.edition === given.edition);
    const standard = edition?.answers.find(({ answer }) => answer === given.answer);
    if (!standard) throw new Error(`data/rules/omissions.json lost ${given.answer} of ${given.edition}`);
    await checkStillMissing(tx, given);
    const about = { body, edition: given.edition, givenBy: openedBy, approvedBy: actor.id };
    await putAnswer(tx, given, standard, about, { ...step, reason: words });
  } else if (procedure === "series-dismissal") {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: proceedings of this procedure are opened by `judgeSeries` only
    const { seriesId } = proceeding.detail as unknown as Dismissal;
    const judgementId = newId<SeriesJudgementId>();
    const by = { givenBy: openedBy, approvedBy: actor.id, at };
    await insertSeriesJudgement(tx, { judgementId, seriesId, body, verdict: "no-series", words, ...by });
  } else {
    const stated = statedCountOf(proceeding);
    const by = { statedBy: openedBy, signedBy: actor.id, at };
    await insertAttestation(tx, { attestationId: newId<AttestationId>(), body, ...stated, ...by });
  }
}
