import type { RowTrial } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { ENTRY_WORDS } from "./entry.words.ts";
import { TermFacts } from "./term-facts.tsx";

type Forecast = Exclude<RowTrial["publication"], null>;
const HOLDS = [
  "minor-not-published",
  "window-ended",
  "severity-unconfirmed",
  "severity-undecided",
  "not-for-the-public",
] as const;
const SEVERITIES = ["minor", "general", "serious"] as const;

/** Why something is not public, in words; a reason that is not known stands for none. */
export function useHoldWords(): (hold: string) => string {
  const { t } = useWords(ENTRY_WORDS);
  return (hold) => {
    const known = HOLDS.find((one) => one === hold);
    return t(known === undefined ? "hold.other" : `hold.${known}`);
  };
}

/** The term of publication (settled where it was met or missed already), the class of severity, and until when it would be public. */
export function PublicationFacts({
  forecast,
  settled = false,
}: {
  readonly forecast: Forecast;
  readonly settled?: boolean;
}) {
  const { t } = useWords(ENTRY_WORDS);
  const holdWords = useHoldWords();
  const { term, hold, publicUntil } = forecast;
  return (
    <>
      <h3>{t("term.title")}</h3>
      {term === null ? <p className="quiet">{t("term.none")}</p> : <TermFacts term={term} settled={settled} />}
      <Severity forecast={forecast} />
      <h3>{t("public.title")}</h3>
      <p className={hold === null ? "state-done" : "state-warning"}>
        {hold === null
          ? `✓ ${publicUntil === null ? t("public.noEnd") : t("public.until", { day: publicUntil })}`
          : `△ ${holdWords(hold)}`}
      </p>
    </>
  );
}

function Severity({ forecast: { severity, proposal, hold, reason } }: { readonly forecast: Forecast }) {
  const { t, pick } = useWords(ENTRY_WORDS);
  const word = (name: string | null): string => {
    const known = SEVERITIES.find((one) => one === name);
    return known === undefined ? "" : t(`severity.${known}`);
  };
  if (severity === null && proposal === null && hold !== "severity-undecided") return null;
  return (
    <>
      <h3>{t("severity.title")}</h3>
      {severity === null ? (
        <p className="state-warning">
          △ {proposal === null ? t("severity.undecided") : t("severity.proposed", { severity: word(proposal) })}
          {reason === null ? null : <span className="quiet"> {pick(reason)}</span>}
        </p>
      ) : (
        <p>{word(severity)}</p>
      )}
    </>
  );
}
