import type { BatchRow } from "../../../../../client/index.ts";
import { useWords } from "../../../words.ts";
import type { GridColumn, RowTable } from "./batch-rows.ts";
import { REPAIR_WORDS } from "./repair.words.ts";

type Cause = RowTable["causes"] extends ReadonlyMap<number, infer One> ? One : never;

/** What is said about one cell, the gravest first. */
export interface CellFinding {
  readonly cause: Cause;
  readonly suggestion: BatchRow["findings"][number]["suggestion"];
}

const GRAVITY = { error: 0, review: 1, warning: 2 } as const;

export function findingsAt(
  { findings }: Pick<BatchRow, "findings">,
  column: number | null,
  causes: RowTable["causes"],
): readonly CellFinding[] {
  return findings
    .flatMap(({ cause: number, column: at, suggestion }) => {
      const cause = causes.get(number);
      return at === column && cause ? [{ cause, suggestion }] : [];
    })
    .toSorted((a, b) => GRAVITY[a.cause.severity] - GRAVITY[b.cause.severity]);
}

interface CellProps {
  readonly row: BatchRow;
  readonly column: GridColumn;
  readonly causes: RowTable["causes"];
  /** The changed text; null where the file's stands. */
  readonly edited: string | null;
  readonly onTake: ((value: string) => void) | null;
}

/** A cell as it is shown: the text, by word and shape whether it is wrong or changed, and below it what to do. */
export function RepairCell({ row, column, causes, edited, onTake }: CellProps) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const written = row.cells[column.place] ?? "";
  const [found] = findingsAt(row, column.column, causes);
  if (edited !== null)
    return (
      <>
        <span className="cell-value cell-changed">
          <span aria-hidden="true">✎</span> <span className="visually-hidden">{t("cell.edited")} </span>
          {edited === "" ? t("cell.blank") : edited}
        </span>
        <span className="cell-hint">{t("cell.was", { value: written === "" ? t("cell.blank") : written })}</span>
      </>
    );
  if (!found || row.state !== "open") {
    // Of a row on a person words are not shown at all: an empty cell would say that nothing stands there.
    const isHidden = written === "" && row.masked.includes(column.column);
    return (
      <span className={isHidden ? "cell-value quiet" : "cell-value"}>{isHidden ? t("cell.masked") : written}</span>
    );
  }
  const isError = found.cause.severity === "error";
  const value = found.suggestion?.values[0];
  return (
    <>
      <span className={isError ? "cell-value cell-bad" : "cell-value cell-doubtful"}>
        <span aria-hidden="true">{isError ? "✕" : "△"}</span>{" "}
        {isError ? <span className="visually-hidden">{t("cell.bad")} </span> : null}
        {written === "" ? t("cell.blank") : written}
      </span>
      {value !== undefined && onTake ? (
        <button type="button" className="cell-take" tabIndex={-1} onClick={() => onTake(value)}>
          {t("cell.accept", { value })}
        </button>
      ) : (
        <span className="cell-hint">{pick(found.cause.remedy)}</span>
      )}
    </>
  );
}
