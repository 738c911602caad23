import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { take, type BatchRow } from "../../../../../client/index.ts";
import { useApi } from "../../../api.ts";
import { Choice } from "../../../choice.tsx";
import { moment } from "../../../numbers.ts";
import { usePersonName } from "../../../people.ts";
import { useSession } from "../../../session.ts";
import { ProblemNotice } from "../../../shell/problem-notice.tsx";
import { ReasonedStep } from "../../../shell/reasoned-step.tsx";
import { useWords } from "../../../words.ts";
import type { RowTable } from "./batch-rows.ts";
import { useRowsSettled } from "./repair-work.ts";
import { REPAIR_WORDS } from "./repair.words.ts";

interface ExplanationProps {
  readonly batchId: string;
  readonly row: BatchRow;
  readonly rows: readonly BatchRow[];
  readonly causes: RowTable["causes"];
  readonly mayEdit: boolean;
}

/** Why a row is not repaired: what was said, with the way back, or a form to say it. */
export function Explanation(props: ExplanationProps) {
  const { row, mayEdit } = props;
  const { t } = useWords(REPAIR_WORDS);
  const [asking, setAsking] = useState(false);
  if (row.explanation !== null && row.state === "explained") return <Explained {...props} said={row.explanation} />;
  if (!mayEdit || row.state !== "open") return null;
  if (asking) return <ExplainForm {...props} onCancel={() => setAsking(false)} />;
  return (
    <p>
      <Button size="small" onClick={() => setAsking(true)}>
        {t("explain.open")}
      </Button>
    </p>
  );
}

function Explained({
  batchId,
  row,
  mayEdit,
  said,
}: ExplanationProps & { readonly said: NonNullable<BatchRow["explanation"]> }) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const nameOf = usePersonName();
  const me = useSession().data?.user?.id;
  const by = said.by === me ? t("explained.me") : nameOf(said.by) === said.by ? t("explained.other") : nameOf(said.by);
  const api = useApi();
  const settled = useRowsSettled(batchId);
  const reopening = useMutation({
    mutationFn: (words: string) => {
      const params = { path: { batchId } };
      return take(api.POST("/api/v1/batches/{batchId}/reopenings", { params, body: { rows: [row.row], words } }));
    },
    onSuccess: settled,
  });
  return (
    <div className="finding">
      <p>
        <span aria-hidden="true">○</span> {pick(said.title)}
      </p>
      <p>{said.words}</p>
      <p className="quiet small">{t("explained.by", { by, at: moment(said.at) })}</p>
      {mayEdit ? (
        <ReasonedStep verb={t("reopen.verb")} effect={t("reopen.effect", { row: row.row })} step={reopening} />
      ) : null}
    </div>
  );
}

function ExplainForm(props: ExplanationProps & { readonly onCancel: () => void }) {
  const { batchId, row, onCancel } = props;
  const { t } = useWords(REPAIR_WORDS);
  const api = useApi();
  const id = useId();
  const [answer, setAnswer] = useState("");
  const [words, setWords] = useState("");
  const [withOthers, setWithOthers] = useState(false);
  const others = othersOf(props);
  const settled = useRowsSettled(batchId);
  const rows = withOthers ? [row.row, ...others] : [row.row];
  const explaining = useMutation({
    mutationFn: () => {
      const params = { path: { batchId } };
      const body = { rows, answer, words: words.trim() };
      return take(api.POST("/api/v1/batches/{batchId}/explanations", { params, body }));
    },
    onSuccess: settled,
  });
  return (
    <form
      className="explain"
      onSubmit={(event) => {
        event.preventDefault();
        explaining.mutate();
      }}
    >
      <AnswerChoice value={answer} onChange={setAnswer} />
      <label htmlFor={id}>{t("explain.words")}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <p className="quiet small">{t("explain.words.help")}</p>
      {others.length === 0 ? null : (
        <label className="radio">
          <input type="checkbox" checked={withOthers} onChange={({ target }) => setWithOthers(target.checked)} />
          {t("explain.others", { count: others.length })}
        </label>
      )}
      <p className="quiet small">{t("explain.effect")}</p>
      <p className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={explaining.isPending}
          disabled={answer === "" || words.trim().length < 2}
        >
          {t("explain.do", { count: rows.length })}
        </Button>
        <Button onClick={onCancel}>{t("explain.cancel")}</Button>
      </p>
      {explaining.isError ? <ProblemNotice error={explaining.error} /> : null}
    </form>
  );
}

function AnswerChoice({ value, onChange }: { readonly value: string; readonly onChange: (answer: string) => void }) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const api = useApi();
  const answers = useQuery({ queryKey: ["row-answers"], queryFn: () => take(api.GET("/api/v1/row-answers")) });
  return (
    <Choice
      label={t("explain.answer")}
      value={value}
      placeholder={t("explain.answer.place")}
      options={(answers.data?.items ?? []).map((one) => ({ value: one.answer, label: pick(one.title) }))}
      onChange={onChange}
    />
  );
}

/** Other open rows with the same gravest cause. */
function othersOf({ row, rows, causes }: ExplanationProps): number[] {
  const causeOf = (one: BatchRow) => one.findings.find(({ cause }) => causes.get(cause)?.severity === "error")?.cause;
  const cause = causeOf(row);
  return rows.flatMap((one) =>
    one.state === "open" && one.row !== row.row && cause !== undefined && causeOf(one) === cause ? [one.row] : [],
  );
}
