import type { NumberSeries, OmissionGap } from "../../../../client/index.ts";
import { count } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";

const WIDTH = 1000;
const HEIGHT = 24;
/** A single number of a long year is still seen. */
const THINNEST = 4;

type Year = NumberSeries["years"][number];

/** Each year of a series as a line from its first number to its last, gaps left open; told in words beside it. */
export function NumberLines({
  series,
  gaps,
}: {
  readonly series: NumberSeries;
  readonly gaps: readonly OmissionGap[];
}) {
  const { t } = useWords(OMISSION_WORDS);
  const newestFirst = [...series.years].reverse();
  return (
    <section>
      <h2>{t("line.title")}</h2>
      {gaps.length === 0 ? null : <p className="quiet">{t("line.legend")}</p>}
      {newestFirst.map((year) => (
        <Line key={year.year} year={year} gaps={gaps.filter((gap) => gap.year === year.year)} />
      ))}
    </section>
  );
}

function Line({ year, gaps }: { readonly year: Year; readonly gaps: readonly OmissionGap[] }) {
  const { t } = useWords(OMISSION_WORDS);
  const numbers = [...year.blocks.flat(), ...gaps.flatMap(({ from, to }) => [from, to])];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const place = (number: number): number => ((number - first) / (last - first + 1)) * WIDTH;
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const told = t("line.told", {
    year: year.year === 0 ? t("line.always") : t("line.year", { year: year.year }),
    blocks: year.blocks.map(([from = 0, to = 0]) => `${from}–${to}`).join("、"),
    numbers: count(year.numbers),
    missing: count(missing),
  });
  return (
    <div className="number-line">
      <p>
        {told} <span className="quiet">{t("line.days", { from: year.firstOn, to: year.lastOn })}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={told}>
        {year.blocks.map(([from = 0, to = 0]) => (
          <rect
            key={from}
            className="line-block"
            x={place(from)}
            y={8}
            width={place(to + 1) - place(from)}
            height={8}
          />
        ))}
        {gaps.map(({ from, to, state }) => (
          <rect
            key={from}
            className={`line-gap line-${state}`}
            x={place(from)}
            y={state === "answered" ? 6 : 0}
            width={Math.max(THINNEST, place(to + 1) - place(from))}
            height={state === "answered" ? 12 : HEIGHT}
          />
        ))}
      </svg>
    </div>
  );
}
