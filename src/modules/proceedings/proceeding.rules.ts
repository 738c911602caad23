import { mayCall, SYSTEM_ACTOR, type Actor } from "../../kernel/actor.ts";
import { addSeconds, type Instant } from "../../kernel/time.ts";
import type { Procedure, ProcedureAct } from "./procedure.ts";
import type { Proceeding } from "./proceeding.ts";

/** Why an act cannot be taken. */
export type Refusal =
  "unknown-act" | "not-now" | "not-permitted" | "opened-it-yourself" | "opened-by-another" | "about-yourself";

export type StepDecision =
  { readonly act: ProcedureAct; readonly ends: boolean; readonly decides: boolean } | { readonly refused: Refusal };

/** Whether somebody may take an act on a proceeding now, and what becomes of it. */
export function decideStep(
  procedure: Procedure,
  proceeding: Pick<Proceeding, "state" | "openedBy" | "target">,
  name: string,
  actor: Actor,
): StepDecision {
  const act = procedure.acts.find((one) => one.act === name);
  if (!act) return { refused: "unknown-act" };
  if (!mayCall(actor, act.grant)) return { refused: "not-permitted" };
  if (!act.from.includes(proceeding.state)) return { refused: "not-now" };
  const isOpener = actor.id === proceeding.openedBy;
  if (act.by === "another" && isOpener) return { refused: "opened-it-yourself" };
  if (act.by === "opener" && !isOpener) return { refused: "opened-by-another" };
  if (act.by === "another" && actor.id === proceeding.target) return { refused: "about-yourself" };
  // The machine's key is no second person: whoever may read it may have opened this with a session of their own.
  if (act.by === "another" && actor.kind === "administrator" && proceeding.openedBy !== SYSTEM_ACTOR.id)
    return { refused: "not-permitted" };
  return { act, ends: isEnd(procedure, act.to), decides: isEnd(procedure, act.to) && act.by !== "opener" };
}

const DAY_SECONDS = 24 * 3600;

/** The state of a proceeding that nobody decided in time. */
export const LAPSED = "lapsed";

/** Whether the days of its procedure are over without a decision. */
export function isOverdue(
  { lapsesAfterDays }: Pick<Procedure, "lapsesAfterDays">,
  { openedAt, endedAt }: Pick<Proceeding, "openedAt" | "endedAt">,
  at: Instant,
): boolean {
  if (lapsesAfterDays === undefined || endedAt !== null) return false;
  return addSeconds(openedAt, lapsesAfterDays * DAY_SECONDS) <= at;
}

/** A state from which no act leads. */
function isEnd(procedure: Procedure, state: string): boolean {
  return !procedure.acts.some((act) => act.from.includes(state));
}

/** The acts that somebody may take on a proceeding now. */
export function allowedActs(
  procedure: Procedure,
  proceeding: Pick<Proceeding, "state" | "openedBy" | "target">,
  actor: Actor,
): string[] {
  return procedure.acts
    .filter((act) => !("refused" in decideStep(procedure, proceeding, act.act, actor)))
    .map((act) => act.act);
}
