import { recordAudit } from "#audit";
import { maskPersonalNumbers } from "#catalogue";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type ProceedingId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { SYSTEM_ACTOR } from "../../kernel/actor.ts";
import { decideStep, isOverdue, LAPSED } from "./proceeding.rules.ts";
import type { Procedure } from "./procedure.ts";
import { proceedingProblem } from "./proceedings.problems.ts";
import type { Proceeding } from "./proceeding.ts";
import { findProceeding, insertEvent, insertProceeding, listOpen, moveProceeding } from "./proceedings.store.ts";

/** What every step carries. */
export interface Step {
  readonly actor: Actor;
  readonly at: Instant;
  readonly reason: string;
  readonly requestId?: string;
}

/** Called in the transaction in which a proceeding was opened or moved on, with it as it stands afterwards. */
export type OnProceedingMoved = (tx: Tx, proceeding: Proceeding, step: Step) => Promise<void>;

/**
 * Opens a proceeding in the first state of its procedure, with its first event. Reasons are kept without numbers of persons.
 * @throws Problem proceedings/needs-person where two people are asked for and a program asks: whoever holds its key would be one of both
 */
export async function openProceeding(
  tx: Tx,
  procedure: Procedure,
  about: { readonly target: string; readonly body: string | null; readonly detail: Proceeding["detail"] },
  step: Step,
): Promise<Proceeding> {
  const { actor, at } = step;
  const reason = maskPersonalNumbers(step.reason).text;
  if (procedure.fourEyes && actor.kind === "key") throw proceedingProblem("needs-person");
  const proceeding: Proceeding = {
    proceedingId: newId<ProceedingId>(),
    procedure: procedure.procedure,
    ...about,
    state: procedure.initial,
    openedBy: actor.id,
    openedAt: at,
    endedAt: null,
    decidedBy: null,
    fourEyes: procedure.fourEyes,
  };
  await insertProceeding(tx, proceeding);
  const event = { at, actor: actor.id, act: "open", fromState: null, toState: procedure.initial, reason };
  await insertEvent(tx, proceeding.proceedingId, event);
  await auditStep(tx, proceeding, "open", step);
  return proceeding;
}

/**
 * Takes an act on a proceeding. Gives it as it stands afterwards; what follows from a decision is the caller's to do, in
 * the same transaction.
 * @throws Problem proceedings/unknown-proceeding, or why the act cannot be taken
 */
export async function takeStep(
  tx: Tx,
  procedures: ReadonlyMap<string, Procedure>,
  proceedingId: ProceedingId,
  act: string,
  step: Step,
): Promise<Proceeding> {
  const before = await findProceeding(tx, proceedingId);
  const procedure = before && procedures.get(before.procedure);
  if (!before || !procedure) throw proceedingProblem("unknown-proceeding");
  const { actor, at } = step;
  const reason = maskPersonalNumbers(step.reason).text;
  const decision = decideStep(procedure, before, act, actor);
  if ("refused" in decision) throw proceedingProblem(decision.refused);
  if (isOverdue(procedure, before, at)) throw proceedingProblem("lapsed");
  const to = {
    state: decision.act.to,
    endedAt: decision.ends ? at : null,
    decidedBy: decision.decides ? actor.id : null,
  };
  if (!(await moveProceeding(tx, before, to))) throw proceedingProblem("decided-meanwhile");
  await insertEvent(tx, proceedingId, { at, actor: actor.id, act, fromState: before.state, toState: to.state, reason });
  await auditStep(tx, before, act, step);
  return { ...before, ...to };
}

const LAPSE_REASON = "办理期限已过，无人审批 nobody decided it in time";

/** Ends every proceeding whose days are over without a decision; gives how many. */
export async function lapseOverdue(tx: Tx, procedures: ReadonlyMap<string, Procedure>, at: Instant): Promise<number> {
  const mayLapse = [...procedures.values()].filter(({ lapsesAfterDays }) => lapsesAfterDays !== undefined);
  const open = await listOpen(
    tx,
    mayLapse.map(({ procedure }) => procedure),
  );
  let lapsed = 0;
  for (const proceeding of open) {
    const procedure = procedures.get(proceeding.procedure);
    if (!procedure || !isOverdue(procedure, proceeding, at)) continue;
    // Whoever decides it this very moment was in time.
    if (!(await moveProceeding(tx, proceeding, { state: LAPSED, endedAt: at, decidedBy: null }))) continue;
    const event = { act: "lapse", fromState: proceeding.state, toState: LAPSED, reason: LAPSE_REASON };
    await insertEvent(tx, proceeding.proceedingId, { at, actor: SYSTEM_ACTOR.id, ...event });
    await auditStep(tx, proceeding, "lapse", { actor: SYSTEM_ACTOR, at, reason: LAPSE_REASON });
    lapsed += 1;
  }
  return lapsed;
}

async function auditStep(tx: Tx, proceeding: Proceeding, act: string, step: Step): Promise<void> {
  await recordAudit(tx, {
    at: step.at,
    actor: step.actor,
    action: `proceedings/${act}`,
    target: proceeding.proceedingId,
    detail: { procedure: proceeding.procedure, target: proceeding.target },
    ...(step.requestId === undefined ? {} : { requestId: step.requestId }),
  });
}
