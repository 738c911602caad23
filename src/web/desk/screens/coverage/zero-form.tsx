import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type CoverageCell } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { useAnswers } from "./answers.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";

interface FormProps {
  /** Obligations that can be stated as zero. */
  readonly open: readonly CoverageCell[];
  readonly onDone: (what: string) => void;
}

const keyOf = ({ item, period }: CoverageCell): string => `${item} ${period}`;

/** States that nothing was decided: which obligation, why, and where needed in words. */
export function ZeroForm({ open, onDone }: FormProps) {
  const { t } = useWords(COVERAGE_WORDS);
  const { itemName } = useNames();
  const answers = useAnswers("zeroReport");
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const [words, setWords] = useState("");
  const cell = open.length === 1 ? open[0] : open.find((one) => keyOf(one) === chosen);
  const options = cell ? answers.optionsFor(cell.item) : [];
  const isOffered = options.some(({ value }) => value === reason);
  const incomplete = !cell || !isOffered || (answers.needsWords(reason) && words.trim() === "");
  const state = useStating((done) => {
    setChosen("");
    setReason("");
    setWords("");
    onDone(`${itemName(done.item)} ${done.period}`);
  });
  const labelOf = ({ item, period, dueOn, state: how }: CoverageCell): string =>
    t(how === "missing" ? "zero.option.late" : "zero.option", { item: itemName(item), period, due: dueOn });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (cell && !incomplete) state.mutate({ cell, reason, words: words.trim() });
      }}
    >
      <div className="choices choices-top">
        {open.length === 1 ? null : (
          <Choice
            label={t("zero.which")}
            value={cell ? keyOf(cell) : ""}
            placeholder="–"
            options={open.map((one) => ({ value: keyOf(one), label: labelOf(one) }))}
            onChange={setChosen}
          />
        )}
        <Choice
          label={t("zero.why")}
          value={isOffered ? reason : ""}
          placeholder="–"
          options={options}
          onChange={setReason}
        />
        <Field
          label={t("zero.words")}
          value={words}
          onChange={setWords}
          maxLength={500}
          {...(answers.needsWords(reason) ? { help: t("zero.words.needed") } : {})}
        />
      </div>
      <Button type="primary" htmlType="submit" loading={state.isPending} disabled={incomplete}>
        {t("zero.submit")}
      </Button>
      {state.isError ? <ProblemNotice error={state.error} /> : null}
    </form>
  );
}

interface Stated {
  readonly cell: CoverageCell;
  readonly reason: string;
  readonly words: string;
}

function useStating(onDone: (cell: CoverageCell) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ cell: { item, body, period }, reason, words }: Stated) =>
      take(api.POST("/api/v1/zero-reports", { body: { item, body, period, reason, words } })),
    onSuccess: async (_report, { cell }) => {
      onDone(cell);
      await queries.invalidateQueries({ queryKey: ["coverage"] });
    },
  });
}
