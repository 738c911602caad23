import { Link } from "react-router";
import type { CoverageCell } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";
import type { MatrixRow } from "./matrix.rules.ts";
import { addressOf } from "./matrix.tsx";

type Row = MatrixRow<CoverageCell>;

/** The matrix on a phone: of each body and item the periods that need something, and how many are in order. */
export function MatrixList({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useWords(COVERAGE_WORDS);
  const { itemName, bodyName } = useNames();
  const inState = ({ cells }: Row, state: CoverageCell["state"]): readonly CoverageCell[] =>
    cells.filter((cell) => cell.state === state);
  const periods = (state: "missing" | "contradicted", shape: string, tone: string): Column<Row> => ({
    key: state,
    title: t(`list.${state}`),
    value: (row) =>
      inState(row, state)
        .map(({ period }) => period)
        .join("、"),
    show: (row) => {
      const cells = inState(row, state);
      if (cells.length === 0) return "–";
      return (
        <span className="period-list">
          {cells.map((cell) => (
            <Link key={cell.period} to={addressOf(cell)} className={`state-${tone}`}>
              <span aria-hidden="true">{shape}</span> {cell.period}
            </Link>
          ))}
        </span>
      );
    },
  });
  const columns: readonly Column<Row>[] = [
    { key: "body", title: t("coverage.body"), value: ({ body }) => bodyName(body) },
    { key: "item", title: t("coverage.item"), value: ({ item }) => itemName(item) },
    periods("missing", "✕", "error"),
    periods("contradicted", "△", "warning"),
    { key: "zero", title: t("list.zero"), value: (row) => inState(row, "zero").length, numeric: true },
    { key: "reported", title: t("list.reported"), value: (row) => inState(row, "reported").length, numeric: true },
    {
      key: "decisions",
      title: t("list.decisions"),
      value: ({ cells }) => cells.reduce((sum, { count }) => sum + count, 0),
      numeric: true,
    },
  ];
  return (
    <DataTable
      title={t("coverage.title")}
      columns={columns}
      rows={rows}
      rowKey={({ item, body }) => `${item} ${body}`}
      empty={t("coverage.empty")}
    />
  );
}
