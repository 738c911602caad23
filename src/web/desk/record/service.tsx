import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type RecordClock, type RecordDocument } from "../../../client/index.ts";
import { useApi } from "../api.ts";
import { Choice } from "../choice.tsx";
import { Field } from "../field.tsx";
import { moment } from "../numbers.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { ReasonedStep } from "../shell/reasoned-step.tsx";
import { useKnownName } from "./known-name.ts";
import { useWords } from "../words.ts";
import { PAPERS_WORDS } from "./papers.words.ts";

interface ServiceProps {
  readonly clock: RecordClock;
  readonly documents: readonly RecordDocument[];
}

/** What the body stated about service, the newest first, and what it may state now. */
export function Service({ clock, documents }: ServiceProps) {
  const { t } = useWords(PAPERS_WORDS);
  const named = useKnownName();
  const newestFirst = [...clock.statements].reverse();
  const mayState = clock.allowed.includes("state-service");
  if (clock.rule === null && newestFirst.length === 0) return null;
  return (
    <section aria-labelledby="service-title">
      <h2 id="service-title">{t("service.title")}</h2>
      {newestFirst.length === 0 ? <div className="empty">{t("service.none")}</div> : null}
      <ol className="statements">
        {newestFirst.map(({ sequence, servedOn, document, note, statedBy, statedAt }, at) => (
          <li key={sequence} className={at === 0 ? "" : "quiet"}>
            <strong>
              {servedOn === null ? t("service.said.unserved") : t("service.said.served", { on: servedOn })}
            </strong>
            {document === null ? null : ` · ${t("service.proof", { sequence: document })}`}
            {note === null ? null : ` · ${note}`}
            <span className="quiet small"> {t("service.by", { who: named(statedBy), when: moment(statedAt) })}</span>
          </li>
        ))}
      </ol>
      {mayState ? <StateService clock={clock} documents={documents} /> : null}
    </section>
  );
}

function StateService({ clock, documents }: ServiceProps) {
  const { t } = useWords(PAPERS_WORDS);
  const [servedOn, setServedOn] = useState("");
  const [document, setDocument] = useState("");
  const [note, setNote] = useState("");
  const state = useStating(clock.recordId);
  const isUnserved = clock.statements.at(-1)?.servedOn === null;
  const options = documents
    .filter(({ kind }) => kind === "service-proof")
    .map(({ sequence, fileName }) => ({ value: String(sequence), label: `${sequence} · ${fileName}` }));
  return (
    <>
      <form
        className="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          state.mutate({ servedOn, document: document === "" ? null : Number(document), note: note || null });
        }}
      >
        <div className="choices">
          <Field label={t("service.on")} type="date" value={servedOn} onChange={setServedOn} />
          <Choice
            label={t("service.document")}
            value={document}
            options={[{ value: "", label: t("service.document.none") }, ...options]}
            onChange={setDocument}
          />
          <Field label={t("service.note")} value={note} onChange={setNote} />
        </div>
        {isUnserved ? <p className="quiet">{t("service.release")}</p> : null}
        <p className="actions">
          <Button type="primary" htmlType="submit" disabled={servedOn === ""} loading={state.isPending}>
            {t("service.state")}
          </Button>
        </p>
        {state.isError ? <ProblemNotice error={state.error} /> : null}
      </form>
      {isUnserved ? null : <StateUnserved recordId={clock.recordId} />}
    </>
  );
}

function StateUnserved({ recordId }: { readonly recordId: string }) {
  const { t } = useWords(PAPERS_WORDS);
  const state = useStating(recordId);
  const step = useMutation({
    mutationFn: (reason: string) => state.mutateAsync({ servedOn: null, document: null, note: reason }),
  });
  return <ReasonedStep verb={t("service.unserved")} effect={t("service.unserved.effect")} step={step} danger />;
}

interface Statement {
  readonly servedOn: string | null;
  readonly document: number | null;
  readonly note: string | null;
}

function useStating(recordId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Statement) =>
      take(
        api.POST("/api/v1/records/{recordId}/service", {
          params: { path: { recordId } },
          body,
        }),
      ),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["record", recordId] }),
        queries.invalidateQueries({ queryKey: ["held-records"] }),
        queries.invalidateQueries({ queryKey: ["timeliness"] }),
      ]);
    },
  });
}
