import { systemClock } from "../../../../kernel/time.ts";
import { useWords } from "../../words.ts";
import { MONTHLY_WORDS } from "./monthly.words.ts";

const LOOKS = {
  none: { shape: "✕", tone: "error" },
  "not-due": { shape: "…", tone: "quiet" },
  submitted: { shape: "…", tone: "warning" },
  signed: { shape: "✓", tone: "done" },
  returned: { shape: "△", tone: "warning" },
  "taken-back": { shape: "○", tone: "plain" },
} as const;

type Known = keyof typeof LOOKS;

/** How a month stands: the state of its table; without one, whether there is still time to make it. */
export function monthlyState(state: string | undefined, dueOn: string): Known {
  if (state === undefined) return dueOn < systemClock.today() ? "none" : "not-due";
  const known = Object.keys(LOOKS).find((name): name is Known => name === state && name in LOOKS);
  return known ?? "none";
}

/** How a monthly table stands: shape and word. */
export function MonthlyState({ state, dueOn }: { readonly state: string | undefined; readonly dueOn: string }) {
  const { t } = useWords(MONTHLY_WORDS);
  const known = monthlyState(state, dueOn);
  const { shape, tone } = LOOKS[known];
  return (
    <span className={`state state-${tone}`}>
      <span aria-hidden="true">{shape}</span> {t(`monthly.state.${known}`)}
    </span>
  );
}
