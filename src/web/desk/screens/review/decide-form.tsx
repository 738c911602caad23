import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { Link } from "react-router";
import { take, type Candidate, type Judgement } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { CandidateCard } from "./candidate-card.tsx";
import type { Choosing } from "./choosing.ts";
import { kindKey } from "./review-keys.ts";
import { REVIEW_WORDS } from "./review.words.ts";
import { UndoForm } from "./undo-form.tsx";

interface DecideProps {
  readonly rowKey: string;
  readonly candidates: readonly Candidate[];
}

/** The candidates with their reasons, one decision, and in words what it will do. */
export function DecideForm({ rowKey, candidates }: DecideProps) {
  const { t } = useWords(REVIEW_WORDS);
  const [chosen, setChosen] = useState<Choosing | null>(null);
  const [reason, setReason] = useState("");
  const judging = useJudging(rowKey);
  if (judging.data) return <Judged judgement={judging.data} />;
  return (
    <section>
      <h2>{t("candidates.title")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) judging.mutate({ ...chosen, reason: reason.trim() });
        }}
      >
        {candidates.length === 0 ? <p className="empty">{t("candidates.none")}</p> : null}
        <ul className="candidates">
          {candidates.map((candidate) => (
            <li key={candidate.subjectId}>
              <CandidateCard candidate={candidate} chosen={chosen} onChoose={setChosen} />
            </li>
          ))}
        </ul>
        <label className="radio">
          <input
            type="radio"
            name="decision"
            checked={chosen?.kind === "new-subject"}
            onChange={() => setChosen({ kind: "new-subject", subject: null })}
          />
          {t("decide.new")}
        </label>
        <Confirm {...{ chosen, candidates, reason, onReason: setReason, pending: judging.isPending }} />
        {judging.isError ? <ProblemNotice error={judging.error} /> : null}
      </form>
    </section>
  );
}

interface ConfirmProps {
  readonly chosen: Choosing | null;
  readonly candidates: readonly Candidate[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly pending: boolean;
}

function Confirm({ chosen, candidates, reason, onReason, pending }: ConfirmProps) {
  const { t } = useWords(REVIEW_WORDS);
  const id = useId();
  const name = candidates.find(({ subjectId }) => subjectId === chosen?.subject)?.name ?? "";
  return (
    <div className="confirm">
      <label htmlFor={id}>{t("decide.reason")}</label>
      <Input.TextArea
        id={id}
        value={reason}
        maxLength={500}
        // Not autoSize: it measures by an inline style, which the page's policy refuses.
        rows={2}
        onChange={({ target }) => onReason(target.value)}
      />
      <p role="status">{chosen === null ? t("decide.choose") : t(`decide.effect.${chosen.kind}`, { name })}</p>
      <Button type="primary" htmlType="submit" loading={pending} disabled={chosen === null || reason.trim().length < 2}>
        {t("decide.submit")}
      </Button>
    </div>
  );
}

function useJudging(rowKey: string) {
  const api = useApi();
  const queries = useQueryClient();
  // One key per opened row: pressing twice, or once more after the network failed, judges once.
  const [attempt] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: ({ kind, subject, reason }: Choosing & { readonly reason: string }) =>
      take(
        api.POST("/api/v1/reviews/{key}/judgements", {
          params: { path: { key: rowKey } },
          body: { kind, reason, ...(subject === null ? {} : { subject }) },
          headers: { "idempotency-key": `${attempt}-${kind}-${subject ?? ""}` },
        }),
      ),
    onSuccess: () =>
      Promise.all([["reviews"], ["judgements"]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

function Judged({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useWords(REVIEW_WORDS);
  return (
    <section>
      <Notice
        kind="done"
        title={t("decide.done", { kind: t(kindKey(judgement.kind)) })}
        actions={<Link to="/review">{t("review.back")}</Link>}
      >
        <p>{t("decide.doneText")}</p>
      </Notice>
      <UndoForm judgement={judgement} />
    </section>
  );
}
