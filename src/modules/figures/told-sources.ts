import { listMonthlyFigures, type MonthlyFigure } from "#coverage";
import { listOmissionCounts, listSeries, type OmissionCount } from "#omissions";
import { countFiledDecisions, type FiledCount } from "#publish";
import type { Tx } from "../../platform/db/types.ts";
import type { Figure, FigureFilter } from "./figure.ts";
import { daysOf } from "./month.rules.ts";
import type { RateSource } from "./rate-source.ts";

/** Lines of signed monthly tables; a month without one has no figure, since nobody has said what was made. */
async function linesOf(tx: Tx, { from, to, item, body }: FigureFilter): Promise<readonly MonthlyFigure[]> {
  if (body === null) return [];
  const range = { from: daysOf(from).from, to: daysOf(to).to };
  const lines = await listMonthlyFigures(tx, { ...range, ...(body === undefined ? {} : { bodies: [body] }) });
  return lines.filter((line) => item === undefined || line.item === item);
}

/**
 * Reported ÷ made, or published on the own site ÷ made. What was made is signed by two people of the body; what was reported
 * is counted by the platform, and never more of it than was made: the rest stands apart.
 */
function ofMonthlyTable(part: "reported" | "ownSite"): RateSource {
  return {
    seenBy: "own-body",
    read: async ({ tx }, filter) =>
      (await linesOf(tx, filter)).map(({ body, item, month, produced, ...parts }) => {
        const beyond = Math.max(0, parts[part] - produced);
        const apart: Figure["apart"] = beyond === 0 ? {} : { "beyond-made": beyond };
        return { body, item, month, numerator: parts[part] - beyond, denominator: produced, apart };
      }),
    rows: async ({ tx }, { body, item, month }) =>
      (await linesOf(tx, { from: month, to: month, item, body })).map((line) => ({ ...line })),
  };
}

export const REPORT = ofMonthlyTable("reported");
export const OWN_SITE = ofMonthlyTable("ownSite");

/**
 * Unexplained ÷ (on file + unexplained). A question that may still be answered, and a number that was answered for, stand
 * apart: neither is an omission, nor a decision.
 */
export const OMISSION: RateSource = {
  seenBy: "own-body",
  read: async ({ tx }, filter) => {
    const gaps = await gapsOf(tx, filter);
    const filed = await numberedDecisions(tx, filter);
    return filed.map(({ sourceBody, item, month, count }) => {
      const own = gaps.find((gap) => gap.body === sourceBody && gap.item === item && gap.month.startsWith(month));
      const { answered = 0, open = 0, unexplained = 0 } = own ?? {};
      const apart = Object.entries({ answered, open }).filter(([, number]) => number > 0);
      const parts = { numerator: unexplained, denominator: count + unexplained, apart: Object.fromEntries(apart) };
      return { body: sourceBody, item, month, ...parts };
    });
  },
  rows: async ({ tx }, { body, item, month }) =>
    (await gapsOf(tx, { from: month, to: month, item, body })).map(({ answered, open, unexplained }) => ({
      answered,
      open,
      unexplained,
    })),
};

/** Decisions on file of bodies and items whose numbers run in a series that was confirmed; without one nothing is called for. */
async function numberedDecisions(tx: Tx, { from, to, item, body }: FigureFilter): Promise<readonly FiledCount[]> {
  if (body === null) return [];
  const series = (await listSeries(tx, { body: body ?? null, item: item ?? null })).filter(
    ({ verdict }) => verdict === "confirmed",
  );
  const filed = await countFiledDecisions(tx, {
    items: [...new Set(series.map((one) => one.item))],
    bodies: [...new Set(series.map((one) => one.body))],
    from: daysOf(from).from,
    to: daysOf(to).to,
  });
  return filed.filter((count) => series.some((one) => one.body === count.sourceBody && one.item === count.item));
}

async function gapsOf(tx: Tx, { from, to, item, body }: FigureFilter): Promise<readonly OmissionCount[]> {
  if (body === null) return [];
  const range = { from: daysOf(from).from, to: daysOf(to).to };
  const counts = await listOmissionCounts(tx, { body: body ?? null, ...range });
  return counts.filter((count) => item === undefined || count.item === item);
}
