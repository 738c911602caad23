import { NAME } from "#ingest";
import { pool } from "../platform/db/pool.ts";
export const app = [NAME, pool];
