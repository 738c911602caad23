import { openProceeding, takeStep, type Procedure, type Proceeding, type Step } from "#proceedings";
import type { ProceedingId, StatementId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";
import { DISPUTE, targetOf } from "./dispute-target.ts";
import type { FiguresRuntime } from "./figures-runtime.ts";
import { figureProblem } from "./figures.problems.ts";
import type { Rate } from "./rate-editions.ts";
import { findStatement, listOpenDisputes, lockFigures } from "./statements.store.ts";

/** What somebody disputes about their own body. */
export interface DisputeFigure {
  readonly statementId: StatementId;
  readonly rate: Rate;
  readonly item: string;
  /** The rows in question: `place` of a decision, number of a batch. */
  readonly rows: readonly string[];
}

/**
 * Opens a dispute about one figure of the body for which the actor acts. The figure stays as it is; that it is disputed is
 * seen beside it until it is decided.
 * @throws Problem figures/unknown-statement, figures/superseded, figures/unknown-figure, figures/disputed-already
 */
export async function disputeFigure(
  tx: Tx,
  { procedures }: Pick<FiguresRuntime, "procedures">,
  dispute: DisputeFigure,
  step: Step,
): Promise<Proceeding> {
  const { statementId, rate, item, rows } = dispute;
  const { body } = step.actor;
  const statement = await findStatement(tx, statementId);
  if (!statement) throw figureProblem("unknown-statement");
  if (statement.supersededBy !== null) throw figureProblem("superseded");
  const isOwn = (figure: { readonly rate: string; readonly item: string; readonly body: string | null }): boolean =>
    figure.rate === rate && figure.item === item && figure.body === body;
  const figure = statement.content.figures.find(isOwn);
  if (body === null || !figure) throw figureProblem("unknown-figure");
  const target = targetOf({ statementId, rate, item, body });
  await lockFigures(tx, target);
  const open = await listOpenDisputes(tx, statementId);
  if (open.some((one) => one.target === target)) throw figureProblem("disputed-already");
  const { numerator, denominator } = figure;
  const detail = { statementId, month: statement.month, rate, item, numerator, denominator, rows };
  return openProceeding(tx, procedureIn(procedures), { target, body, detail }, step);
}

/** Takes an act on a dispute. @throws Problem figures/unknown-dispute, or why the act cannot be taken */
export async function decideDispute(
  tx: Tx,
  { procedures }: Pick<FiguresRuntime, "procedures">,
  proceedingId: ProceedingId,
  act: string,
  step: Step,
): Promise<Proceeding> {
  // Only its own procedure: a proceeding of another kind is none of this door.
  return takeStep(tx, new Map([[DISPUTE, procedureIn(procedures)]]), proceedingId, act, step);
}

/** @throws Error when the law data has no such procedure */
export function procedureIn(procedures: FiguresRuntime["procedures"]): Procedure {
  const procedure = procedures.get(DISPUTE);
  if (!procedure) throw new Error(`no procedure ${DISPUTE} under data/procedures`);
  return procedure;
}
