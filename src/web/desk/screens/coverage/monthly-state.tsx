import { useWords } from "../../words.ts";
import { MONTHLY_WORDS } from "./monthly.words.ts";

const LOOKS = {
  none: { shape: "✕", tone: "error" },
  submitted: { shape: "…", tone: "warning" },
  signed: { shape: "✓", tone: "done" },
  returned: { shape: "△", tone: "warning" },
  "taken-back": { shape: "○", tone: "plain" },
} as const;

type Known = keyof typeof LOOKS;

export function monthlyState(state: string | undefined): Known {
  const known = Object.keys(LOOKS).find((name): name is Known => name === state && name in LOOKS);
  return known ?? "none";
}

/** How a monthly table stands: shape and word. */
export function MonthlyState({ state }: { readonly state: string | undefined }) {
  const { t } = useWords(MONTHLY_WORDS);
  const known = monthlyState(state);
  const { shape, tone } = LOOKS[known];
  return (
    <span className={`state state-${tone}`}>
      <span aria-hidden="true">{shape}</span> {t(`monthly.state.${known}`)}
    </span>
  );
}
