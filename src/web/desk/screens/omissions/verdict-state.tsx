import type { NumberSeries } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";

const LOOKS = {
  proposed: { tone: "review", sign: "◇" },
  confirmed: { tone: "done", sign: "✓" },
  "no-series": { tone: "plain", sign: "○" },
} as const;

/** Whether somebody has said that a series is one. */
export function VerdictState({ verdict }: Pick<NumberSeries, "verdict">) {
  const { t } = useWords(OMISSION_WORDS);
  const look = LOOKS[verdict];
  return (
    <span className={`state state-${look.tone}`}>
      <span aria-hidden="true">{look.sign}</span> {t(`verdict.${verdict}`)}
    </span>
  );
}
