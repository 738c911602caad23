import { count as counted } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";
import type { MatrixCell } from "./matrix.rules.ts";

type State = MatrixCell["state"];

const LOOKS = {
  reported: { shape: "✓", tone: "done" },
  zero: { shape: "○", tone: "plain" },
  contradicted: { shape: "△", tone: "warning" },
  missing: { shape: "✕", tone: "error" },
  "not-yet-due": { shape: "…", tone: "quiet" },
} as const satisfies Record<State, { readonly shape: string; readonly tone: string }>;

/** How an obligation stands: shape, count and word. */
export function CellMark({ state, count }: { readonly state: State; readonly count: number }) {
  const { t } = useWords(COVERAGE_WORDS);
  const { shape, tone } = LOOKS[state];
  return (
    <span className={`cell-mark state-${tone}`}>
      <span>
        <span aria-hidden="true">{shape}</span>
        {count > 0 ? ` ${counted(count)}` : ""}
      </span>{" "}
      <span className="cell-word">{t(`state.${state}`)}</span>
    </span>
  );
}
