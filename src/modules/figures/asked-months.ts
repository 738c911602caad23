import type { Catalogue } from "#catalogue";
import { checkedFilter, publishProblem } from "#publish";
import type { LocalDate } from "../../kernel/time.ts";
import type { FigureFilter } from "./figure.ts";
import { firstOf, monthAfter } from "./month.rules.ts";

/** Months that are shown where nobody says which, and most at once. */
const USUAL_MONTHS = 12;
const MOST_MONTHS = 36;

/** Stands in an address for files that came from no single body. */
const NO_BODY = "-";

/**
 * Months, item and body as they were asked for: by default the twelve up to today's month.
 * @throws Problem publish/bad-month, publish/bad-range, publish/long-range, publish/unknown-item
 */
export function askedMonths(
  catalogue: Catalogue,
  asked: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly item?: string | undefined;
    readonly body?: string | undefined;
  },
  today: LocalDate,
): FigureFilter {
  const { item, body } = asked;
  if ([asked.from, asked.to].some((month) => month !== undefined && (month.length !== 7 || !firstOf(month))))
    throw publishProblem("bad-month");
  checkedFilter(catalogue, { item });
  const to = asked.to ?? today.slice(0, 7);
  const from = asked.from ?? monthAfter(to, 1 - USUAL_MONTHS);
  if (from > to) throw publishProblem("bad-range");
  if (from < monthAfter(to, 1 - MOST_MONTHS)) throw publishProblem("long-range");
  return { from, to, item, body: body === NO_BODY ? null : body };
}
