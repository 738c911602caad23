import type { BatchRow } from "../../../../../client/index.ts";
import { useWords } from "../../../words.ts";
import { REPAIR_WORDS } from "./repair.words.ts";

const SHAPES = {
  open: ["✕", "error"],
  "under-way": ["◐", "plain"],
  repaired: ["✓", "done"],
  "refused-again": ["△", "warning"],
  explained: ["○", "plain"],
} as const;

/** Where a rejected row stands, by word, shape and colour. */
export function RowState({ state }: { readonly state: BatchRow["state"] }) {
  const { t } = useWords(REPAIR_WORDS);
  const [shape, kind] = SHAPES[state];
  return (
    <span className={`state state-${kind}`}>
      <span aria-hidden="true">{shape}</span> {t(`state.${state}`)}
    </span>
  );
}
