import type { Figures } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";

/** How each rate is worked out, and by what; also those that have no source yet. */
export function RateMethod({ rates }: { readonly rates: Figures["rates"] }) {
  const { t, pick } = useWords(FIGURES_WORDS);
  return (
    <section>
      <h2>{t("method.title")}</h2>
      <dl className="facts method">
        {rates.map((rate) => (
          <div key={rate.rate}>
            <dt>{pick(rate.title)}</dt>
            <dd>
              <p>
                {pick(rate.formula)}
                {rate.source ? null : (
                  <span className="state state-plain">
                    {" "}
                    <span aria-hidden="true">○</span> {t("method.noSource")}
                  </span>
                )}
              </p>
              <p className="quiet small">
                {t("method.parts", { numerator: pick(rate.numerator), denominator: pick(rate.denominator) })}
              </p>
              {rate.citations.map((citation) => (
                <p key={citation.title} className="quiet small">
                  {[citation.title, citation.number, citation.locator].filter(Boolean).join(" ")}
                  {citation.verified ? ` · ${t("method.verified")}` : ` · △ ${t("method.unverified")}`}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
