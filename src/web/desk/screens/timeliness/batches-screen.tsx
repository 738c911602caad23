import { Link, useSearchParams } from "react-router";
import { take, type ReportedBatch } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { count, moment, share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";

const ASKED = ["from", "to", "item", "body"] as const;

/** The batches behind a figure of compliance; each leads to its rows. */
export function ReportedBatchesScreen() {
  const { t } = useWords(FIGURES_WORDS);
  const { itemName, bodyName } = useNames();
  const api = useApi();
  const [asked] = useSearchParams();
  const filter = Object.fromEntries(ASKED.flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? ""]] : [])));
  const columns = useBatchColumns();
  const pages = usePages(["figures", "batches", filter], (cursor) => {
    const query = { limit: 100, ...filter, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/figures/compliance/batches", { params: { query } }));
  });
  const { from, to, item, body } = filter;
  const named = body === "-" ? t("league.noBody") : body && bodyName(body);
  const range = [from, to].filter(Boolean).join(" – ");
  const entered = pages.rows.reduce((sum, { numerator }) => sum + numerator, 0);
  const whole = pages.rows.reduce((sum, { denominator }) => sum + denominator, 0);
  return (
    <>
      <p className="trail">
        <Link to="/timeliness">{t("tabs.league")}</Link>
      </p>
      <h1>{t("batches.title")}</h1>
      <p className="lead">{[named, item && itemName(item), range].filter(Boolean).join(" · ")}</p>
      <Loaded query={pages.query}>
        {() => (
          <>
            {pages.rows.length === 0 || pages.more ? null : (
              <p className="whole">
                {t("batches.whole", { share: share(entered, whole), entered: count(entered), whole: count(whole) })}
              </p>
            )}
            <DataTable
              title={t("batches.title")}
              columns={columns}
              rows={pages.rows}
              rowKey={({ batchId }) => batchId}
              empty={t("batches.empty")}
              more={pages.more}
              loadAll={pages.loadAll}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function useBatchColumns(): readonly Column<ReportedBatch>[] {
  const { t } = useWords(FIGURES_WORDS);
  const { itemName } = useNames();
  const apart = (reason: string) => (batch: ReportedBatch) => batch.apart[reason] ?? 0;
  return [
    {
      key: "file",
      title: t("batches.file"),
      value: ({ fileName }) => fileName,
      show: ({ batchId, fileName }) => <Link to={`/report/${batchId}`}>{fileName}</Link>,
    },
    { key: "received", title: t("batches.received"), value: ({ receivedAt }) => moment(receivedAt), steady: true },
    { key: "item", title: t("league.item"), value: ({ item }) => itemName(item) },
    {
      key: "share",
      title: t("batches.share"),
      value: ({ numerator, denominator }) => share(numerator, denominator),
      numeric: true,
    },
    { key: "entered", title: t("batches.entered"), value: ({ numerator }) => numerator, numeric: true },
    {
      key: "rejected",
      title: t("batches.rejected"),
      value: ({ numerator, denominator }) => denominator - numerator,
      numeric: true,
    },
    { key: "changed", title: t("batches.changed"), value: apart("changed"), numeric: true },
    { key: "duplicates", title: t("batches.duplicates"), value: apart("duplicates"), numeric: true },
    { key: "review", title: t("batches.review"), value: apart("review"), numeric: true },
  ];
}
