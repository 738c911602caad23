import type { FiledRecordSummary } from "../../../../client/index.ts";
import { systemClock } from "../../../../kernel/time.ts";
import { useHoldWords } from "../entry/publication-facts.tsx";
import { useWords } from "../../words.ts";
import { RECORDS_WORDS } from "./records.words.ts";

/** Where a record stands: public, held, over, withdrawn; in word and shape. */
export function useRecordState(): (record: FiledRecordSummary) => {
  readonly shape: string;
  readonly words: string;
  readonly tone: "done" | "warning" | "quiet" | "error";
} {
  const { t } = useWords(RECORDS_WORDS);
  const holdWords = useHoldWords();
  return ({ state, hold, publicUntil }) => {
    if (state === "withdrawn") return { shape: "✕", words: t("state.withdrawn"), tone: "error" };
    if (hold !== null) return { shape: "△", words: t("state.held", { hold: holdWords(hold) }), tone: "warning" };
    const isOver = publicUntil !== null && publicUntil < systemClock.today();
    return isOver
      ? { shape: "○", words: t("state.over"), tone: "quiet" }
      : { shape: "✓", words: t("state.public"), tone: "done" };
  };
}

export function RecordState({ record }: { readonly record: FiledRecordSummary }) {
  const { t } = useWords(RECORDS_WORDS);
  const { shape, words, tone } = useRecordState()(record);
  return (
    <>
      <span className={tone === "quiet" ? "quiet" : `state-${tone}`}>
        <span aria-hidden="true">{shape}</span> {words}
      </span>
      {record.waiting === null ? null : (
        <>
          <br />
          <span className="state-warning">○ {t("state.waiting")}</span>
        </>
      )}
    </>
  );
}
