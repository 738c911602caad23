import type { Figure, FigureFilter } from "./figure.ts";
import { RATES } from "./rate-editions.ts";
import type { Reading } from "./rate-source.ts";
import { RATE_SOURCES } from "./rate-sources.ts";

/**
 * The live figures of some months, by rate, body, item and month, as far as the reader sees what is behind them. Rates that
 * only a body's own people may see are left out where `withOwn` is false.
 */
export async function readFigures(reading: Reading, filter: FigureFilter, withOwn: boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const rate of RATES) {
    const source = RATE_SOURCES[rate];
    if (!source || (source.seenBy === "own-body" && !withOwn)) continue;
    for (const figure of await source.read(reading, filter)) figures.push({ rate, ...figure });
  }
  return figures;
}
