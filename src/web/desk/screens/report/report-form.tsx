import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useRef, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { isStopped, sendFile } from "../../../../client/index.ts";
import { useBodies, useCatalogue, useCatalogueItem, useNeedsService } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { bytes } from "../../numbers.ts";
import { isCityWide } from "../../../../kernel/permission.ts";
import { useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { FileDrop } from "./file-drop.tsx";
import { REPORT_WORDS } from "./report.words.ts";

const ACCEPTED = /\.(xlsx|csv|txt|ndjson|jsonl|json)$/i;

/** Item, source and file; once it is sent, its batch has an address of its own. */
export function ReportForm() {
  const { t, pick } = useWords(REPORT_WORDS);
  const [address] = useSearchParams();
  const [item, setItem] = useState(address.get("item") ?? "");
  const [profile, setProfile] = useState("");
  // Whoever works for one body hands in for that one, which the API knows; the credit office for any.
  const choosesBody = isCityWide(useSession().data?.roles ?? []);
  const [body, setBody] = useState("");
  const [isUnserved, setUnserved] = useState(false);
  const needsService = useNeedsService(item);
  const unserved = needsService && isUnserved;
  const [file, setFile] = useState<File | null>(null);
  const catalogue = useCatalogue();
  return (
    <section className="sheet" aria-label={t("report.title")}>
      <Loaded query={catalogue}>
        {({ items }) => (
          <div className="choices">
            <Choice
              label={t("report.item")}
              value={item}
              placeholder={t("report.item.place")}
              options={items.map((entry) => ({ value: entry.item, label: pick(entry.title) }))}
              onChange={(chosen) => {
                setItem(chosen);
                setProfile("");
              }}
            />
            <SourceChoice item={item} value={profile} onChange={setProfile} />
            {choosesBody ? <BodyChoice value={body} onChange={setBody} /> : null}
            {item === "" ? null : (
              <a className="beside" href={`/api/v1/catalogue/${item}/template.xlsx`} download>
                {t("report.template")}
              </a>
            )}
            {item === "" ? null : (
              <Link className="beside" to={`/report/form/${item}`}>
                {t("report.byRow")}
              </Link>
            )}
          </div>
        )}
      </Loaded>
      {needsService ? <UnservedTick checked={isUnserved} onChange={setUnserved} /> : null}
      {file !== null && !ACCEPTED.test(file.name) ? (
        <Notice kind="error" title={t("report.wrongKind", { file: file.name })} />
      ) : null}
      {file !== null && ACCEPTED.test(file.name) ? (
        <Send key={file.name} {...{ file, item, profile, body, unserved }} onOther={() => setFile(null)} />
      ) : (
        <FileDrop onFile={setFile} />
      )}
    </section>
  );
}

interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** That the decisions of the file have not reached their parties yet. */
function UnservedTick({ checked, onChange }: TickProps) {
  const { t } = useWords(REPORT_WORDS);
  return (
    <p>
      <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)}>
        {t("report.unserved")}
      </Checkbox>
    </p>
  );
}

interface SourceProps {
  readonly item: string;
  readonly value: string;
  readonly onChange: (profile: string) => void;
}

/** Shown only where the item knows sources with headers of their own. */
function SourceChoice({ item, value, onChange }: SourceProps) {
  const { t, pick } = useWords(REPORT_WORDS);
  const profiles = useCatalogueItem(item === "" ? null : item).data?.profiles ?? [];
  if (profiles.length === 0) return null;
  const options = [
    { value: "", label: t("report.profile.standard") },
    ...profiles.map(({ profile, title }) => ({ value: profile, label: pick(title) })),
  ];
  return <Choice label={t("report.profile")} value={value} options={options} onChange={onChange} />;
}

function BodyChoice({ value, onChange }: Omit<SourceProps, "item">) {
  const { t, pick } = useWords(REPORT_WORDS);
  const bodies = useBodies().data?.items ?? [];
  const options = [
    { value: "", label: t("report.body.rows") },
    ...bodies.map(({ body, name }) => ({ value: body, label: pick(name) })),
  ];
  return <Choice label={t("report.body")} value={value} options={options} onChange={onChange} />;
}

interface SendProps {
  readonly file: File;
  readonly item: string;
  readonly profile: string;
  readonly body: string;
  readonly unserved: boolean;
  readonly onOther: () => void;
}

function Send({ file, item, profile, body, unserved, onOther }: SendProps) {
  const { t, language } = useWords(REPORT_WORDS);
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => {
      const control = new AbortController();
      stop.current = control;
      setSent(0);
      const parts = { source: profile || null, body: body || null, unserved, language, signal: control.signal };
      return sendFile({ file, item, ...parts, onProgress: setSent });
    },
    onSuccess: async (batchId) => {
      void queries.invalidateQueries({ queryKey: ["batches"] });
      await navigate(`/report/${batchId}`);
    },
  });
  const size = bytes(file.size);
  if (sending.isPending)
    return (
      <div className="sending" role="status">
        <label>
          {t("report.uploading", { sent: bytes(sent), size })}
          <progress max={file.size} value={sent} />
        </label>
        <Button onClick={() => stop.current?.abort()}>{t("report.cancel")}</Button>
      </div>
    );
  return (
    <>
      {sending.isError && !isStopped(sending.error) ? <ProblemNotice error={sending.error} /> : null}
      <p className="actions">
        <Button type="primary" disabled={item === ""} onClick={() => sending.mutate()}>
          {item === "" ? t("report.first") : t("report.submit", { file: file.name, size })}
        </Button>
        <Button onClick={onOther}>{t("report.other")}</Button>
      </p>
    </>
  );
}
