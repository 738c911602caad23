// breaks: surface:portal
import { pool } from "../platform/db/pool.ts";
export const x = pool;
