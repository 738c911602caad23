import type { Cells } from "./entry.rules.ts";

const keyOf = (item: string): string => `mingxin.entry.${item}`;

/** What was typed in this tab and not sent; what cannot be read is forgotten. */
export function readDraft(item: string): Record<string, string> | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(item)) ?? "null");
    if (typeof found !== "object" || found === null) return null;
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keeps what was typed for a reload of this tab. Numbers of papers must have been taken out (see `keepable`). */
export function keepDraft(item: string, cells: Cells): void {
  if (Object.keys(cells).length === 0) sessionStorage.removeItem(keyOf(item));
  else sessionStorage.setItem(keyOf(item), JSON.stringify(cells));
}
