import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { take, type Judgement } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { kindKey } from "./review-keys.ts";
import { REVIEW_WORDS } from "./review.words.ts";

/** Undoing a judgement: first a button, then the reason that it needs. */
export function UndoForm({ judgement }: { readonly judgement: Pick<Judgement, "judgementId" | "kind"> }) {
  const { t } = useWords(REVIEW_WORDS);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const undoing = useUndoing(judgement.judgementId);
  const id = useId();
  if (undoing.isSuccess) return <p role="status">{t("undo.done")}</p>;
  if (!asking) return <Button onClick={() => setAsking(true)}>{t("undo.open")}</Button>;
  return (
    <form
      className="undo"
      onSubmit={(event) => {
        event.preventDefault();
        undoing.mutate(reason.trim());
      }}
    >
      <label htmlFor={id}>{t("undo.reason", { kind: t(kindKey(judgement.kind)) })}</label>
      <Input id={id} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      <p className="actions">
        <Button danger htmlType="submit" loading={undoing.isPending} disabled={reason.trim().length < 2}>
          {t("undo.submit")}
        </Button>
        <Button onClick={() => setAsking(false)}>{t("undo.cancel")}</Button>
      </p>
      {undoing.isError ? <ProblemNotice error={undoing.error} /> : null}
    </form>
  );
}

function useUndoing(judgementId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const [attempt] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/api/v1/judgements/{judgementId}/undo", {
          params: { path: { judgementId }, query: { reason } },
          headers: { "idempotency-key": attempt },
        }),
      ),
    onSuccess: () =>
      Promise.all([["reviews"], ["judgements"]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
