import { sql } from "kysely";
export const attack = sql;
