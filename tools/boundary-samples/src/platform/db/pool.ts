export { Kysely } from "kysely";
import { floor } from "../../kernel/floor.ts";
export const pool = floor;
