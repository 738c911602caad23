import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { BatchRow } from "../../../../../client/index.ts";
import type { GridColumn, RowTable } from "./batch-rows.ts";
import { unsolvedOf, valueAt, type EditedCell, type Edits } from "./edits.rules.ts";
import type { GridKey } from "./grid-keys.ts";
import type { GridActs } from "./grid-row.tsx";

export interface Selection {
  /** Place of the row among those shown, and of the column. */
  readonly at: number;
  readonly place: number;
}

interface GridWork extends RowTable {
  readonly edits: Edits;
  readonly mayEdit: boolean;
  readonly change: (cells: readonly EditedCell[]) => void;
  /** Brings a row into sight and the keys back to the grid. */
  readonly show: (selection: Selection) => void;
}

const FIRST: Selection = { at: 0, place: 0 };
const STEPS = { down: [1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] } as const;

/** Which cell is selected, whether something is being typed into it, and what keys and clicks make of that. */
export function useGridSelection(work: GridWork) {
  const [wanted, setWanted] = useState(FIRST);
  const [typing, setTyping] = useState<string | null>(null);
  const selection = within(wanted, work.rows.length, work.columns.length);
  // Acts keep their identity, so that only rows whose own content changed are drawn anew; they read what holds at the time.
  const now = useRef({ ...work, selection });
  useLayoutEffect(() => {
    now.current = { ...work, selection };
  });
  const acts = useMemo((): GridActs & { readonly go: Go } => {
    const go: Go = (rowsOn, columnsOn) => {
      const { selection: from, show, rows, columns } = now.current;
      const next = within({ at: from.at + rowsOn, place: from.place + columnsOn }, rows.length, columns.length);
      setTyping(null);
      setWanted(next);
      show(next);
    };
    return {
      go,
      select: (at, place) => setWanted({ at, place }),
      edit: (at, place, text) => {
        const { rows, columns, edits, mayEdit } = now.current;
        const [row, column] = [rows[at], columns[place]];
        if (!row || !column || !mayEdit || row.state !== "open") return;
        setWanted({ at, place });
        setTyping(text ?? startOf(row, column, valueAt(edits, row.row, column.column)));
      },
      enter: (cell, step) => {
        now.current.change([asWritten(cell, now.current)]);
        if (step === "stay") setTyping(null);
        else go(STEPS[step][0], STEPS[step][1]);
      },
      giveUp: () => go(0, 0),
      take: (cell) => {
        now.current.change([cell]);
        go(0, 0);
      },
    };
  }, []);
  return { selection, typing, acts, onKey: (key: GridKey) => actOn(key, { ...work, selection }, acts) };
}

type Go = (rows: number, columns: number) => void;

function actOn(
  key: GridKey,
  { rows, columns, selection, mayEdit, causes, edits }: GridWork & { readonly selection: Selection },
  { go, edit, take }: GridActs & { readonly go: Go },
): void {
  const [row, column] = [rows[selection.at], columns[selection.place]];
  if (!row || !column) return;
  switch (key.kind) {
    case "move":
      return go(key.rows, key.columns);
    case "edge":
      return go(...toEdge(key.where, selection, rows.length, columns.length));
    case "edit":
      return edit(selection.at, selection.place);
    case "type":
      return edit(selection.at, selection.place, key.text);
    case "take": {
      const offered = row.findings.find((one) => one.column === column.column && one.suggestion !== null);
      const value = offered?.suggestion?.values[0];
      if (value !== undefined && mayEdit && row.state === "open") take({ row: row.row, column: column.column, value });
      return;
    }
    case "next-problem": {
      const next = nextProblem({ rows, columns, causes, edits }, selection);
      if (next) go(next.at - selection.at, next.place - selection.place);
    }
  }
}

function within({ at, place }: Selection, rows: number, columns: number): Selection {
  return { at: Math.max(0, Math.min(at, rows - 1)), place: Math.max(0, Math.min(place, columns - 1)) };
}

function toEdge(
  where: Extract<GridKey, { kind: "edge" }>["where"],
  { at, place }: Selection,
  rows: number,
  columns: number,
): [rows: number, columns: number] {
  switch (where) {
    case "first-column":
      return [0, -place];
    case "last-column":
      return [0, columns - 1 - place];
    case "first-row":
      return [-at, -place];
    case "last-row":
      return [rows - 1 - at, columns - 1 - place];
  }
}

/** What stands in a field when editing begins: never stars, and only a day where a day is entered. */
function startOf(row: BatchRow, column: GridColumn, edited: string | null): string {
  const text = edited ?? (row.masked.includes(column.column) ? "" : (row.cells[column.place] ?? ""));
  return column.input === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? "" : text;
}

/** A cell that holds again what the file has was not changed; nor was one whose field was left as it began. */
function asWritten(cell: EditedCell, { rows, columns, edits }: GridWork): EditedCell {
  const row = rows.find((one) => one.row === cell.row);
  const column = columns.find((one) => one.column === cell.column);
  if (!row || !column) return cell;
  const edited = valueAt(edits, cell.row, cell.column);
  const isUntouched = edited === null && cell.value === startOf(row, column, null);
  const isWritten = !row.masked.includes(cell.column) && cell.value === row.cells[column.place];
  return isUntouched || isWritten ? { ...cell, value: null } : cell;
}

/** The next cell with an error that was not changed, in reading order, from the selected one on; from the top at the end. */
function nextProblem(
  { rows, columns, causes, edits }: RowTable & { readonly edits: Edits },
  from: Selection,
): Selection | null {
  const severity = (cause: number) => causes.get(cause)?.severity ?? null;
  const problemsOf = (at: number): number[] => {
    const row = rows[at];
    if (!row || row.state !== "open") return [];
    const unsolved = unsolvedOf(row, edits, severity);
    return columns.flatMap(({ column }, place) => (unsolved.includes(column) ? [place] : []));
  };
  const later = problemsOf(from.at).find((place) => place > from.place);
  if (later !== undefined) return { at: from.at, place: later };
  for (let on = 1; on <= rows.length; on += 1) {
    const at = (from.at + on) % rows.length;
    const [place] = problemsOf(at);
    if (place !== undefined) return { at, place };
  }
  return null;
}
