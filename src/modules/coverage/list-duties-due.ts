import type { Catalogue } from "#catalogue";
import { addDays, addMonths, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { readCoverage, type CoverageCell } from "./read-coverage.ts";

/** Obligations that ended so many months ago are looked at for what is still missing. */
const LOOK_BACK_MONTHS = 12;

/**
 * What bodies owe and have neither reported nor stated as zero, due within so many days from today or overdue: for
 * reminders. A period that is not over is not in it.
 */
export async function listDutiesDue(
  tx: Tx,
  catalogue: Catalogue,
  { today, within }: { readonly today: LocalDate; readonly within: number },
): Promise<readonly CoverageCell[]> {
  const from = addMonths(today, -LOOK_BACK_MONTHS);
  const horizon = addDays(today, within);
  const { cells } = await readCoverage(tx, catalogue, { from, to: addDays(today, -1), today });
  return cells.filter(({ state, dueOn }) => (state === "missing" || state === "not-yet-due") && dueOn <= horizon);
}
