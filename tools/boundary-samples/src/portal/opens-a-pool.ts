// breaks: sql-in-stores
import pg from "pg";
export const x = pg;
