/** What the matrix needs of a cell. */
export interface MatrixCell {
  readonly item: string;
  readonly body: string;
  readonly period: string;
  readonly state: "reported" | "zero" | "contradicted" | "not-yet-due" | "missing";
  readonly count: number;
}

/** One body's obligations of one item, by period. */
export interface MatrixRow<Cell extends MatrixCell> {
  readonly item: string;
  readonly body: string;
  readonly cells: readonly Cell[];
}

/** Cells by item and body, in the order in which they came. */
export function rowsOf<Cell extends MatrixCell>(cells: readonly Cell[]): readonly MatrixRow<Cell>[] {
  const rows = new Map<string, { item: string; body: string; cells: Cell[] }>();
  for (const cell of cells) {
    const key = `${cell.item} ${cell.body}`;
    const row = rows.get(key) ?? { item: cell.item, body: cell.body, cells: [] };
    row.cells.push(cell);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** The periods of all cells in order; quarters stand behind the months of their year. */
export function periodsOf(cells: readonly MatrixCell[]): readonly string[] {
  return [...new Set(cells.map(({ period }) => period))].sort();
}

/** Whether somebody has to do something about a row. */
export function hasProblem({ cells }: MatrixRow<MatrixCell>): boolean {
  return cells.some(({ state }) => state === "missing" || state === "contradicted");
}

/** Where an arrow leads from a cell of a grid; null where it leads out of it. */
export function besideCell(
  { row, column }: { readonly row: number; readonly column: number },
  key: string,
): { readonly row: number; readonly column: number } | null {
  if (key === "ArrowLeft") return { row, column: column - 1 };
  if (key === "ArrowRight") return { row, column: column + 1 };
  if (key === "ArrowUp") return { row: row - 1, column };
  return key === "ArrowDown" ? { row: row + 1, column } : null;
}
