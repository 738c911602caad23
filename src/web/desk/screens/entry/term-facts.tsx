import { daysBetween, parseLocalDate, systemClock } from "../../../../kernel/time.ts";
import type { AmendmentDetail } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { ENTRY_WORDS } from "./entry.words.ts";

type Term = Exclude<AmendmentDetail["term"], null>;

/** The last day of a term, while it runs how far off it is in word, shape and colour, and how it was counted. */
export function TermFacts({ term, settled = false }: { readonly term: Term; readonly settled?: boolean }) {
  const { t, pick } = useWords(ENTRY_WORDS);
  if (term.due === null) return <p className="state-warning">△ {pick(term.text)}</p>;
  return (
    <>
      <p className="term-due">
        {t("term.due", { day: term.due })} {settled ? null : <TermLeft due={term.due} />}
      </p>
      <details>
        <summary>{t("term.how")}</summary>
        <p className="small">{t("term.from", { day: term.from })}</p>
        <ol className="small term-days">
          {term.counted.map(({ date, text }) => (
            <li key={date}>{pick(text)}</li>
          ))}
        </ol>
        {term.skipped.length === 0 ? null : (
          <p className="small quiet">
            {t("term.skipped", {
              count: term.skipped.length,
              days: term.skipped.map(({ text }) => pick(text)).join("，"),
            })}
          </p>
        )}
      </details>
    </>
  );
}

const SOON_DAYS = 1;

/** How many days are left until a day, or how late it is. */
export function TermLeft({ due }: { readonly due: string }) {
  const { t } = useWords(ENTRY_WORDS);
  const day = parseLocalDate(due);
  if (!day) return null;
  const days = daysBetween(systemClock.today(), day);
  if (days < 0) return <span className="state-error">✕ {t("term.late", { days: -days })}</span>;
  const words = days === 0 ? t("term.today") : t("term.left", { days });
  return days <= SOON_DAYS ? (
    <span className="state-warning">△ {words}</span>
  ) : (
    <span className="quiet">○ {words}</span>
  );
}
