import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { take, type AmendmentDetail } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useSession } from "../../session.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { RECORDS_KEY } from "../records/use-record.ts";
import { AMENDMENTS_KEY } from "./amendments-key.ts";
import { AMENDMENTS_WORDS } from "./amendments.words.ts";
import { ACTS, type Act, type Done } from "./done.ts";
import { useWaiting } from "./waiting.ts";

const SHORTEST_REASON = 2;

interface DecideProps {
  readonly amendment: AmendmentDetail;
}

/** The decision with its reason, by keyboard as by pointer; then the next that waits is opened. */
export function DecideForm({ amendment }: DecideProps) {
  const { t } = useWords(AMENDMENTS_WORDS);
  const [reason, setReason] = useState("");
  const id = useId();
  const deciding = useDecision(amendment);
  const acts = ACTS.filter((act) => amendment.allowed.includes(act));
  if (acts.length === 0) return amendment.state === "proposed" ? <p className="quiet">{t("decide.others")}</p> : null;
  const isStated = reason.trim().length >= SHORTEST_REASON;
  const take = (act: Act): void => {
    if (isStated && acts.includes(act) && !deciding.isPending) deciding.mutate({ act, reason: reason.trim() });
  };
  return (
    <section className="decide" aria-label={t("decide.title")}>
      <h2>{t(acts.includes("take-back") && acts.length === 1 ? "decide.takeBack" : "decide.title")}</h2>
      {acts.includes("approve") ? null : <p className="quiet">{t("decide.own")}</p>}
      <label htmlFor={id}>{t("decide.reason")}</label>
      <Input.TextArea
        id={id}
        rows={2}
        value={reason}
        maxLength={500}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          take(event.shiftKey ? "refuse" : "approve");
        }}
      />
      {acts.includes("approve") ? <Usual onFill={setReason} /> : null}
      <p className="actions">
        {acts.map((act) => (
          <Button
            key={act}
            type={act === "approve" ? "primary" : "default"}
            danger={act === "refuse"}
            loading={deciding.isPending && deciding.variables.act === act}
            disabled={!isStated || (act === "approve" && amendment.stale)}
            onClick={() => take(act)}
          >
            {t(VERBS[act])}
          </Button>
        ))}
      </p>
      {acts.includes("approve") ? <p className="quiet small">{t("decide.keys")}</p> : null}
      {deciding.isError ? <ProblemNotice error={deciding.error} /> : null}
    </section>
  );
}

const VERBS = { approve: "decide.approve", refuse: "decide.refuse", "take-back": "decide.takeBack" } as const;

/** The reason that most approvals have, one act away. */
function Usual({ onFill }: { readonly onFill: (reason: string) => void }) {
  const { t } = useWords(AMENDMENTS_WORDS);
  return (
    <p>
      <Button size="small" onClick={() => onFill(t("decide.usual"))}>
        {t("decide.fill", { words: t("decide.usual") })}
      </Button>
    </p>
  );
}

function useDecision({ proceedingId, documentNumber, subjectName }: AmendmentDetail) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const waiting = useWaiting().data ?? [];
  const me = useSession().data?.user?.id;
  return useMutation({
    mutationFn: ({ act, reason }: { readonly act: Act; readonly reason: string }) =>
      take(
        api.POST("/api/v1/amendments/{proceedingId}/{act}", {
          params: { path: { proceedingId, act } },
          body: { reason },
        }),
      ),
    onSuccess: async (_amendment, { act }) => {
      const done: Done = { act, name: documentNumber || subjectName };
      const others = waiting.filter((one) => one.proceedingId !== proceedingId && one.openedBy !== me);
      const next = act === "take-back" ? proceedingId : (others[0]?.proceedingId ?? proceedingId);
      await Promise.all([AMENDMENTS_KEY, RECORDS_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
      await navigate(`/amendments/${next}`, { state: done });
    },
  });
}
