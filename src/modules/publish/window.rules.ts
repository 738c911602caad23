import type { Citation } from "#catalogue";
import { addMonths, earlier, type LocalDate } from "../../kernel/time.ts";
import type { PublicityPeriod, PublicityWindow, WindowEdition } from "./rule-editions.ts";
import type { SeverityClass } from "./severity-class.rules.ts";

export interface WindowQuestion {
  readonly window: PublicityWindow;
  /** Null where the record has none (a registration without its day); then the window begins today. */
  readonly decisionDate: LocalDate | null;
  readonly severity: SeverityClass | null;
  /** 公示截止期 as the department gave it: may shorten, never lengthen. */
  readonly declaredEnd: LocalDate | null;
  readonly today: LocalDate;
}

/** When a record may be public and by which rule. */
export interface PublicWindow {
  readonly from: LocalDate;
  /** The last day on which it is public; null is no end. */
  readonly until: LocalDate | null;
  /** The rule of the day of the decision. */
  readonly basis: Citation;
  /** Today's rule, where it ends the publicity earlier than that; else null. */
  readonly cappedBy: Citation | null;
  /** Why it is not public in spite of its window. */
  readonly hold: "minor-not-published" | "window-ended" | null;
}

/**
 * The public window of one record: the longest period of the edition in force on the day of the decision, counted from
 * that day, but never longer than the edition in force today allows where that one reaches back. The same day number of
 * the last month (or its last day) still belongs to the window.
 * @throws Error when the class is unknown to the window (a record that needs a class is held before it comes here)
 */
export function publicWindow(question: WindowQuestion): PublicWindow {
  const { window, decisionDate, severity, declaredEnd, today } = question;
  const from = decisionDate ?? today;
  const basis = editionOn(window, from);
  const present = editionOn(window, today);
  const period = periodOf(basis, severity, window);
  const cap = present !== basis && present.capsEarlierDecisions ? periodOf(present, severity, window) : null;
  const lawful = endOf(from, period);
  const capped = cap ? soonest(lawful, endOf(from, cap)) : lawful;
  const hidden = [period, cap].find((one) => one?.published === false);
  const cappedBy = capped !== lawful || (cap && hidden === cap) ? present.citation : null;
  if (hidden) return { from, until: null, basis: basis.citation, cappedBy, hold: "minor-not-published" };
  const until = soonest(capped, declaredEnd);
  const hold = until !== null && until < today ? "window-ended" : null;
  return { from, until: until !== null && until < from ? from : until, basis: basis.citation, cappedBy, hold };
}

/** The edition in force on a day. */
export function editionOn(window: PublicityWindow, day: LocalDate): WindowEdition {
  const edition = window.editions.find(
    ({ effectiveFrom, effectiveTo }) =>
      (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo),
  );
  if (!edition) throw new Error(`${window.window} has no edition on ${day}`);
  return edition;
}

function periodOf(edition: WindowEdition, severity: SeverityClass | null, window: PublicityWindow): PublicityPeriod {
  const period = edition.periods.find((one) => one.severity === null || one.severity === severity);
  if (!period) throw new Error(`${window.window} ${edition.edition} has no period for ${String(severity)}`);
  return period;
}

function endOf(from: LocalDate, period: PublicityPeriod): LocalDate | null {
  return period.maximumMonths === null ? null : addMonths(from, period.maximumMonths);
}

function soonest(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b;
  return b === null ? a : earlier(a, b);
}
