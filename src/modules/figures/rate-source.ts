import type { LocalDate } from "../../kernel/time.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { Figure, FigureFilter } from "./figure.ts";

/** What a source reads from: the public register, and what the transaction's scope sees of the rest. */
export interface Reading {
  readonly publicDb: Db;
  readonly tx: Tx;
  readonly today: LocalDate;
}

/** Where a rate comes from. A rate without a source has no figures, which is told as such: never as 0 or 100 %. */
export interface RateSource {
  /** Whether anybody may see the figures of every body, or each body only its own until they are frozen. */
  readonly seenBy: "anybody" | "own-body";
  read(reading: Reading, filter: FigureFilter): Promise<readonly Omit<Figure, "rate">[]>;
  /** The rows behind one figure, in a fixed order; enough of each to tell how it counts. */
  rows(reading: Reading, figure: Pick<Figure, "body" | "item" | "month">): Promise<readonly CanonicalValue[]>;
}
