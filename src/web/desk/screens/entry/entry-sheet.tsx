import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useNavigate } from "react-router";
import { sendFile, type EntryForm, type RowTrial } from "../../../../client/index.ts";
import { isCityWide } from "../../../../kernel/permission.ts";
import { formatInstant, systemClock } from "../../../../kernel/time.ts";
import { useBodies } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { useSession } from "../../session.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { keepDraft, readDraft } from "./draft.ts";
import { keepable, nextRow, type Cells } from "./entry.rules.ts";
import { cellsToSend, EntryFields, fieldsOf } from "./entry-fields.tsx";
import { ENTRY_WORDS } from "./entry.words.ts";
import { SavedRows, type SavedRow } from "./saved-rows.tsx";
import { TrialHints } from "./trial-hints.tsx";
import { useTrial } from "./use-trial.ts";

interface SheetProps {
  readonly form: EntryForm;
  /** Null for those who report for any body. */
  readonly ownBody: string | null;
}

/** One row after the other: typed, checked as it is typed, sent, its result in place. */
export function EntrySheet({ form, ownBody }: SheetProps) {
  const sheet = useRef<HTMLFormElement>(null);
  const row = useRow(form, ownBody);
  const { cells, setCells, attest, setAttest, body, setBody } = row;
  const [telling, setTelling] = useState(false);
  const [saved, setSaved] = useState<readonly SavedRow[]>([]);
  const trial = useTrial({ item: form.item, cells: cellsToSend(form, cells), body: row.bodyToSend, attest });
  const start = (): void => {
    setCells(nextRow(fieldsOf(form), cells, row.own));
    setTelling(false);
    focusFirst(sheet);
  };
  const sending = useSending(form, { ...row, name: nameOf(form, cells) }, (sent) => {
    setSaved((before) => [...before, sent]);
    start();
  });
  const isReady = trial.data?.ok === true && !trial.isPlaceholderData && !trial.isFetching;
  const save = (last: boolean): void => {
    setTelling(true);
    if (isReady) sending.mutate(last);
    else focusFaulty(sheet);
  };
  return (
    <>
      <form
        ref={sheet}
        className="entry-columns"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <div>
          {row.choosesBody ? <BodyOfRow value={body} onChange={setBody} /> : null}
          <EntryFields
            form={form}
            cells={cells}
            findings={trial.data?.findings ?? []}
            read={trial.data?.read ?? null}
            telling={telling}
            onChange={(key, value) => setCells({ ...cells, [key]: value })}
          />
          {asksSeverity(trial.data, attest) ? <Attest value={attest} onChange={setAttest} /> : null}
          <Acts
            sending={sending.isPending}
            blocked={telling ? errorsOf(trial.data) : 0}
            onSave={() => save(true)}
            onClear={start}
          />
          {sending.isError ? <ProblemNotice error={sending.error} /> : null}
          {trial.isError ? <ProblemNotice error={trial.error} onRetry={() => void trial.refetch()} /> : null}
        </div>
        <TrialHints form={form} trial={trial.data} checking={trial.isFetching} />
      </form>
      <SavedRows rows={saved} />
    </>
  );
}

interface AttestProps {
  readonly value: boolean;
  readonly onChange: (attest: boolean) => void;
}

function Attest({ value, onChange }: AttestProps) {
  const { t } = useWords(ENTRY_WORDS);
  return (
    <label className="tick">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {t("entry.attest")}
    </label>
  );
}

interface ActsProps {
  readonly sending: boolean;
  /** Places that keep the row from being sent. */
  readonly blocked: number;
  readonly onSave: () => void;
  readonly onClear: () => void;
}

function Acts({ sending, blocked, onSave, onClear }: ActsProps) {
  const { t } = useWords(ENTRY_WORDS);
  return (
    <div className="entry-acts">
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          {t("entry.save")}
        </Button>
        <Button disabled={sending} onClick={onSave}>
          {t("entry.saveLast")}
        </Button>
        <Button type="text" onClick={onClear}>
          {t("entry.clear")}
        </Button>
      </p>
      <p role="status" className="state-error">
        {blocked > 0 ? `✕ ${t("entry.blocked", { count: blocked })}` : null}
      </p>
    </div>
  );
}

/** The row that is being typed, kept for a reload of the tab. */
function useRow(form: EntryForm, ownBody: string | null) {
  const bodies = useBodies().data?.items;
  const choosesBody = isCityWide(useSession().data?.roles ?? []);
  const [body, setBody] = useState("");
  const [attest, setAttest] = useState(false);
  const bodyToSend = choosesBody ? body : "";
  const entry = bodies?.find((one) => one.body === (choosesBody ? body : ownBody));
  const own = entry ? { name: entry.name.zh, uscc: entry.uscc } : null;
  const [typed, setTyped] = useState<Cells | null>(() => readDraft(form.item));
  const cells = typed ?? nextRow(fieldsOf(form), {}, own);
  useEffect(() => {
    if (typed !== null) keepDraft(form.item, keepable(fieldsOf(form), typed));
  }, [form, typed]);
  return { cells, setCells: setTyped, attest, setAttest, body, setBody, bodyToSend, choosesBody, own };
}

interface Sending {
  readonly cells: Cells;
  readonly attest: boolean;
  readonly bodyToSend: string;
  readonly name: string;
}

/** Sends the row as a batch of its own; what it is asked with is whether it was the last. */
function useSending(form: EntryForm, { cells, attest, bodyToSend, name }: Sending, onSent: (row: SavedRow) => void) {
  const { language } = useWords(ENTRY_WORDS);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (_last: boolean) => {
      const line = `${JSON.stringify(cellsToSend(form, cells))}\n`;
      const file = new File([line], `${formatInstant(systemClock.now())}.ndjson`);
      const parts = { source: null, body: bodyToSend || null, attest, channel: "form" as const, language };
      const signal = new AbortController().signal;
      return sendFile({ file, item: form.item, ...parts, signal, onProgress: () => undefined });
    },
    onSuccess: async (batchId, last) => {
      void queries.invalidateQueries({ queryKey: ["batches"] });
      onSent({ batchId, name });
      if (last) await navigate(`/report/${batchId}`);
    },
  });
}

function BodyOfRow({ value, onChange }: { readonly value: string; readonly onChange: (body: string) => void }) {
  const { t, pick } = useWords(ENTRY_WORDS);
  const bodies = useBodies().data?.items ?? [];
  return (
    <Choice
      label={t("entry.body")}
      value={value}
      placeholder={t("entry.choice")}
      options={bodies.map(({ body, name }) => ({ value: body, label: pick(name) }))}
      onChange={onChange}
    />
  );
}

function errorsOf(trial: RowTrial | undefined): number {
  return trial?.findings.filter(({ severity }) => severity === "error").length ?? 0;
}

/** The rules propose a class that somebody has to confirm, or has just confirmed. */
function asksSeverity(trial: RowTrial | undefined, attest: boolean): boolean {
  return attest || trial?.publication?.hold === "severity-unconfirmed";
}

/** What a row is called in the list of those that were sent. */
function nameOf(form: EntryForm, cells: Cells): string {
  const shown = fieldsOf(form).filter(({ role }) => role === "document-number" || role === "subject-name");
  return shown.flatMap(({ key }) => cells[key] ?? []).join(" ");
}

function focusFirst(sheet: RefObject<HTMLFormElement | null>): void {
  sheet.current?.querySelector<HTMLElement>("input, textarea")?.focus();
}

/** The first faulty field, once its fault is shown. */
function focusFaulty(sheet: RefObject<HTMLFormElement | null>): void {
  requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
