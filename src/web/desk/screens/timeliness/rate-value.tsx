import { Link } from "react-router";
import { count, share } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";
import type { Sum } from "./league.rules.ts";

interface RateValueProps {
  readonly sum: Sum;
  /** Where the rows behind it are listed; null where they are listed nowhere. */
  readonly to: string | null;
  /** What the link leads to, for a reader by ear. */
  readonly label: string;
  readonly withMeter?: boolean;
}

/** A rate, never without its parts; it leads to the rows behind it. */
export function RateValue({ sum, to, label, withMeter = false }: RateValueProps) {
  const { t } = useWords(FIGURES_WORDS);
  const { numerator, denominator } = sum;
  if (denominator === 0) return <span className="quiet">{t("rate.none")}</span>;
  const figure = share(numerator, denominator);
  return (
    <span className="share">
      {withMeter ? <meter aria-hidden="true" min={0} max={denominator} value={numerator} /> : null}
      <span className="share-figure">
        {to === null ? (
          figure
        ) : (
          <Link to={to} aria-label={t("rate.rows", { label, figure })}>
            {figure}
          </Link>
        )}
      </span>
      <span className="share-parts quiet">
        {count(numerator)} / {count(denominator)}
      </span>
    </span>
  );
}
