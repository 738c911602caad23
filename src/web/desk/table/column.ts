import type { ReactNode } from "react";

/** A column of a table: what it shows, and what an export carries of it. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Text or number, for exports and, where `show` is not given, for the screen. */
  readonly value: (row: Row) => string | number | null;
  readonly show?: (row: Row) => ReactNode;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Dates and codes never break. */
  readonly steady?: boolean;
  /** Carried by an export only, where the screen shows it within another column. */
  readonly exportOnly?: boolean;
}
