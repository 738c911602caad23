import { take, type CoverageCell } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { useAnswers } from "./answers.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";

/** Zero reports of an obligation and what was taken back, newest first. */
export function CellStatements({ cell: { item, body, period } }: { readonly cell: CoverageCell }) {
  const { t } = useWords(COVERAGE_WORDS);
  const { titleOf } = useAnswers("zeroReport");
  const api = useApi();
  const pages = usePages(["coverage", "zero-reports", item, body, period], (cursor) => {
    const query = { item, body, period, limit: 50, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/zero-reports", { params: { query } }));
  });
  return (
    <section>
      <h2>{t("cell.statements")}</h2>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("cell.statements")}
            columns={[
              { key: "act", title: t("cell.act"), value: ({ act }) => t(`cell.act.${act}`) },
              {
                key: "reason",
                title: t("cell.reason"),
                value: ({ reason, words }) =>
                  [reason === null ? "" : titleOf(reason), words].filter((part) => part !== "").join(" · "),
              },
              { key: "at", title: t("cell.at"), value: ({ statedAt }) => moment(statedAt), steady: true },
            ]}
            rows={pages.rows}
            rowKey={({ zeroReportId }) => zeroReportId}
            empty={t("cell.statements.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </section>
  );
}
