import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type CorrectionTrial, type FiledRecord } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { EntryFields, fieldsOf } from "../entry/entry-fields.tsx";
import type { Cells } from "../entry/entry.rules.ts";
import { PublicationFacts } from "../entry/publication-facts.tsx";
import { useSettled } from "../entry/use-trial.ts";
import { CauseFields, causeToSend, isStated, NO_CAUSE } from "./cause-fields.tsx";
import { cellWords } from "./cell-words.ts";
import { ProposalScreen, useProposing } from "./proposal-screen.tsx";
import { RECORDS_WORDS } from "./records.words.ts";

/** Proposing to correct a record: its form, filled in; what changes stands beside it. */
export function CorrectScreen() {
  return <ProposalScreen kind="correct">{(record) => <CorrectionSheet record={record} />}</ProposalScreen>;
}

/** Only what differs is sent; a field that was emptied is sent empty. */
function differing(before: Cells, after: Cells): Record<string, string> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...keys].filter((key) => (before[key] ?? "") !== (after[key] ?? ""));
  return Object.fromEntries(changed.map((key) => [key, after[key] ?? ""]));
}

function CorrectionSheet({ record }: { readonly record: FiledRecord }) {
  const { t } = useWords(RECORDS_WORDS);
  const { form, cells: before } = record;
  const [cells, setCells] = useState<Cells>(before);
  const [cause, setCause] = useState(NO_CAUSE);
  const changed = differing(before, cells);
  const trial = useCorrectionTrial(record.recordId, changed);
  const api = useApi();
  const proposing = useProposing(() =>
    take(
      api.POST("/api/v1/records/{recordId}/corrections", {
        params: { path: { recordId: record.recordId } },
        body: { cells: changed, ...causeToSend(cause), baseVersion: record.version },
      }),
    ),
  );
  const grounds = record.grounds.filter(({ kinds }) => kinds.includes("correction"));
  const hasChanges = Object.keys(changed).length > 0;
  const isReady = trial.data?.ok === true && !trial.isFetching && isStated(cause, grounds) && hasChanges;
  return (
    <form
      className="entry-columns"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) proposing.mutate();
      }}
    >
      <div>
        <EntryFields
          form={form}
          cells={cells}
          before={before}
          findings={hasChanges ? (trial.data?.findings ?? []) : []}
          read={null}
          telling={hasChanges}
          onChange={(key, value) => setCells({ ...cells, [key]: value })}
        />
      </div>
      <aside className="entry-hints" aria-label={t("correct.changes")}>
        <h3>{t("correct.changes")}</h3>
        <Changes record={record} changed={changed} />
        {hasChanges && trial.data ? <Verdict trial={trial.data} /> : null}
        <CauseFields grounds={grounds} cause={cause} isPublic={false} onChange={setCause} />
        <p className="actions">
          <Button type="primary" htmlType="submit" loading={proposing.isPending} disabled={!isReady}>
            {t("correct.submit")}
          </Button>
        </p>
        {hasChanges && !isStated(cause, grounds) ? <p className="quiet small">{t("cause.missing")}</p> : null}
        {proposing.isError ? <ProblemNotice error={proposing.error} /> : null}
        {trial.isError ? <ProblemNotice error={trial.error} onRetry={() => void trial.refetch()} /> : null}
      </aside>
    </form>
  );
}

function Changes({ record: { form, cells }, changed }: { readonly record: FiledRecord; readonly changed: Cells }) {
  const { t, pick, language } = useWords(RECORDS_WORDS);
  const fields = fieldsOf(form).filter(({ key }) => changed[key] !== undefined);
  if (fields.length === 0) return <p className="quiet">{t("correct.none")}</p>;
  return (
    <dl className="diff">
      {fields.map((field) => (
        <div key={field.key}>
          <dt>{pick(field.title)}</dt>
          <dd>
            <del>{cellWords(field, cells[field.key] ?? "", language)}</del>{" "}
            <ins>{cellWords(field, changed[field.key] ?? "", language)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Verdict({ trial }: { readonly trial: CorrectionTrial }) {
  const { t } = useWords(RECORDS_WORDS);
  return (
    <div role="status">
      {trial.otherParty ? <p className="state-error">✕ {t("correct.party")}</p> : null}
      {trial.takenBy === null ? null : <p className="state-error">✕ {t("correct.taken")}</p>}
      {trial.newKey && trial.takenBy === null && !trial.otherParty ? <p>○ {t("correct.key")}</p> : null}
      {trial.publication === null ? null : <PublicationFacts forecast={trial.publication} settled />}
    </div>
  );
}

function useCorrectionTrial(recordId: string, changed: Cells) {
  const api = useApi();
  const cells = useSettled(changed);
  return useQuery({
    queryKey: ["correction-trial", recordId, cells],
    queryFn: () =>
      take(
        api.POST("/api/v1/records/{recordId}/corrections/trial", { params: { path: { recordId } }, body: { cells } }),
      ),
    enabled: Object.keys(cells).length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
