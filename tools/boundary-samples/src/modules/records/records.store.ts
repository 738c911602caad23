import { sql } from "kysely";
import { NAME } from "#subjects";
import { same } from "./record.rules.ts";
export const query = [sql, NAME, same];
