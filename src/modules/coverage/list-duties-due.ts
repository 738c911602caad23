import type { Catalogue } from "#catalogue";
import type { Actor } from "../../kernel/actor.ts";
import { addDays, addMonths, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { bodiesSeenBy } from "./coverage-runtime.ts";
import { readCoverage, type CoverageCell } from "./read-coverage.ts";

/** Periods that ended so many months ago are looked at for what is still missing. */
const LOOK_BACK_MONTHS = 12;

/**
 * What is owed and neither reported nor stated as zero, of periods that are over, due within so many days from today or
 * overdue: of all bodies for the platform, of their own for others. For reminders and the screen of today.
 */
export async function listDutiesDue(
  tx: Tx,
  catalogue: Catalogue,
  { asker, today, within }: { readonly asker: Actor; readonly today: LocalDate; readonly within: number },
): Promise<readonly CoverageCell[]> {
  const bodies = bodiesSeenBy(asker, catalogue, undefined);
  const range = { from: addMonths(today, -LOOK_BACK_MONTHS), to: addDays(today, -1), today };
  const { cells } = await readCoverage(tx, catalogue, { ...range, ...(bodies === undefined ? {} : { bodies }) });
  const horizon = addDays(today, within);
  return cells.filter(({ state, dueOn }) => (state === "missing" || state === "not-yet-due") && dueOn <= horizon);
}
