import { useState } from "react";
import type { OmissionGap, OmissionSeries } from "../../../../client/index.ts";
import { Choice } from "../../choice.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { AnswerBar } from "./answer-bar.tsx";
import { chosenOf, gapKey, isOpen } from "./chosen-gaps.rules.ts";
import { GapState, useGapState } from "./gap-state.tsx";
import { OMISSION_WORDS } from "./omissions.words.ts";

/** The missing numbers of a series; ticked ones are answered together. */
export function Gaps({ detail }: { readonly detail: OmissionSeries }) {
  const { t } = useWords(OMISSION_WORDS);
  const [shown, setShown] = useState("");
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const mayAnswer = detail.allowed.includes("answer");
  const columns = useGapColumns(mayAnswer ? { keys, onChange: setKeys } : null);
  const newestFirst = [...detail.gaps].sort((a, b) => b.year - a.year || b.from - a.from);
  const rows = shown === "all" ? newestFirst : newestFirst.filter((gap) => gap.state !== "answered");
  const { gaps, numbers } = chosenOf(detail.gaps, keys);
  return (
    <section>
      <h2>{t("gaps.title")}</h2>
      {detail.series.verdict === "proposed" ? <p className="lead">{t("gaps.proposed")}</p> : null}
      <div className="choices">
        <Choice
          label={t("gaps.show")}
          value={shown}
          options={[
            { value: "", label: t("gaps.showOpen") },
            { value: "all", label: t("gaps.showAll") },
          ]}
          onChange={setShown}
        />
      </div>
      {mayAnswer && detail.gaps.some(isOpen) ? (
        <AnswerBar
          seriesId={detail.series.seriesId}
          gaps={gaps}
          numbers={numbers}
          onAnswered={() => setKeys(new Set())}
        />
      ) : null}
      {detail.omitted === 0 ? null : (
        <p className="quiet">{t("gaps.cut", { shown: detail.gaps.length, omitted: detail.omitted })}</p>
      )}
      <DataTable
        title={t("gaps.title")}
        columns={columns}
        rows={rows}
        rowKey={gapKey}
        empty={t(detail.gaps.length === 0 ? "gaps.none" : "gaps.allDone")}
      />
    </section>
  );
}

interface Choosing {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}

function useGapColumns(choosing: Choosing | null): readonly Column<OmissionGap>[] {
  const { t } = useWords(OMISSION_WORDS);
  const state = useGapState();
  const text = ({ from, to, fromText, toText }: OmissionGap): string =>
    from === to ? fromText : t("gaps.range", { from: fromText, to: toText });
  return [
    {
      key: "numbers",
      title: t("gaps.numbers"),
      value: text,
      show: (gap) => (choosing && isOpen(gap) ? <Tick gap={gap} text={text(gap)} choosing={choosing} /> : text(gap)),
      steady: true,
    },
    { key: "state", title: t("gaps.state"), value: state, show: (gap) => <GapState gap={gap} /> },
    { key: "count", title: t("gaps.count"), value: ({ from, to }) => to - from + 1, numeric: true },
    { key: "month", title: t("gaps.month"), value: ({ month }) => month, steady: true },
    { key: "answerBy", title: t("gaps.answerBy"), value: ({ answerBy }) => answerBy, steady: true },
    { key: "place", title: t("gaps.place"), value: ({ place }) => t(`place.${place}`) },
  ];
}

function Tick({
  gap,
  text,
  choosing,
}: {
  readonly gap: OmissionGap;
  readonly text: string;
  readonly choosing: Choosing;
}) {
  const key = gapKey(gap);
  const { keys, onChange } = choosing;
  return (
    <label className="radio">
      <input
        type="checkbox"
        checked={keys.has(key)}
        onChange={({ target }) => {
          const next = new Set(keys);
          if (target.checked) next.add(key);
          else next.delete(key);
          onChange(next);
        }}
      />
      {text}
    </label>
  );
}
