import { Link } from "react-router";
import { take, type Sample } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { moment, share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { mayOpen, useSession } from "../../session.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { CoveragePages } from "./coverage-pages.tsx";
import { DrawForm } from "./draw-form.tsx";
import { SAMPLES_WORDS } from "./samples.words.ts";

/** Random samples with their rates, and for the credit office the draw. */
export function SamplesScreen() {
  const { t } = useWords(SAMPLES_WORDS);
  const api = useApi();
  const session = useSession().data;
  const columns = useSampleColumns();
  const pages = usePages(["samples"], (cursor) => {
    const query = { limit: 50, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/samples", { params: { query } }));
  });
  return (
    <>
      <h1>{t("samples.title")}</h1>
      <p className="lead">{t("samples.lead")}</p>
      <CoveragePages />
      {session !== undefined && mayOpen(session, "samples:check") ? <DrawForm /> : null}
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("samples.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ sampleId }) => sampleId}
            empty={t("samples.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useSampleColumns(): readonly Column<Sample>[] {
  const { t } = useWords(SAMPLES_WORDS);
  const { itemName, bodyName } = useNames();
  return [
    {
      key: "drawn",
      title: t("samples.drawn"),
      value: ({ drawnAt }) => moment(drawnAt),
      show: ({ sampleId, drawnAt }) => <Link to={`/coverage/samples/${sampleId}`}>{moment(drawnAt)}</Link>,
      steady: true,
    },
    { key: "body", title: t("samples.body"), value: ({ body }) => bodyName(body) },
    { key: "item", title: t("samples.item"), value: ({ item }) => itemName(item) },
    { key: "period", title: t("samples.period"), value: ({ from, to }) => `${from} – ${to}`, steady: true },
    { key: "frame", title: t("samples.frame"), value: ({ frameSize }) => frameSize, numeric: true },
    { key: "size", title: t("samples.size"), value: ({ size }) => size, numeric: true },
    { key: "right", title: t("samples.right"), value: ({ outcomes }) => outcomes.right, numeric: true },
    { key: "wrong", title: t("samples.wrong"), value: ({ outcomes }) => outcomes.wrong, numeric: true },
    {
      key: "noDocument",
      title: t("samples.noDocument"),
      value: ({ outcomes }) => outcomes["no-document"],
      numeric: true,
    },
    {
      key: "rate",
      title: t("samples.rate"),
      value: ({ misreport: { numerator, denominator } }) =>
        denominator === 0 ? "–" : `${share(numerator, denominator)} (${numerator} / ${denominator})`,
      numeric: true,
    },
  ];
}
