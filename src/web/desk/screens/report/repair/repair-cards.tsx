import { Button } from "antd";
import { useId, useState } from "react";
import type { BatchRow } from "../../../../../client/index.ts";
import { useWords } from "../../../words.ts";
import type { GridColumn, RowTable } from "./batch-rows.ts";
import { valueAt, type EditedCell, type Edits } from "./edits.rules.ts";
import { Explanation } from "./explanation.tsx";
import { findingsAt } from "./repair-cell.tsx";
import { Carried, Finding } from "./repair-panel.tsx";
import { REPAIR_WORDS } from "./repair.words.ts";
import { RowState } from "./row-state.tsx";

const STEP = 20;
/** Cells without problems that are shown above the wrong ones, to tell which row it is. */
const KNOWN_BY = 3;

interface CardsProps extends RowTable {
  readonly batchId: string;
  readonly edits: Edits;
  readonly mayEdit: boolean;
  readonly change: (cells: readonly EditedCell[]) => void;
}

/** Rejected rows on a phone: each a card with its wrong cells only. */
export function RepairCards(props: CardsProps) {
  const { rows } = props;
  const { t } = useWords(REPAIR_WORDS);
  const [most, setMost] = useState(STEP);
  return (
    <>
      <ul className="cards">
        {rows.slice(0, most).map((row) => (
          <li key={row.row}>
            <Card {...props} row={row} />
          </li>
        ))}
      </ul>
      {rows.length > most ? <Button onClick={() => setMost(most + STEP)}>{t("cards.more")}</Button> : null}
    </>
  );
}

function Card(props: CardsProps & { readonly row: BatchRow }) {
  const { row, columns, causes, batchId, rows, mayEdit, edits } = props;
  const { t } = useWords(REPAIR_WORDS);
  const isWrong = (column: GridColumn): boolean => findingsAt(row, column.column, causes).length > 0;
  const wrong = columns.filter((column) => isWrong(column) || valueAt(edits, row.row, column.column) !== null);
  const others = columns
    .filter((column) => !wrong.includes(column) && (row.cells[column.place] ?? "") !== "")
    .toSorted((a, b) => a.place - b.place);
  return (
    <article aria-label={t("grid.rowNumber", { row: row.row })}>
      <p className="card-head">
        <strong>{t("grid.rowNumber", { row: row.row })}</strong> <RowState state={row.state} />
      </p>
      <dl>
        {others.slice(0, KNOWN_BY).map((column) => (
          <div key={column.column}>
            <dt>{column.title}</dt>
            <dd>{row.cells[column.place]}</dd>
          </div>
        ))}
      </dl>
      {wrong.map((column) => (
        <CardCell key={column.column} {...props} column={column} />
      ))}
      {findingsAt(row, null, causes).map((finding) => (
        <Finding key={finding.cause.cause} finding={finding} edited={null} onTake={null} />
      ))}
      <Carried row={row} />
      <Explanation {...{ batchId, row, rows, causes, mayEdit }} />
    </article>
  );
}

function CardCell({
  row,
  column,
  edits,
  mayEdit,
  change,
  causes,
}: CardsProps & { readonly row: BatchRow; readonly column: GridColumn }) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const id = useId();
  const written = row.cells[column.place] ?? "";
  const edited = valueAt(edits, row.row, column.column);
  const set = (value: string | null): void => change([{ row: row.row, column: column.column, value }]);
  const isMasked = row.masked.includes(column.column);
  const value = edited ?? (isMasked ? "" : written);
  const mayChange = mayEdit && row.state === "open";
  const isDate = column.input === "date";
  return (
    <div className="card-cell">
      {mayChange ? (
        <>
          <label htmlFor={id}>{column.title}</label>
          {column.input === "select" ? (
            <select id={id} className="cell-field" value={value} onChange={({ target }) => set(target.value)}>
              {column.options.some((option) => option.value === value) ? null : <option value={value}>{value}</option>}
              {column.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {pick(option.label)}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={id}
              className="cell-field"
              type={isDate ? "date" : "text"}
              autoComplete="off"
              spellCheck={false}
              value={isDate && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? "" : value}
              onChange={({ target }) => set(target.value === written && !isMasked ? null : target.value)}
            />
          )}
          <p className="quiet small">{t("cell.written", { value: written === "" ? t("cell.blank") : written })}</p>
        </>
      ) : (
        <p>
          <span className="quiet">{column.title}</span> {written}
        </p>
      )}
      {findingsAt(row, column.column, causes).map((finding) => (
        <Finding
          key={finding.cause.cause}
          finding={finding}
          edited={edited}
          onTake={mayChange && edited === null ? set : null}
        />
      ))}
    </div>
  );
}
