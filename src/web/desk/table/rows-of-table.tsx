import type { ReactNode } from "react";
import { count } from "../numbers.ts";
import type { Column } from "./column.ts";
import { useRowKeys } from "./row-keys.ts";
import { useRowWindow } from "./row-window.ts";

interface RowsProps<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, at: number) => string;
}

/** The rows as a table that the keyboard walks through; of very many only those near the view are in the document. */
export function Grid<Row>({ title, columns, rows, rowKey }: RowsProps<Row>) {
  const { body, shown, above, below } = useRowWindow(rows.length);
  useRowKeys(body);
  return (
    <div className="table-scroll">
      <table aria-rowcount={rows.length + 1}>
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
        <tbody ref={body}>
          {above > 0 ? <Gap height={above} span={columns.length} /> : null}
          {shown.map((at) => {
            const row = rows[at];
            return row === undefined ? null : (
              <tr key={rowKey(row, at)} data-row="" tabIndex={at === shown[0] ? 0 : -1} aria-rowindex={at + 2}>
                {columns.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {shownValue(column, row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 ? <Gap height={below} span={columns.length} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** The room of the rows that are not in the document. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden="true" className="row-gap">
      <td colSpan={span} style={{ height }}>
        {"\u00A0"}
      </td>
    </tr>
  );
}

/** The rows as cards with labels, for a phone; what is empty is left out. */
export function Cards<Row>({ columns, rows, rowKey }: Omit<RowsProps<Row>, "title">) {
  const numbers = columns.filter(({ numeric }) => numeric);
  return (
    <ul className="cards">
      {rows.map((row, at) => (
        <li key={rowKey(row, at)}>
          <Facts columns={columns.filter((column) => !column.numeric && !isEmpty(column, row))} row={row} />
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
          <dd>{shownValue(column, row)}</dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty<Row>(column: Column<Row>, row: Row): boolean {
  return (column.value(row) ?? "") === "" && column.show === undefined;
}

function classOf<Row>({ numeric, steady }: Column<Row>): string | undefined {
  if (numeric) return "numeric";
  return steady ? "steady" : undefined;
}

function shownValue<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.show) return column.show(row);
  const value = column.value(row);
  if (value === null || value === "") return "–";
  return typeof value === "number" ? count(value) : value;
}
