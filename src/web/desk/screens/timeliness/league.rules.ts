/** One figure of the API: a rate of a body's item in a month. */
export interface Figure {
  readonly rate: string;
  /** Null where files came from no single body. */
  readonly body: string | null;
  readonly item: string;
  readonly month: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly apart: Readonly<Record<string, number>>;
}

/** Figures of one rate, added up. */
export interface Sum {
  readonly numerator: number;
  readonly denominator: number;
  /** What stands in neither, all reasons together. */
  readonly apart: number;
}

/** A line of the league: what one body, or one item, reached in each rate. */
export interface Standing {
  /** Code of the body or item; empty for files of no single body. */
  readonly code: string;
  readonly of: (rate: string) => Sum;
}

/** By which rate the lines stand. */
export const FIRST = "timeliness";

/** Adds figures up by body or item; the most punctual first, of equals the one with more to do. Without a due one: last. */
export function league(figures: readonly Figure[], by: "body" | "item"): readonly Standing[] {
  const codes = [...new Set(figures.map((figure) => figure[by] ?? ""))];
  // Browsers of older offices have no toSorted.
  return codes
    .map((code) => {
      const own = figures.filter((figure) => (figure[by] ?? "") === code);
      return { code, of: (rate: string) => total(own, rate) };
    })
    .sort((a, b) => {
      const [first, second] = [a.of(FIRST), b.of(FIRST)];
      return shareOf(second) - shareOf(first) || second.denominator - first.denominator || (a.code < b.code ? -1 : 1);
    });
}

/** All figures of a rate in one. */
export function total(figures: readonly Figure[], rate: string): Sum {
  const own = figures.filter((figure) => figure.rate === rate);
  const sum = (of: (figure: Figure) => number): number => own.reduce((before, figure) => before + of(figure), 0);
  return {
    numerator: sum(({ numerator }) => numerator),
    denominator: sum(({ denominator }) => denominator),
    apart: sum(({ apart }) => Object.values(apart).reduce((before, one) => before + one, 0)),
  };
}

function shareOf({ numerator, denominator }: Sum): number {
  return denominator === 0 ? -1 : numerator / denominator;
}
