import { addMonths, systemClock } from "../../../../kernel/time.ts";

const OFFERED = 36;

/** The months that a choice offers, this one first. */
export function recentMonths(): readonly string[] {
  const today = systemClock.today();
  return Array.from({ length: OFFERED }, (_, back) => addMonths(today, -back).slice(0, 7));
}
