// breaks: front-door-only
import { query } from "../records/records.store.ts";
export const x = query;
