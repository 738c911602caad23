import { take, type CoverageCell } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";

/** The decisions behind the count of an obligation. */
export function CellDecisions({ cell: { item, body, period } }: { readonly cell: CoverageCell }) {
  const { t } = useWords(COVERAGE_WORDS);
  const api = useApi();
  const pages = usePages(["coverage", "decisions", item, body, period], (cursor) => {
    const query = { item, body, period, limit: 100, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/coverage/decisions", { params: { query } }));
  });
  return (
    <section>
      <h2>{t("cell.decisions")}</h2>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("cell.decisions")}
            columns={[
              {
                key: "number",
                title: t("cell.number"),
                value: ({ documentNumber }) => documentNumber,
                show: ({ documentNumber, recordId, firstPublicAt }) =>
                  firstPublicAt === null ? documentNumber : <a href={`/records/${recordId}`}>{documentNumber}</a>,
                steady: true,
              },
              { key: "decided", title: t("cell.decided"), value: ({ decisionDate }) => decisionDate, steady: true },
              { key: "at", title: t("cell.reportedAt"), value: ({ reportedAt }) => moment(reportedAt), steady: true },
              {
                key: "public",
                title: t("cell.published"),
                value: ({ firstPublicAt }) => (firstPublicAt === null ? t("cell.notPublic") : moment(firstPublicAt)),
                steady: true,
              },
            ]}
            rows={pages.rows}
            rowKey={({ recordId }) => recordId}
            empty={t("cell.decisions.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </section>
  );
}
