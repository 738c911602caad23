import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { isStopped, sendDocument } from "../../../client/index.ts";
import { Choice } from "../choice.tsx";
import { bytes } from "../numbers.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useLanguage, useWords } from "../words.ts";
import { PAPERS_WORDS } from "./papers.words.ts";

type Kind = "decision" | "service-proof";

/** Attaches a further paper: its kind, the file, and how far the sending is. */
export function AttachForm({ recordId }: { readonly recordId: string }) {
  const { t } = useWords(PAPERS_WORDS);
  const [kind, setKind] = useState<Kind>("decision");
  const [file, setFile] = useState<File | null>(null);
  const { sending, sent, stop } = useAttaching(recordId, kind, () => setFile(null));
  const size = file === null ? "" : bytes(file.size);
  return (
    <div className="sheet attach">
      <div className="choices">
        <Choice
          label={t("papers.kind")}
          value={kind}
          options={[
            { value: "decision", label: t("papers.kind.decision") },
            { value: "service-proof", label: t("papers.kind.service-proof") },
          ]}
          onChange={(chosen) => setKind(chosen === "service-proof" ? "service-proof" : "decision")}
        />
      </div>
      {sending.isPending && file !== null ? (
        <div className="sending" role="status">
          <label>
            {t("papers.sending", { sent: bytes(sent), size })}
            <progress max={file.size} value={sent} />
          </label>
          <Button onClick={stop}>{t("papers.stop")}</Button>
        </div>
      ) : (
        <p className="actions">
          {file === null ? null : (
            <Button type="primary" onClick={() => sending.mutate(file)}>
              {t("papers.attach", { file: file.name, size })}
            </Button>
          )}
          <PickFile label={t(file === null ? "papers.choose" : "papers.other")} onFile={setFile} />
        </p>
      )}
      <p className="quiet">{t("papers.formats")}</p>
      {sending.isError && !isStopped(sending.error) ? <ProblemNotice error={sending.error} /> : null}
      {sending.isSuccess && file === null ? (
        <p role="status" className="state-done">
          <span aria-hidden="true">✓</span> {t("papers.done", { sequence: sending.data })}
        </p>
      ) : null}
    </div>
  );
}

function useAttaching(recordId: string, kind: Kind, onDone: () => void) {
  const language = useLanguage();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const control = useRef<AbortController>(null);
  const sending = useMutation({
    mutationFn: (file: File) => {
      const { signal } = (control.current = new AbortController());
      setSent(0);
      return sendDocument({ recordId, kind, file, language, onProgress: setSent, signal });
    },
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ["record", recordId] });
    },
  });
  return { sending, sent, stop: () => control.current?.abort() };
}

function PickFile({ label, onFile }: { readonly label: string; readonly onFile: (file: File | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => field.current?.click()}>{label}</Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={label}
        accept=".pdf,.png,.jpg,.jpeg"
        onChange={({ target }) => onFile(target.files?.[0] ?? null)}
      />
    </>
  );
}
