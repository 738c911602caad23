import { memo } from "react";
import type { BatchRow } from "../../../../../client/index.ts";
import { useWords } from "../../../words.ts";
import type { GridColumn, RowTable } from "./batch-rows.ts";
import { CellEditor, type Step } from "./cell-editor.tsx";
import type { EditedCell } from "./edits.rules.ts";
import { findingsAt, RepairCell } from "./repair-cell.tsx";
import { REPAIR_WORDS } from "./repair.words.ts";
import { RowState } from "./row-state.tsx";

/** What a cell of the grid can be told to do. */
export interface GridActs {
  readonly select: (at: number, place: number) => void;
  /** Begins to edit, with a text or with what stands there. */
  readonly edit: (at: number, place: number, text?: string) => void;
  readonly enter: (cell: EditedCell, step: Step) => void;
  readonly giveUp: () => void;
  readonly take: (cell: EditedCell) => void;
}

interface RowProps {
  readonly id: string;
  readonly at: number;
  readonly row: BatchRow;
  readonly columns: readonly GridColumn[];
  readonly causes: RowTable["causes"];
  readonly edits: ReadonlyMap<number, string> | undefined;
  /** Place among the columns of the selected cell; −1 where it is in another row. */
  readonly selected: number;
  /** What stands in the field of the selected cell at first; null while nothing is entered. */
  readonly typing: string | null;
  readonly mayEdit: boolean;
  readonly acts: GridActs;
  readonly top: number;
  readonly template: string;
}

/** One row of the grid. Drawn anew only where something of its own changed: ten thousand rows scroll past. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { id, at, row, columns, causes, edits, top, template } = props;
  const { t } = useWords(REPAIR_WORDS);
  const wholeRow = findingsAt(row, null, causes).some(({ cause }) => cause.severity === "error");
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={`grid-row grid-${row.state}`}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
    >
      <div role="rowheader" className="grid-cell grid-number">
        <span className="cell-value">
          {t("grid.rowNumber", { row: row.row })}
          {edits ? (
            <span className="cell-changed">
              {" "}
              <span aria-hidden="true">✎</span>
              <span className="visually-hidden">{t("cell.edited")}</span>
            </span>
          ) : null}
        </span>
        <span className="cell-hint">
          <RowState state={row.state} />
          {wholeRow && row.state === "open" ? ` · ${t("panel.wholeRow")}` : ""}
        </span>
      </div>
      {columns.map((column, place) => (
        <Cell key={column.column} {...props} column={column} place={place} id={`${id}-${place}`} />
      ))}
    </div>
  );
});

function Cell(props: RowProps & { readonly column: GridColumn; readonly place: number }) {
  const { at, row, column, place, causes, edits, selected, typing, mayEdit, acts, id } = props;
  const { t } = useWords(REPAIR_WORDS);
  const isSelected = selected === place;
  const edited = edits?.get(column.column) ?? null;
  const cell = (value: string | null): EditedCell => ({ row: row.row, column: column.column, value });
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys
    <div
      role="gridcell"
      id={id}
      aria-colindex={place + 2}
      aria-selected={isSelected}
      className={isSelected ? "grid-cell grid-selected" : "grid-cell"}
      onClick={() => acts.select(at, place)}
      onDoubleClick={() => acts.edit(at, place)}
    >
      {isSelected && typing !== null ? (
        <CellEditor
          column={column}
          initial={typing}
          label={t("cell.edit", { column: column.title })}
          onEnter={(value, step) => acts.enter(cell(value), step)}
          onGiveUp={acts.giveUp}
        />
      ) : (
        <RepairCell
          row={row}
          column={column}
          causes={causes}
          edited={edited}
          onTake={mayEdit ? (value) => acts.take(cell(value)) : null}
        />
      )}
    </div>
  );
}
