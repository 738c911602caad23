import { Link } from "react-router";
import { take, type StatementSummary } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { STATEMENTS_KEY } from "./statement-keys.ts";
import { STATEMENTS_WORDS } from "./statements.words.ts";
import { TimelinessTabs } from "./timeliness-tabs.tsx";

/** The months that were frozen, each with its corrections. */
export function StatementsScreen() {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const columns = useStatementColumns();
  const pages = usePages([...STATEMENTS_KEY, "list"], (cursor) => {
    const query = { limit: 24, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/figures/statements", { params: { query } }));
  });
  return (
    <>
      <h1>{t("list.title")}</h1>
      <TimelinessTabs />
      <p className="lead">{t("list.lead")}</p>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("list.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ statementId }) => statementId}
            empty={t("list.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useStatementColumns(): readonly Column<StatementSummary>[] {
  const { t } = useWords(STATEMENTS_WORDS);
  const numbered = ({ number }: StatementSummary): string => (number === 1 ? t("first") : t("further", { number }));
  const stateOf = ({ supersededBy }: StatementSummary): string =>
    t(supersededBy === null ? "state.current" : "state.superseded");
  return [
    {
      key: "month",
      title: t("list.month"),
      value: ({ month }) => month,
      show: (one) => (
        <Link to={`/timeliness/statements/${one.statementId}`} aria-label={`${one.month} ${numbered(one)}`}>
          {one.month}
        </Link>
      ),
      steady: true,
    },
    { key: "number", title: t("list.number"), value: numbered },
    {
      key: "state",
      title: t("list.state"),
      value: stateOf,
      show: (one) => (
        <span className={`state state-${one.supersededBy === null ? "done" : "plain"}`}>
          <span aria-hidden="true">{one.supersededBy === null ? "✓" : "○"}</span> {stateOf(one)}
        </span>
      ),
    },
    { key: "frozen", title: t("list.frozenAt"), value: ({ frozenAt }) => moment(frozenAt), steady: true },
    { key: "reason", title: t("list.reason"), value: ({ reason }) => reason },
  ];
}
