import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { readCauses, type Batch } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { count, span } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { Waiting } from "../../shell/waiting.tsx";
import { useWords } from "../../words.ts";
import { BATCH_WORDS } from "./batch.words.ts";
import { CauseList } from "./cause-list.tsx";
import { REPORT_WORDS } from "./report.words.ts";

const RepairSection = lazy(async () => ({ default: (await import("./repair/repair-section.tsx")).RepairSection }));

const COUNTS = ["rows", "accepted", "changed", "duplicates", "review", "rejected"] as const;

/** What became of a batch: in one sentence, in counts that add up, and by cause with the remedy of each. */
export function BatchResult({ batch }: { readonly batch: Batch }) {
  const { t, pick } = useWords(BATCH_WORDS);
  return (
    <>
      <Summary batch={batch} />
      {batch.repairs !== null && batch.repair !== null ? (
        <p>
          {t("repair.text", { ...batch.repair })} <Link to={`/report/${batch.repairs}`}>{t("repair.before")}</Link>
        </p>
      ) : null}
      <Counts batch={batch} />
      <Files batch={batch} />
      {batch.counts !== null && batch.counts.rejected > 0 ? (
        <Suspense fallback={<Waiting />}>
          <RepairSection batch={batch} />
        </Suspense>
      ) : null}
      {batch.notes.length === 0 ? null : (
        <>
          <h2>{t("notes.title")}</h2>
          <ul className="plain-list">
            {batch.notes.map((note) => (
              <li key={note.code + note.zh}>{pick(note)}</li>
            ))}
          </ul>
        </>
      )}
      {batch.state === "done" ? <Causes batchId={batch.batchId} /> : null}
    </>
  );
}

function Summary({ batch: { state, refusal, counts, seconds } }: { readonly batch: Batch }) {
  const { t, pick, language } = useWords(BATCH_WORDS);
  if (refusal !== null)
    return (
      <Notice
        kind="error"
        title={t(state === "failed" ? "failed.title" : "refused.title", { reason: pick(refusal.message) })}
      >
        <p>{pick(refusal.remedy)}</p>
      </Notice>
    );
  if (counts === null) return null;
  const took = seconds === null ? "" : ` · ${t("done.seconds", { span: span(seconds, language) })}`;
  if (counts.rejected > 0)
    return (
      <Notice
        kind="warning"
        title={
          t("done.rejected", { rejected: count(counts.rejected), rest: count(counts.rows - counts.rejected) }) + took
        }
      >
        <p>{t("done.next")}</p>
      </Notice>
    );
  const title =
    counts.review > 0
      ? t("done.review", { count: count(counts.review) })
      : t("done.clean", { count: count(counts.rows) });
  return <Notice kind={counts.review > 0 ? "plain" : "done"} title={title + took} />;
}

function Counts({ batch: { counts, publication } }: { readonly batch: Batch }) {
  const { t } = useWords(REPORT_WORDS);
  if (counts === null) return null;
  return (
    <dl className="figures">
      {COUNTS.map((key) => (
        <div key={key}>
          <dt>{t(`count.${key}`)}</dt>
          <dd>{count(counts[key])}</dd>
          {key === "review" && counts.held > 0 ? (
            <dd className="quiet">
              {t("count.held")} {count(counts.held)}
            </dd>
          ) : null}
        </div>
      ))}
      <div>
        <dt>{t("count.public")}</dt>
        <dd>{count(publication["public"] ?? 0)}</dd>
      </div>
    </dl>
  );
}

function Files({ batch: { links } }: { readonly batch: Batch }) {
  const { t } = useWords(BATCH_WORDS);
  return (
    <p className="actions">
      {links.annotated === null ? null : (
        <Button href={links.annotated} download>
          {t("files.annotated")}
        </Button>
      )}
      {links.rows === null ? null : (
        <>
          <Button href={links.errors.xlsx} download>
            {t("files.errorsXlsx")}
          </Button>
          <Button href={links.errors.csv} download>
            {t("files.errorsCsv")}
          </Button>
        </>
      )}
      <Link to="/report">{t("batch.another")}</Link>
    </p>
  );
}

/** Only the causes are shown; row by row the errors are in the files. */
function Causes({ batchId }: { readonly batchId: string }) {
  const { t } = useWords(BATCH_WORDS);
  const api = useApi();
  const query = useQuery({
    queryKey: ["batches", batchId, "causes"],
    queryFn: () => readCauses(api, batchId),
    staleTime: Infinity,
  });
  return (
    <>
      <h2>{t("causes.title")}</h2>
      <Loaded query={query}>
        {(causes) =>
          causes.length === 0 ? <p className="empty">{t("causes.none")}</p> : <CauseList causes={causes} />
        }
      </Loaded>
    </>
  );
}
