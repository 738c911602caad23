import type { Obligation } from "#catalogue";
import type { LocalDate } from "../../kernel/time.ts";

/**
 * How an obligation stands. `reported`: decisions are on file. `zero`: a zero report stands. `contradicted`: a zero report
 * stands though decisions are on file. `not-yet-due`: nothing is there, and there is time. `missing`: nothing is there.
 */
export const CELL_STATES = ["reported", "zero", "contradicted", "not-yet-due", "missing"] as const;
export type CellState = (typeof CELL_STATES)[number];

/** How many obligations stand how; `decisions` counts the decisions on file behind them. */
export type CoverageTotals = Readonly<Record<CellState, number>> & {
  readonly owed: number;
  readonly decisions: number;
};

/** A share with what it is made of; null where there is nothing to divide by. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

export function cellState(
  { dueOn }: Pick<Obligation, "dueOn">,
  { count, zeroReported, today }: { readonly count: number; readonly zeroReported: boolean; readonly today: LocalDate },
): CellState {
  if (count > 0) return zeroReported ? "contradicted" : "reported";
  if (zeroReported) return "zero";
  return today <= dueOn ? "not-yet-due" : "missing";
}

/** Adds cells up; every obligation is counted once. */
export function totalsOf(cells: readonly { readonly state: CellState; readonly count: number }[]): CoverageTotals {
  const inState = (state: CellState): number => cells.filter((cell) => cell.state === state).length;
  return {
    owed: cells.length,
    reported: inState("reported"),
    zero: inState("zero"),
    contradicted: inState("contradicted"),
    "not-yet-due": inState("not-yet-due"),
    missing: inState("missing"),
    decisions: cells.reduce((sum, { count }) => sum + count, 0),
  };
}

/** What a monthly table says of one item. */
export interface ProducedCounts {
  readonly produced: number;
  readonly ownSite: number;
  readonly reported: number;
}

/** 上报率: reported ÷ produced. */
export function reportRate(lines: readonly ProducedCounts[]): Rate {
  return { numerator: sumOf(lines, "reported"), denominator: sumOf(lines, "produced") };
}

/** 本单位公示率: published on the body's own site ÷ produced. */
export function ownSiteRate(lines: readonly ProducedCounts[]): Rate {
  return { numerator: sumOf(lines, "ownSite"), denominator: sumOf(lines, "produced") };
}

function sumOf(lines: readonly ProducedCounts[], part: keyof ProducedCounts): number {
  return lines.reduce((sum, line) => sum + line[part], 0);
}

/** What was found when a record was compared with its decision document. */
export const SAMPLE_OUTCOMES = ["right", "wrong", "no-document"] as const;
export type SampleOutcome = (typeof SAMPLE_OUTCOMES)[number];

/** 错报率: rows that differ from their document ÷ rows compared. What was not compared, or has no document, is not in it. */
export function misreportRate({ right, wrong }: Readonly<Record<"right" | "wrong", number>>): Rate {
  return { numerator: wrong, denominator: right + wrong };
}

/**
 * Draws a sample: of all tickets the least, of equal ones the lesser id. Anybody who has the seed and the frame finds the
 * same rows.
 */
export function drawLeast<Row extends { readonly ticket: string; readonly recordId: string }>(
  frame: readonly Row[],
  size: number,
): readonly Row[] {
  const order = (row: Row): string => `${row.ticket} ${row.recordId}`;
  return frame.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, size);
}
