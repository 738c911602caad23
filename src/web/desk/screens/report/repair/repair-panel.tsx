import { Button } from "antd";
import { Link } from "react-router";
import type { BatchRow } from "../../../../../client/index.ts";
import { useWords } from "../../../words.ts";
import type { GridColumn, RowTable } from "./batch-rows.ts";
import { valueAt, type EditedCell, type Edits } from "./edits.rules.ts";
import { Explanation } from "./explanation.tsx";
import { findingsAt, type CellFinding } from "./repair-cell.tsx";
import { REPAIR_WORDS } from "./repair.words.ts";
import type { Selection } from "./grid-selection.ts";

interface PanelProps extends RowTable {
  readonly batchId: string;
  readonly edits: Edits;
  readonly mayEdit: boolean;
  readonly change: (cells: readonly EditedCell[]) => void;
  readonly selection: Selection;
  readonly onEdit: () => void;
}

/** The selected cell in full: what was written, what is wrong, what may have been meant, and where its row stands. */
export function RepairPanel(props: PanelProps) {
  const { rows, columns, selection, batchId, mayEdit, causes } = props;
  const { t } = useWords(REPAIR_WORDS);
  const row = rows[selection.at];
  const column = columns[selection.place];
  return (
    <section className="repair-panel" aria-label={t("panel.title")}>
      {row && column ? (
        <>
          <h3>
            {t("grid.rowNumber", { row: row.row })} · {column.title}
          </h3>
          <SelectedCell {...props} row={row} column={column} />
          <WholeRow row={row} causes={causes} />
          <Carried row={row} />
          <Explanation key={row.row} batchId={batchId} row={row} rows={rows} causes={causes} mayEdit={mayEdit} />
        </>
      ) : (
        <p className="quiet">{t("panel.none")}</p>
      )}
    </section>
  );
}

function SelectedCell(props: PanelProps & { readonly row: BatchRow; readonly column: GridColumn }) {
  const { row, column, edits, mayEdit, change, causes, onEdit } = props;
  const { t } = useWords(REPAIR_WORDS);
  const edited = valueAt(edits, row.row, column.column);
  const written = row.cells[column.place] ?? "";
  const findings = findingsAt(row, column.column, causes);
  const mayChange = mayEdit && row.state === "open";
  const set = (value: string | null): void => change([{ row: row.row, column: column.column, value }]);
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("panel.written")}</dt>
          <dd>{written === "" ? t("cell.blank") : written}</dd>
        </div>
        {edited === null ? null : (
          <div>
            <dt>{t("panel.now")}</dt>
            <dd className="cell-changed">{edited === "" ? t("cell.blank") : edited}</dd>
          </div>
        )}
      </dl>
      {row.broken ? <p>{t("panel.broken")}</p> : null}
      {row.masked.includes(column.column) && mayChange ? <p className="quiet">{t("panel.masked")}</p> : null}
      {findings.length === 0 ? <p className="quiet">{t("panel.fine")}</p> : null}
      {findings.map((finding) => (
        <Finding key={finding.cause.cause} finding={finding} edited={edited} onTake={mayChange ? set : null} />
      ))}
      {mayChange ? (
        <p className="actions">
          <Button size="small" onClick={onEdit}>
            {t("panel.edit")}
          </Button>
          {edited === null ? null : (
            <Button size="small" onClick={() => set(null)}>
              {t("panel.revert")}
            </Button>
          )}
        </p>
      ) : null}
    </>
  );
}

interface FindingProps {
  readonly finding: CellFinding;
  readonly edited: string | null;
  readonly onTake: ((value: string) => void) | null;
}

/** One problem with its remedy, and each value that may have been meant. */
export function Finding({ finding: { cause, suggestion }, edited, onTake }: FindingProps) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const isError = cause.severity === "error";
  return (
    <div className="finding">
      <p className={isError ? "cell-bad" : "cell-doubtful"}>
        <span aria-hidden="true">{isError ? "✕" : "△"}</span> {pick(cause.message)}
      </p>
      <p>
        {t("panel.remedy")}
        {pick(cause.remedy)}
      </p>
      {suggestion && onTake ? (
        <>
          <p className="actions">
            {suggestion.values
              .filter((value) => value !== edited)
              .map((value) => (
                <Button key={value} size="small" onClick={() => onTake(value)}>
                  {t("cell.accept", { value })}
                </Button>
              ))}
          </p>
          <p className="quiet small">{t(`ground.${suggestion.ground}`)}</p>
        </>
      ) : null}
    </div>
  );
}

function WholeRow({ row, causes }: { readonly row: BatchRow; readonly causes: RowTable["causes"] }) {
  const findings = findingsAt(row, null, causes);
  return findings.map((finding) => <Finding key={finding.cause.cause} finding={finding} edited={null} onTake={null} />);
}

/** Where a row is that was handed in again. */
export function Carried({ row: { state, carriedBy } }: { readonly row: BatchRow }) {
  const { t } = useWords(REPAIR_WORDS);
  if (carriedBy === null || state === "open" || state === "explained") return null;
  return (
    <p>
      {t(carriedBy.waits ? "carried.waits" : `carried.${state}`)}{" "}
      <Link to={`/report/${carriedBy.batchId}`}>{t("carried.see")}</Link>
    </p>
  );
}
