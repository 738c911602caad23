import type { KeyboardEvent } from "react";

/** What a key asks of the grid. */
export type GridKey =
  | { readonly kind: "move"; readonly rows: number; readonly columns: number }
  | { readonly kind: "edge"; readonly where: "first-column" | "last-column" | "first-row" | "last-row" }
  | { readonly kind: "edit" }
  | { readonly kind: "type"; readonly text: string }
  | { readonly kind: "take" }
  | { readonly kind: "next-problem" };

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** The keys of the grid, as those of a spreadsheet; null for one that it leaves to the browser, Tab among them. */
export function gridKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): GridKey | null {
  if (altKey && key === "Enter") return { kind: "take" };
  if (altKey && key === "ArrowDown") return { kind: "next-problem" };
  const withControl = ctrlKey || metaKey;
  if (key === "Home") return { kind: "edge", where: withControl ? "first-row" : "first-column" };
  if (key === "End") return { kind: "edge", where: withControl ? "last-row" : "last-column" };
  if (withControl || altKey) return null;
  const move = MOVES[key];
  if (move) return { kind: "move", rows: move[0], columns: move[1] };
  if (key === "Enter" || key === "F2") return { kind: "edit" };
  if (key === "Delete" || key === "Backspace") return { kind: "type", text: "" };
  return key.length === 1 && key !== " " ? { kind: "type", text: key } : null;
}
