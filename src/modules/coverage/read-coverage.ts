import { monthsBetween, obligationsBetween, type Catalogue, type Obligation, type ObligationFilter } from "#catalogue";
import { countFiledDecisions } from "#publish";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { cellState, totalsOf, type CellState, type CoverageTotals } from "./coverage.rules.ts";
import { listNewestZeroReports, type ZeroReport } from "./zero-reports.store.ts";

/** One obligation and how it stands. */
export interface CoverageCell extends Obligation {
  readonly state: CellState;
  /** Decisions of the period on file, whether or not they may be published. */
  readonly count: number;
  /** The zero report that stands, or null. */
  readonly zeroReport: ZeroReport | null;
}

export interface Coverage {
  readonly cells: readonly CoverageCell[];
  readonly totals: CoverageTotals;
}

/**
 * What is owed for the periods that end between two days, and what of it is there, by item, body and period (全覆盖).
 * Two statements, whatever the number of bodies and periods.
 */
export async function readCoverage(
  tx: Tx,
  catalogue: Catalogue,
  { from, to, today, ...filter }: ObligationFilter & Record<"from" | "to" | "today", LocalDate>,
): Promise<Coverage> {
  const owed = obligationsBetween(catalogue, from, to, filter);
  const cells = await standingOf(tx, owed, today);
  return { cells, totals: totalsOf(cells) };
}

async function standingOf(tx: Tx, owed: readonly Obligation[], today: LocalDate): Promise<readonly CoverageCell[]> {
  const items = [...new Set(owed.map(({ item }) => item))];
  const bodies = [...new Set(owed.map(({ body }) => body))];
  const firsts = owed.map(({ first }) => first).toSorted();
  const lasts = owed.map(({ last }) => last).toSorted();
  const [from, to] = [firsts[0], lasts.at(-1)];
  if (from === undefined || to === undefined) return [];
  const counts = new Map(
    (await countFiledDecisions(tx, { items, bodies, from, to })).map((filed) => [
      keyOf(filed.item, filed.sourceBody, filed.month),
      filed.count,
    ]),
  );
  const periods = [...new Set(owed.map(({ period }) => period))];
  const zeroReports = new Map(
    (await listNewestZeroReports(tx, { items, bodies, periods }))
      .filter(({ act }) => act === "reported")
      .map((report) => [keyOf(report.item, report.body, report.period), report]),
  );
  return owed.map((obligation) => {
    const { item, body, period } = obligation;
    const months = monthsBetween(obligation.first, obligation.last);
    const count = months.reduce((sum, month) => sum + (counts.get(keyOf(item, body, month)) ?? 0), 0);
    const zeroReport = zeroReports.get(keyOf(item, body, period)) ?? null;
    const state = cellState(obligation, { count, zeroReported: zeroReport !== null, today });
    return { ...obligation, state, count, zeroReport };
  });
}

function keyOf(...parts: readonly string[]): string {
  return parts.join("\u0000");
}
