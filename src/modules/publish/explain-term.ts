import { dayText, deadlineText, type Citation, type Workdays } from "#catalogue";
import type { Text } from "../../kernel/text.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { deadlineRuleOn } from "./deadline.rules.ts";
import type { Deadlines } from "./rule-editions.ts";

interface CountedDay {
  readonly date: LocalDate;
  readonly kind: string;
  readonly text: Text;
}

/** A term from a day on, with the way in which it was counted. */
export interface ExplainedTerm {
  readonly deadline: string;
  readonly title: Text;
  readonly from: LocalDate;
  readonly workingDays: number;
  /** Last day, or null where `missing` names the calendar file that is needed. */
  readonly due: LocalDate | null;
  readonly missing: string | null;
  readonly counted: readonly CountedDay[];
  /** Rest days and holidays on the way. */
  readonly skipped: readonly CountedDay[];
  /** The count in one sentence. */
  readonly text: Text;
  readonly citations: readonly Citation[];
}

/** Counts a term of data/rules/deadlines.json from a day; null where there is no such term on that day. */
export function explainTerm(
  deadlines: Deadlines,
  workdays: Workdays,
  deadline: string,
  from: LocalDate,
): ExplainedTerm | null {
  const rule = deadlineRuleOn(deadlines, deadline, from);
  if (!rule) return null;
  const counted = workdays.explainDeadline(from, rule.workingDays);
  const { title, workingDays, citations } = rule;
  const told = { deadline, title, from, workingDays, citations, text: deadlineText(counted) };
  if ("missing" in counted) return { ...told, due: null, missing: counted.missing, counted: [], skipped: [] };
  const days = (list: typeof counted.counted): CountedDay[] =>
    list.map((day) => ({ date: day.date, kind: day.kind, text: dayText(day) }));
  return { ...told, due: counted.due, missing: null, counted: days(counted.counted), skipped: days(counted.skipped) };
}
