import type { LocalDate } from "../../kernel/time.ts";
import type { HoldReason } from "./publication-plan.ts";

export interface TimelinessQuestion {
  readonly dueOn: LocalDate | null;
  /** The calendar file that is missing, or null. */
  readonly dueMissing: string | null;
  /** The day in the city on which the record was public for the first time. */
  readonly firstPublicOn: LocalDate | null;
  /** Withdrawn by its source, or the reason of the hold. */
  readonly hold: HoldReason | "withdrawn" | null;
  readonly today: LocalDate;
}

/** Why a record does not count in the on-time figure. */
export type Exclusion = HoldReason | "withdrawn" | "no-term" | "calendar-missing" | "not-yet-due";

/**
 * - lawful: it may not be published, and nobody has to do anything;
 * - held: somebody must decide before it may be published; shown beside the figure, never hidden in it;
 * - open: it cannot be judged yet.
 */
export type ExclusionGroup = "lawful" | "held" | "open";

export interface Timeliness {
  readonly counted: boolean;
  readonly onTime: boolean | null;
  readonly excluded: Exclusion | null;
  readonly group: ExclusionGroup | null;
}

const GROUPS = {
  "minor-not-published": "lawful",
  "window-ended": "lawful",
  "not-for-the-public": "lawful",
  withdrawn: "lawful",
  "severity-unconfirmed": "held",
  "severity-undecided": "held",
  "not-served": "held",
  "no-term": "lawful",
  "calendar-missing": "open",
  "not-yet-due": "open",
} as const satisfies Record<Exclusion, ExclusionGroup>;

/**
 * Places one record in the on-time figure (numerator: on time; denominator: counted). What was once public counts by its
 * first day, whatever happened to it later; what may lawfully not be published never counts as late.
 */
export function judgeTimeliness(question: TimelinessQuestion): Timeliness {
  const { dueOn, firstPublicOn, hold, today } = question;
  if (firstPublicOn === null && hold !== null) return excluded(hold);
  if (dueOn === null) return excluded(question.dueMissing === null ? "no-term" : "calendar-missing");
  if (firstPublicOn !== null) return { counted: true, onTime: firstPublicOn <= dueOn, excluded: null, group: null };
  return today > dueOn ? { counted: true, onTime: false, excluded: null, group: null } : excluded("not-yet-due");
}

function excluded(reason: Exclusion): Timeliness {
  return { counted: false, onTime: null, excluded: reason, group: GROUPS[reason] };
}
