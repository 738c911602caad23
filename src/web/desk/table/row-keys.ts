import { useEffect, type RefObject } from "react";

/** Rows away from the one that has the focus. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Arrows, Page and Home or End move among the rows of a table body, Enter opens the first link of the row. Keys within a
 * field or button of a row stay its own.
 */
export function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  useEffect(() => {
    const rows = body.current;
    if (!rows) return;
    const look = (event: KeyboardEvent): void => onRowKey(rows, event);
    rows.addEventListener("keydown", look);
    return () => rows.removeEventListener("keydown", look);
  }, [body]);
}

function onRowKey(body: HTMLTableSectionElement, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  const row = event.target.closest("tr");
  if (!row || isField(event.target)) return;
  const step = STEPS[event.key];
  if (step !== undefined) {
    const rows = [...body.rows].filter((other) => other.dataset["row"] !== undefined);
    rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + step))]?.focus();
  } else if (event.key === "Enter" && event.target === row) row.querySelector<HTMLElement>("a, button")?.click();
  else return;
  event.preventDefault();
}

function isField(element: HTMLElement): boolean {
  return element.matches("input, select, textarea, [contenteditable], [role=combobox]");
}
