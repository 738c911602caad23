import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef, type KeyboardEvent } from "react";
import { useWords } from "../../../words.ts";
import type { GridColumn, RowTable } from "./batch-rows.ts";
import type { EditedCell, Edits } from "./edits.rules.ts";
import { gridKey } from "./grid-keys.ts";
import { GridRow, type GridActs } from "./grid-row.tsx";
import { useGridSelection, type Selection } from "./grid-selection.ts";
import { RepairPanel } from "./repair-panel.tsx";
import { REPAIR_WORDS } from "./repair.words.ts";

const ROW_PIXELS = 58;
const HEADER_PIXELS = 38;
/** Widths in pixels by how a cell is entered; text may be long, codes and days are not. */
const WIDTHS: Readonly<Record<GridColumn["input"], number>> = {
  code: 216,
  date: 150,
  select: 150,
  amount: 130,
  secret: 190,
  lines: 280,
  line: 220,
  checkboxes: 220,
};
const NUMBER_PIXELS = 132;

interface GridProps extends RowTable {
  readonly batchId: string;
  readonly edits: Edits;
  readonly mayEdit: boolean;
  readonly change: (cells: readonly EditedCell[]) => void;
}

/** Rejected rows as a grid for the keyboard, with all that is known of the selected cell beside it. */
export function RepairGrid(props: GridProps) {
  const { rows, columns } = props;
  const { t } = useWords(REPAIR_WORDS);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its answers change without its identity; nothing here keeps them
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
    scrollPaddingStart: HEADER_PIXELS,
  });
  const show = ({ at, place: column }: Selection): void => {
    virtual.scrollToIndex(at, { align: "auto" });
    place.current?.focus({ preventScroll: true });
    showColumn(place.current, column);
  };
  const { selection, typing, acts, onKey } = useGridSelection({ ...props, show });
  const template = [NUMBER_PIXELS, ...columns.map(({ input }) => WIDTHS[input])].map((width) => `${width}px`).join(" ");
  const shown = virtual.getVirtualItems();
  const isShown = shown.some(({ index }) => index === selection.at);
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.target === place.current ? gridKey(event) : null;
    if (!key) return;
    event.preventDefault();
    onKey(key);
  };
  return (
    <div className="repair-columns">
      <div
        ref={place}
        role="grid"
        tabIndex={0}
        className="grid"
        aria-label={t("repair.title")}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isShown ? `${id}-${rows[selection.at]?.row ?? 0}-${selection.place}` : undefined}
        onKeyDown={onKeyDown}
      >
        <GridHead columns={columns} template={template} />
        <div role="rowgroup" className="grid-body" style={{ height: `${virtual.getTotalSize()}px` }}>
          {shown.map(({ index, start }) => (
            <ShownRow
              key={rows[index]?.row ?? index}
              {...{ ...props, id, index, start, template, selection, typing, acts }}
            />
          ))}
        </div>
      </div>
      <RepairPanel {...props} selection={selection} onEdit={() => acts.edit(selection.at, selection.place)} />
    </div>
  );
}

interface ShownRowProps extends GridProps {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly template: string;
  readonly selection: Selection;
  readonly typing: string | null;
  readonly acts: GridActs;
}

/** Gives a row only what is its own, so that it is drawn anew only where that changed. */
function ShownRow({
  rows,
  columns,
  causes,
  edits,
  mayEdit,
  id,
  index,
  start,
  template,
  selection,
  typing,
  acts,
}: ShownRowProps) {
  const row = rows[index];
  if (!row) return null;
  const isSelected = index === selection.at;
  return (
    <GridRow
      id={`${id}-${row.row}`}
      at={index}
      row={row}
      columns={columns}
      causes={causes}
      edits={edits.get(row.row)}
      selected={isSelected ? selection.place : -1}
      typing={isSelected ? typing : null}
      mayEdit={mayEdit && row.state === "open"}
      acts={acts}
      top={start}
      template={template}
    />
  );
}

function GridHead({ columns, template }: { readonly columns: readonly GridColumn[]; readonly template: string }) {
  const { t } = useWords(REPAIR_WORDS);
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-titles" style={{ gridTemplateColumns: template }}>
        <div role="columnheader" className="grid-cell grid-number">
          {t("grid.row")}
        </div>
        {columns.map(({ column, title, bad }, place) => (
          <div key={column} role="columnheader" aria-colindex={place + 2} className="grid-cell" title={title}>
            {bad ? (
              <span className="cell-bad">
                <span aria-hidden="true">✕</span> <span className="visually-hidden">{t("grid.badColumn")} </span>
              </span>
            ) : null}
            {title}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Scrolls sideways until the column stands beside the row numbers, which stay in place. */
function showColumn(grid: HTMLElement | null, place: number): void {
  const title = grid?.querySelectorAll<HTMLElement>("[role=columnheader]")[place + 1];
  if (!grid || !title) return;
  const left = title.offsetLeft - NUMBER_PIXELS;
  const right = title.offsetLeft + title.offsetWidth;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (right > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
}
