import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useWords } from "../words.ts";
import { count } from "../numbers.ts";
import type { Column } from "./column.ts";
import { useNarrow } from "./narrow.ts";
import { saveFile } from "./save-file.ts";
import { TABLE_WORDS } from "./table.words.ts";

interface DataTableProps<Row> {
  /** What the rows are; also the sheet's name and, with the export's ending, the file's. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, at: number) => string;
  /** What is said where there is no row. */
  readonly empty: ReactNode;
  /** Where more can be loaded. */
  readonly more?: { readonly load: () => void; readonly loading: boolean } | undefined;
  /** All rows for an export, where not all of them are shown. */
  readonly loadAll?: (() => Promise<readonly Row[]>) | undefined;
}

/** A table with its exports; on a phone each row is a card with labels. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, empty, more, title } = props;
  const { t } = useWords(TABLE_WORDS);
  const narrow = useNarrow();
  const onScreen = props.columns.filter(({ exportOnly }) => !exportOnly);
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    <section className="data-table" aria-label={title}>
      <TableTools {...props} />
      {narrow ? <Cards {...props} columns={onScreen} /> : <Grid {...props} columns={onScreen} />}
      {more ? (
        <p>
          <Button onClick={more.load} loading={more.loading}>
            {t("table.more")}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function TableTools<Row>({ title, columns, rows, more, loadAll }: DataTableProps<Row>) {
  const { t } = useWords(TABLE_WORDS);
  const save = useMutation({
    mutationFn: async (format: "csv" | "xlsx") => {
      const all = loadAll && more ? await loadAll() : rows;
      const header = columns.map((column) => column.title);
      const table = { title, header, rows: all.map((row) => columns.map((column) => column.value(row))) };
      if (format === "csv") {
        const { csvOf } = await import("./table-file.ts");
        saveFile(`${title}.csv`, csvOf(table), "text/csv;charset=utf-8");
      } else {
        const { xlsxOf } = await import("./xlsx-file.ts");
        const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        saveFile(`${title}.xlsx`, xlsxOf(table), type);
      }
    },
  });
  return (
    <>
      <div className="table-tools">
        <span className="quiet">{t(more ? "table.shown" : "table.rows", { count: count(rows.length) })}</span>
        <span className="table-exports">
          <Button type="link" loading={save.isPending} onClick={() => save.mutate("xlsx")}>
            {t("table.export", { format: "XLSX" })}
          </Button>
          <Button type="link" loading={save.isPending} onClick={() => save.mutate("csv")}>
            {t("table.export", { format: "CSV" })}
          </Button>
        </span>
      </div>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
    </>
  );
}

function Grid<Row>({ title, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={rowKey(row, at)}>
            {columns.map((column) => (
              <td key={column.key} className={classOf(column)}>
                {shown(column, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<Row>({ columns, rows, rowKey }: DataTableProps<Row>) {
  const numbers = columns.filter(({ numeric }) => numeric);
  return (
    <ul className="cards">
      {rows.map((row, at) => (
        <li key={rowKey(row, at)}>
          <Facts columns={columns.filter(({ numeric }) => !numeric)} row={row} />
          {numbers.length === 0 ? null : <Facts columns={numbers} row={row} className="card-numbers" />}
        </li>
      ))}
    </ul>
  );
}

interface FactsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly className?: string;
}

function Facts<Row>({ columns, row, className }: FactsProps<Row>) {
  return (
    <dl className={className}>
      {columns.map((column) => (
        <div key={column.key}>
          <dt>{column.title}</dt>
          <dd>{shown(column, row)}</dd>
        </div>
      ))}
    </dl>
  );
}

function classOf<Row>({ numeric, steady }: Column<Row>): string | undefined {
  if (numeric) return "numeric";
  return steady ? "steady" : undefined;
}

function shown<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.show) return column.show(row);
  const value = column.value(row);
  if (value === null || value === "") return "–";
  return typeof value === "number" ? count(value) : value;
}
