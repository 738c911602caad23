import type { Rate } from "./rate-editions.ts";

/** One rate of a body and item in a month, never without its parts. */
export interface Figure {
  readonly rate: Rate;
  /** Code of the body; null where files came from no single one. */
  readonly body: string | null;
  readonly item: string;
  /** "YYYY-MM": of the decision, or of the receipt where rows are counted. */
  readonly month: string;
  readonly numerator: number;
  readonly denominator: number;
  /** What stands in neither, by reason. */
  readonly apart: Readonly<Record<string, number>>;
}

/** Which figures are meant: whole months, "YYYY-MM", both included. */
export interface FigureFilter {
  readonly from: string;
  readonly to: string;
  readonly item?: string | undefined;
  readonly body?: string | null | undefined;
}
