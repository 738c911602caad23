import type { LocalDate } from "../../kernel/time.ts";
import type { DeadlineRule, Deadlines } from "./rule-editions.ts";

/** The last day of a term, or the calendar file that is missing. */
export type Due = { readonly due: LocalDate } | { readonly missing: string };

/** What counts working days; `Workdays` of the catalogue does. */
export interface WorkdayCount {
  addWorkdays(from: LocalDate, days: number): Due;
}

/** The edition of a term that holds for an event of this day; null where there is no such term. */
export function deadlineRuleOn(deadlines: Deadlines, deadline: string, day: LocalDate): DeadlineRule | null {
  const rules = deadlines.editions.get(deadline) ?? [];
  return rules.findLast(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= day) ?? null;
}

/** The term that is meant where nobody names one. @throws Error when the law data has none (it does not load then) */
export function usualTermOn(deadlines: Deadlines, day: LocalDate): DeadlineRule {
  const rule = deadlineRuleOn(deadlines, deadlines.usual, day);
  if (!rule) throw new Error(`no term ${deadlines.usual} in rules/deadlines.json`);
  return rule;
}

/** Last day of the term `deadline` whose day 0 is `from`. @throws Error when the law data has no such term */
export function deadlineOf(deadlines: Deadlines, workdays: WorkdayCount, deadline: string, from: LocalDate): Due {
  const rule = deadlineRuleOn(deadlines, deadline, from);
  if (!rule) throw new Error(`no term ${deadline} in rules/deadlines.json`);
  return workdays.addWorkdays(from, rule.workingDays);
}
