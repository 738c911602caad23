import { maskPersonalNumbers } from "#catalogue";
import { openProceeding, type Proceeding, type Step } from "#proceedings";
import { lastOfMonth, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { omissionProblem } from "./omissions.problems.ts";
import { procedureOf, type OmissionsRuntime } from "./omissions-runtime.ts";

/** A month's count as a body states it; also the detail of its proceeding. */
export interface StatedCount {
  readonly item: string;
  /** First day of the month. */
  readonly month: LocalDate;
  readonly decisions: number;
  /** The highest document number of each series, as written. */
  readonly highest: readonly string[];
  readonly words: string;
}

/**
 * States how many decisions a body made in a month; it counts once a reviewer has signed it.
 * @throws Problem omissions/no-body, omissions/unknown-item, omissions/month-not-over
 */
export function stateCount(
  runtime: OmissionsRuntime,
  stated: Omit<StatedCount, "month" | "words"> & { readonly month: string },
  step: Step,
): Promise<Proceeding> {
  const { body } = step.actor;
  const month = parseLocalDate(`${stated.month}-01`);
  if (!month || lastOfMonth(month) >= runtime.clock.today()) throw omissionProblem("month-not-over");
  const item = runtime.catalogue.items.findLast((one) => one.item === stated.item);
  if (!item || item.publicity.deadline === null) throw omissionProblem("unknown-item");
  if (body === null) throw omissionProblem("no-body");
  const highest = stated.highest.map((one) => one.trim()).filter((one) => one !== "");
  const detail = {
    item: item.item,
    month,
    decisions: stated.decisions,
    highest,
    words: maskPersonalNumbers(step.reason).text,
  } satisfies StatedCount;
  const target = `${body}/${item.item}/${stated.month}`;
  return inScopeOf(runtime.db, step.actor, (tx) =>
    openProceeding(tx, procedureOf(runtime, "count-attestation"), { target, body, detail }, step),
  );
}

/** Reads the detail of a proceeding of the procedure count-attestation. */
export function statedCountOf({ detail }: Pick<Proceeding, "detail">): StatedCount {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: proceedings of this procedure are opened by `stateCount` only
  return detail as unknown as StatedCount;
}
