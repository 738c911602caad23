import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useId, useState } from "react";
import { take, type OmissionGap, type OmissionAnswer } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";
import { useOmissionAnswers } from "./standard-answers.ts";

const FEWEST_WORDS = 2;

interface BarProps {
  readonly seriesId: string;
  readonly gaps: readonly OmissionGap[];
  readonly numbers: number;
  readonly onAnswered: () => void;
}

interface Said {
  readonly answer: OmissionAnswer;
  readonly words: string;
}

/** The standard answers for what is ticked: one click, or the digit; those that need words or a reviewer say so first. */
export function AnswerBar({ seriesId, gaps, numbers, onAnswered }: BarProps) {
  const { t, pick } = useWords(OMISSION_WORDS);
  const answers = useOmissionAnswers();
  const [asking, setAsking] = useState<OmissionAnswer | null>(null);
  const [done, setDone] = useState("");
  const saying = useSaying(seriesId, gaps, ({ answer }) => {
    setDone(t(answer.review ? "answer.sent" : "answer.done", { count: numbers, answer: pick(answer.title) }));
    setAsking(null);
    onAnswered();
  });
  const choose = (answer: OmissionAnswer): void => {
    setDone("");
    if (answer.wordsNeeded || answer.review) setAsking(answer);
    else saying.mutate({ answer, words: "" });
  };
  useDigits(answers, numbers > 0 && asking === null && !saying.isPending, choose);
  return (
    <div className="sheet answer-bar">
      <p aria-live="polite">{numbers === 0 ? t("answer.none") : t("answer.chosen", { count: numbers })}</p>
      <div className="actions">
        {answers.map((answer, at) => (
          <Button
            key={answer.answer}
            type={asking?.answer === answer.answer ? "primary" : "default"}
            disabled={numbers === 0 || saying.isPending}
            title={pick(answer.meaning)}
            onClick={() => choose(answer)}
          >
            {pick(answer.title)}
            {answer.review ? ` · ${t("answer.review")}` : ""} <kbd>{at + 1}</kbd>
          </Button>
        ))}
      </div>
      {asking && numbers > 0 ? (
        <InWords
          answer={asking}
          numbers={numbers}
          pending={saying.isPending}
          onSay={(words) => saying.mutate({ answer: asking, words })}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      {done === "" ? null : <Notice kind="done" title={done} />}
      {saying.isError ? <ProblemNotice error={saying.error} /> : null}
    </div>
  );
}

function useSaying(seriesId: string, gaps: readonly OmissionGap[], onDone: (said: Said) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ answer, words }: Said) => {
      for (const { year, from, to } of gaps) {
        const body = { year, from, to, answer: answer.answer, ...(words === "" ? {} : { words }) };
        // One after the other: whatever fails is told, and what was answered before stays.
        await take(api.POST("/api/v1/omissions/series/{seriesId}/answers", { params: { path: { seriesId } }, body }));
      }
    },
    onSuccess: (_none, said) => onDone(said),
    onSettled: () => queries.invalidateQueries({ queryKey: ["omissions"] }),
  });
}

/** The digits choose an answer, wherever nobody is writing. */
function useDigits(answers: readonly OmissionAnswer[], isOn: boolean, choose: (answer: OmissionAnswer) => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      const isWriting =
        event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), textarea, select");
      const answer = answers[Number(event.key) - 1];
      if (isWriting || event.ctrlKey || event.metaKey || event.altKey || !answer) return;
      event.preventDefault();
      choose(answer);
    };
    globalThis.addEventListener("keydown", press);
    return () => globalThis.removeEventListener("keydown", press);
  });
}

interface InWordsProps {
  readonly answer: OmissionAnswer;
  readonly numbers: number;
  readonly pending: boolean;
  readonly onSay: (words: string) => void;
  readonly onCancel: () => void;
}

function InWords({ answer, numbers, pending, onSay, onCancel }: InWordsProps) {
  const { t, pick } = useWords(OMISSION_WORDS);
  const [words, setWords] = useState("");
  const id = useId();
  const { title, locator = "", verified, note = "" } = answer.basis;
  const effect = { answer: pick(answer.title), count: numbers, meaning: pick(answer.meaning) };
  const basis = `${t("answer.basis")}：${title}${locator}${note === "" ? "" : `（${note}）`}`;
  return (
    <form
      className="undo"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(words.trim());
      }}
    >
      <p>
        {t("answer.effect", effect)} {answer.review ? t("answer.effectReview") : ""}
      </p>
      <p className="quiet">
        {basis}
        {verified ? "" : ` · ${t("answer.unverified")}`}
      </p>
      <label htmlFor={id}>{t("answer.words")}</label>
      <Input
        id={id}
        value={words}
        maxLength={500}
        autoComplete="off"
        aria-describedby={`${id}-help`}
        onChange={({ target }) => setWords(target.value)}
      />
      <p id={`${id}-help`} className="choice-help">
        {t("answer.wordsHelp")}
      </p>
      <p className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={pending}
          disabled={answer.wordsNeeded && words.trim().length < FEWEST_WORDS}
        >
          {t("answer.confirm")}
        </Button>
        <Button onClick={onCancel}>{t("answer.cancel")}</Button>
      </p>
    </form>
  );
}
