// breaks: surface:cli
import { pool } from "../platform/db/pool.ts";
export const x = pool;
