import type { LocalDate } from "../../kernel/time.ts";
import type { DeadlineRule } from "./rule-editions.ts";

/** The last day of a term, or the calendar file that is missing. */
export type Due = { readonly due: LocalDate } | { readonly missing: string };

/** What counts working days; `Workdays` of the catalogue does. */
export interface WorkdayCount {
  addWorkdays(from: LocalDate, days: number): Due;
}

/** Last day of the term `deadline` whose day 0 is `from`. @throws Error when the law data has no such term */
export function deadlineOf(
  deadlines: ReadonlyMap<string, DeadlineRule>,
  workdays: WorkdayCount,
  deadline: string,
  from: LocalDate,
): Due {
  const rule = deadlines.get(deadline);
  if (!rule) throw new Error(`no term ${deadline} in rules/deadlines.json`);
  return workdays.addWorkdays(from, rule.workingDays);
}
