import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type RecordDocument, type RecordDocuments } from "../../../client/index.ts";
import { isCityWide } from "../../../kernel/permission.ts";
import { useApi } from "../api.ts";
import { Field } from "../field.tsx";
import { bytes, moment } from "../numbers.ts";
import { useSession } from "../session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useKnownName } from "./known-name.ts";
import { saveFile } from "../table/save-file.ts";
import { useWords } from "../words.ts";
import { AttachForm } from "./attach-form.tsx";
import { PAPERS_WORDS } from "./papers.words.ts";

const DIGEST_SHOWN = 12;
const SHORTEST_PURPOSE = 2;

/** The papers of a record, the newest first, each with its download; and a place to attach a further one. */
export function Documents({ recordId, items, allowed }: RecordDocuments & { readonly recordId: string }) {
  const { t } = useWords(PAPERS_WORDS);
  // Whoever sees every body says what a look is for; of their own body's papers nobody is asked.
  const purposeNeeded = isCityWide(useSession().data?.roles ?? []);
  const [purpose, setPurpose] = useState("");
  const newestFirst = [...items].reverse();
  return (
    <section aria-labelledby="papers-title">
      <h2 id="papers-title">{t("papers.title")}</h2>
      {items.length === 0 ? <div className="empty">{t("papers.empty")}</div> : null}
      {items.length > 0 && purposeNeeded ? (
        <div className="choices">
          <Field label={t("papers.purpose")} value={purpose} onChange={setPurpose} help={t("papers.purpose.help")} />
        </div>
      ) : null}
      <ol className="papers">
        {newestFirst.map((document) => (
          <Paper key={document.sequence} document={document} purpose={purposeNeeded ? purpose.trim() : null} />
        ))}
      </ol>
      <p className="quiet">{t("papers.never")}</p>
      {allowed.includes("attach") ? <AttachForm recordId={recordId} /> : null}
    </section>
  );
}

interface PaperProps {
  readonly document: RecordDocument;
  /** Null where none is asked for. */
  readonly purpose: string | null;
}

function Paper({ document, purpose }: PaperProps) {
  const { t } = useWords(PAPERS_WORDS);
  const named = useKnownName();
  const { sequence, kind, current, fileName, pages, sha256, filedBy, filedAt } = document;
  return (
    <li className="paper">
      <p className="paper-head">
        <span className="paper-number">{sequence}</span> <strong>{t(`papers.kind.${kind}`)}</strong>{" "}
        <span className={`state state-${current ? "done" : "plain"}`}>
          <span aria-hidden="true">{current ? "✓" : "○"}</span> {t(current ? "papers.current" : "papers.superseded")}
        </span>
      </p>
      <p>
        {fileName} · {bytes(document.bytes)}
        {pages === null ? null : ` · ${t("papers.pages", { pages })}`}
      </p>
      <p className="quiet small">
        {t("papers.by", { who: named(filedBy), when: moment(filedAt) })} ·{" "}
        <span className="mono" title={sha256}>
          {t("papers.digest", { digest: sha256.slice(0, DIGEST_SHOWN) })}
        </span>
      </p>
      <Download document={document} purpose={purpose} />
    </li>
  );
}

function Download({ document, purpose }: PaperProps) {
  const { t } = useWords(PAPERS_WORDS);
  const api = useApi();
  const { recordId, sequence, fileName, mediaType } = document;
  const load = useMutation({
    mutationFn: async () => {
      const params = { path: { recordId, sequence }, query: purpose === null ? {} : { purpose } };
      const path = "/api/v1/records/{recordId}/documents/{sequence}";
      const content: unknown = await take(api.GET(path, { params, parseAs: "blob" }));
      if (content instanceof Blob) saveFile(fileName, content, mediaType);
    },
  });
  return (
    <>
      <Button
        size="small"
        loading={load.isPending}
        disabled={purpose !== null && purpose.length < SHORTEST_PURPOSE}
        onClick={() => load.mutate()}
      >
        {t("papers.download", { file: fileName })}
      </Button>
      {load.isError ? <ProblemNotice error={load.error} /> : null}
    </>
  );
}
