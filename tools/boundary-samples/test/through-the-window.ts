// breaks: front-door-only:outside
import { query } from "../src/modules/records/records.store.ts";
export const x = query;
