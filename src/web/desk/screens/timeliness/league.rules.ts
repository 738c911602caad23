/** One figure of the API: a body's decisions of one item and month. */
export interface Figure {
  readonly item: string;
  readonly sourceBody: string;
  readonly month: string;
  readonly onTime: number;
  readonly due: number;
  readonly excluded: Readonly<Record<string, number>>;
}

/** A line of the league. */
export interface Standing {
  /** Code of the body or item. */
  readonly code: string;
  readonly onTime: number;
  readonly due: number;
  readonly excluded: number;
}

/** Adds figures up by body or item; the most punctual first, of equals the one with more to do. Without a due one: last. */
export function league(figures: readonly Figure[], by: "sourceBody" | "item"): readonly Standing[] {
  const codes = [...new Set(figures.map((figure) => figure[by]))];
  // Browsers of older offices have no toSorted.
  return codes
    .map((code) =>
      total(
        code,
        figures.filter((figure) => figure[by] === code),
      ),
    )
    .sort((a, b) => shareOf(b) - shareOf(a) || b.due - a.due || (a.code < b.code ? -1 : 1));
}

/** All figures in one line. */
export function total(code: string, figures: readonly Figure[]): Standing {
  const sum = (of: (figure: Figure) => number): number => figures.reduce((before, figure) => before + of(figure), 0);
  return {
    code,
    onTime: sum(({ onTime }) => onTime),
    due: sum(({ due }) => due),
    excluded: sum(({ excluded }) => Object.values(excluded).reduce((before, one) => before + one, 0)),
  };
}

function shareOf({ onTime, due }: Standing): number {
  return due === 0 ? -1 : onTime / due;
}
