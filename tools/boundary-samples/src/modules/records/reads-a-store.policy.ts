// breaks: pure
import type { query } from "./records.store.ts";
export type Query = typeof query;
