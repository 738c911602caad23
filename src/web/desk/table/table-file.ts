import { neutralise } from "../../../kernel/spreadsheet-text.ts";

/** A table as an export carries it. */
export interface TableContent {
  /** Name of the sheet. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** CSV for spreadsheet programs: UTF-8 with its mark, so that Chinese is read as such; no cell runs as a formula. */
export function csvOf({ header, rows }: TableContent): string {
  const line = (cells: readonly (string | number | null)[]): string => cells.map(csvCell).join(",");
  return `\uFEFF${[header, ...rows].map(line).join("\r\n")}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = neutralise(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
