import type { Citation } from "#catalogue";
import { addDays, addMonths, type LocalDate } from "../../kernel/time.ts";
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
  /** The later rule that ends the publicity earlier than that; else null. */
  readonly cappedBy: Citation | null;
  /** Why it is not public in spite of its window. */
  readonly hold: "minor-not-published" | "window-ended" | null;
}

/**
 * The public window of one record. Each edition that counts ends it: the one in force on the day of the decision, and
 * every later one that reaches back, after its longest period counted from the decision, though never before its own
 * first day. The earliest end holds, so an end is never taken back by a law that comes later. The same day number of the
 * last month (or its last day) still belongs to the window. The database works out the same (windows.store.ts).
 * @throws Error when the class is unknown to the window (a record that needs a class is held before it comes here)
 */
export function publicWindow(question: WindowQuestion): PublicWindow {
  const { window, decisionDate, severity, declaredEnd, today } = question;
  const from = decisionDate ?? today;
  const basis = editionOn(window, from);
  const reachesBack = (edition: WindowEdition): boolean =>
    edition.capsEarlierDecisions !== null && edition.effectiveFrom !== null && edition.effectiveFrom > from;
  let until: LocalDate | null = null;
  let last = basis;
  let isHidden = false;
  for (const edition of window.editions.filter((one) => one === basis || reachesBack(one))) {
    const period = periodOf(edition, severity, window);
    const end = endUnder(edition, period, from);
    if (end !== null && (until === null || end < until)) [until, last] = [end, edition];
    isHidden ||= !period.published && (edition.effectiveFrom ?? from) <= today;
  }
  const cappedBy = last === basis ? null : last.citation;
  if (isHidden) return { from, until: null, basis: basis.citation, cappedBy, hold: "minor-not-published" };
  if (declaredEnd !== null && (until === null || declaredEnd < until)) until = declaredEnd;
  const hold = until !== null && until < today ? "window-ended" : null;
  return { from, until, basis: basis.citation, cappedBy, hold };
}

/** The last day that one edition leaves; null is no end. */
function endUnder(edition: WindowEdition, period: PublicityPeriod, from: LocalDate): LocalDate | null {
  const before = addDays(edition.effectiveFrom ?? from, -1);
  if (!period.published) return before;
  if (period.maximumMonths === null) return null;
  const end = addMonths(from, period.maximumMonths);
  return end < before ? before : end;
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
