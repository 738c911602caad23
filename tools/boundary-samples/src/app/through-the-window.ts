// breaks: front-door-only:outside
import { query } from "../modules/records/records.store.ts";
export const x = query;
