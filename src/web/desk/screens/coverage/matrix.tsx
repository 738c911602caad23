import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Fragment, type KeyboardEvent } from "react";
import { Link } from "react-router";
import type { CoverageCell } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { saveFile } from "../../table/save-file.ts";
import { useWords } from "../../words.ts";
import { CellMark } from "./cell-mark.tsx";
import { COVERAGE_WORDS } from "./coverage.words.ts";
import { besideCell, periodsOf, type MatrixRow } from "./matrix.rules.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Row = MatrixRow<CoverageCell>;

/** The address of one obligation. */
export function addressOf({ item, body, period }: Pick<CoverageCell, "item" | "body" | "period">): string {
  return `/coverage/cell?${new URLSearchParams({ item, body, period }).toString()}`;
}

/** Items and bodies by period, each cell with shape, count and word. */
export function Matrix({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useWords(COVERAGE_WORDS);
  const { itemName, bodyName } = useNames();
  const periods = periodsOf(rows.flatMap(({ cells }) => cells));
  const items = [...new Set(rows.map(({ item }) => item))];
  return (
    <section className="data-table" aria-label={t("coverage.matrix")}>
      <MatrixTools rows={rows} periods={periods} />
      <div className="matrix-frame">
        <table className="matrix">
          <caption className="visually-hidden">{t("coverage.matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("coverage.body")}</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          {items.map((item) => (
            <tbody key={item}>
              <tr>
                <th className="matrix-item" scope="rowgroup" colSpan={periods.length + 1}>
                  {itemName(item)}
                </th>
              </tr>
              {rows
                .filter((row) => row.item === item)
                .map((row) => (
                  <tr key={row.body} data-row="">
                    <th scope="row">{bodyName(row.body)}</th>
                    {periods.map((period) => (
                      <td key={period}>
                        <Cell cell={row.cells.find((cell) => cell.period === period)} />
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Cell({ cell }: { readonly cell: CoverageCell | undefined }) {
  const { t } = useWords(COVERAGE_WORDS);
  const { itemName, bodyName } = useNames();
  if (!cell) return <Fragment>–</Fragment>;
  const { item, body, period, state, count } = cell;
  const places = { body: bodyName(body), item: itemName(item), period, state: t(`state.${state}`), count };
  return (
    <Link to={addressOf(cell)} title={t("cell.name", places)} onKeyDown={walk}>
      <CellMark state={state} count={count} />
    </Link>
  );
}

/** Arrows go from cell to cell. */
function walk(event: KeyboardEvent<HTMLAnchorElement>): void {
  const rows = [...(event.currentTarget.closest("table")?.querySelectorAll("tr[data-row]") ?? [])];
  const cellOf = (row: Element | undefined, column: number): Element | undefined => row?.querySelectorAll("td")[column];
  const row = rows.findIndex((one) => one.contains(document.activeElement));
  const column = [...(rows[row]?.querySelectorAll("td") ?? [])].findIndex((one) =>
    one.contains(document.activeElement),
  );
  const next = row < 0 || column < 0 ? null : besideCell({ row, column }, event.key);
  const link = next === null || next.row < 0 ? null : cellOf(rows[next.row], next.column)?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  link.focus();
}

interface ToolsProps {
  readonly rows: readonly Row[];
  readonly periods: readonly string[];
}

function MatrixTools({ rows, periods }: ToolsProps) {
  const { t } = useWords(COVERAGE_WORDS);
  const { itemName, bodyName } = useNames();
  const save = useMutation({
    mutationFn: async () => {
      const { xlsxOf } = await import("../../table/xlsx-file.ts");
      const title = t("coverage.title");
      const textOf = (cell: CoverageCell | undefined): string | number | null => {
        if (!cell) return null;
        if (cell.state === "reported") return cell.count;
        return cell.count > 0 ? `${t(`state.${cell.state}`)} ${cell.count}` : t(`state.${cell.state}`);
      };
      const table = {
        title,
        header: [t("coverage.item"), t("coverage.body"), ...periods],
        rows: rows.map(({ item, body, cells }) => [
          itemName(item),
          bodyName(body),
          ...periods.map((period) => textOf(cells.find((cell) => cell.period === period))),
        ]),
      };
      saveFile(`${title}.xlsx`, xlsxOf(table), XLSX);
    },
  });
  return (
    <>
      <div className="table-tools">
        <span className="quiet">{t("coverage.keys")}</span>
        <Button type="link" loading={save.isPending} onClick={() => save.mutate()}>
          {t("coverage.export")}
        </Button>
      </div>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
    </>
  );
}
