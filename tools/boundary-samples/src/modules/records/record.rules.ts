import type { Row } from "./records.types.ts";
import { floor } from "../../kernel/floor.ts";
export function same(row: Row): boolean {
  return row.id.length === floor;
}
