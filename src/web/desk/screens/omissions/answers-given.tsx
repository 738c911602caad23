import { useMutation, useQueryClient } from "@tanstack/react-query";
import { settle, type OmissionSeries } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";
import { useAnswerName } from "./standard-answers.ts";

type Answer = OmissionSeries["answers"][number];

/** Every answer and every taking back, newest first. */
export function AnswersGiven({ detail }: { readonly detail: OmissionSeries }) {
  const { t } = useWords(OMISSION_WORDS);
  const answerName = useAnswerName();
  const mayUndo = detail.allowed.includes("answer");
  const state = ({ answer, undoneAt }: Answer): string => {
    if (answer === null) return "–";
    return undoneAt === null ? t("answers.standing") : t("answers.over", { at: moment(undoneAt) });
  };
  const columns: readonly Column<Answer>[] = [
    {
      key: "numbers",
      title: t("gaps.numbers"),
      value: ({ year, from, to }) => `${year === 0 ? "" : `${year} · `}${from === to ? from : `${from}–${to}`}`,
      steady: true,
    },
    {
      key: "answer",
      title: t("answers.answer"),
      value: ({ answer }) => (answer === null ? t("answers.undone") : answerName(answer)),
    },
    { key: "words", title: t("answers.words"), value: ({ words }) => words },
    { key: "state", title: t("gaps.state"), value: state },
    { key: "review", title: t("answers.twoPeople"), value: ({ review }) => (review ? "✓" : "–") },
    { key: "at", title: t("answers.at"), value: ({ at }) => moment(at), steady: true },
    {
      key: "acts",
      title: t("answers.acts"),
      value: () => "",
      show: (answer) =>
        mayUndo && answer.answer !== null && answer.undoneAt === null ? <Undo answerId={answer.answerId} /> : "–",
    },
  ];
  return (
    <section>
      <h2>{t("answers.title")}</h2>
      {detail.answersCut ? <p className="quiet">{t("answers.cut", { shown: detail.answers.length })}</p> : null}
      <DataTable
        title={t("answers.title")}
        columns={columns}
        rows={detail.answers}
        rowKey={({ answerId }) => answerId}
        empty={t("answers.none")}
      />
    </section>
  );
}

function Undo({ answerId }: { readonly answerId: string }) {
  const { t } = useWords(OMISSION_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const step = useMutation({
    mutationFn: (reason: string) =>
      settle(
        api.POST("/api/v1/omissions/answers/{answerId}/undo", { params: { path: { answerId } }, body: { reason } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["omissions"] }),
  });
  return <ReasonedStep verb={t("undo.verb")} effect={t("undo.effect")} step={step} />;
}
