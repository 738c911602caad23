import type { LocalDate } from "../../kernel/time.ts";
import { deadlineRuleOn } from "./deadline.rules.ts";
import { dueWithPauses, type Pause, type PausedDue } from "./pause.rules.ts";
import type { PublicationLaw } from "./publication.rules.ts";

/** Last day of the term `deadline` from a decision, with pauses. @throws Error when the law data has no such term */
export function pausedDeadlineOf(
  law: PublicationLaw,
  deadline: string,
  from: LocalDate,
  pauses: readonly Pause[],
): PausedDue {
  const rule = deadlineRuleOn(law.deadlines, deadline, from);
  if (!rule) throw new Error(`no term ${deadline} in rules/deadlines.json`);
  return pauses.length === 0
    ? law.workdays.addWorkdays(from, rule.workingDays)
    : dueWithPauses(law.workdays, { from, days: rule.workingDays, pauses });
}

/** The same as it is stored: while a pause is open there is no last day, and no calendar is missing either. */
export function termOf(
  law: PublicationLaw,
  deadline: string,
  from: LocalDate,
  pauses: readonly Pause[],
): { readonly dueOn: LocalDate | null; readonly dueMissing: string | null } {
  const end = pausedDeadlineOf(law, deadline, from, pauses);
  return { dueOn: "due" in end ? end.due : null, dueMissing: "missing" in end ? end.missing : null };
}
