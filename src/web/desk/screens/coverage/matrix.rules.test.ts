import { expect, test } from "vitest";
import { besideCell, hasProblem, periodsOf, rowsOf, type MatrixCell } from "./matrix.rules.ts";

const cell = (body: string, period: string, state: MatrixCell["state"]): MatrixCell => ({
  item: "x",
  body,
  period,
  state,
  count: 0,
});

test("cells stand in the row of their item and body, and a row with something to do is told from others", () => {
  const cells = [cell("a", "2026-02", "zero"), cell("b", "2026-01", "missing"), cell("a", "2026-01", "reported")];
  const rows = rowsOf(cells);
  expect(rows.map(({ body, cells: own }) => [body, own.length])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(rows.filter(hasProblem).map(({ body }) => body)).toEqual(["b"]);
  expect(hasProblem({ item: "x", body: "c", cells: [cell("c", "2026-01", "contradicted")] })).toBe(true);
  expect(periodsOf([...cells, cell("a", "2025-Q4", "zero")])).toEqual(["2025-Q4", "2026-01", "2026-02"]);
});

test("arrows lead to the cells beside, other keys nowhere", () => {
  const from = { row: 1, column: 1 };
  expect(besideCell(from, "ArrowUp")).toEqual({ row: 0, column: 1 });
  expect(besideCell(from, "ArrowRight")).toEqual({ row: 1, column: 2 });
  expect(besideCell(from, "Enter")).toBeNull();
});
