import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useWords } from "../words.ts";
import { count } from "../numbers.ts";
import { ColumnChoice, useColumnChoice } from "./column-choice.tsx";
import type { Column } from "./column.ts";
import { useNarrow } from "./narrow.ts";
import { Cards, Grid } from "./rows-of-table.tsx";
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

/** A table with its exports and a choice of columns; on a phone each row is a card with labels. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, empty, more, title } = props;
  const { t } = useWords(TABLE_WORDS);
  const narrow = useNarrow();
  const { onScreen, shown, hidden, setHidden } = useColumnChoice(props.columns);
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    <section className="data-table" aria-label={title}>
      <TableTools {...props}>
        <ColumnChoice columns={onScreen} hidden={hidden} onChange={setHidden} />
      </TableTools>
      {narrow ? <Cards {...props} columns={shown} /> : <Grid {...props} columns={shown} />}
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

function TableTools<Row>(props: DataTableProps<Row> & { readonly children: ReactNode }) {
  const { title, columns, rows, more, loadAll, children } = props;
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
          {children}
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
