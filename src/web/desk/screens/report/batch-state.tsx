import type { Batch } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { REPORT_WORDS } from "./report.words.ts";

const SHAPES = {
  received: ["○", "plain"],
  reading: ["◐", "plain"],
  checking: ["◐", "plain"],
  merging: ["◐", "plain"],
  done: ["✓", "done"],
  refused: ["✕", "error"],
  failed: ["✕", "error"],
} as const;

/** The state of a batch by word, shape and colour. */
export function BatchStateWord({ batch }: { readonly batch: Pick<Batch, "state" | "interrupted"> }) {
  const { t } = useWords(REPORT_WORDS);
  const [shape, kind] = batch.interrupted ? (["✕", "error"] as const) : SHAPES[batch.state];
  return (
    <span className={`state state-${kind}`}>
      <span aria-hidden="true">{shape}</span> {t(batch.interrupted ? "state.interrupted" : `state.${batch.state}`)}
    </span>
  );
}
