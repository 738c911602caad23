import type { Amendment } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { AMENDMENTS_WORDS } from "./amendments.words.ts";

const STATES = ["proposed", "approved", "refused", "taken-back"] as const;
const LOOKS = {
  proposed: ["○", "state-warning"],
  approved: ["✓", "state-done"],
  refused: ["✕", "state-error"],
  "taken-back": ["–", "quiet"],
} as const;

/** The state of a proposal in words, shape and colour. */
export function AmendmentState({ state }: Pick<Amendment, "state">) {
  const { t } = useWords(AMENDMENTS_WORDS);
  const known = STATES.find((one) => one === state) ?? "proposed";
  const [shape, look] = LOOKS[known];
  return (
    <span className={look}>
      <span aria-hidden="true">{shape}</span> {t(`state.${known}`)}
    </span>
  );
}
