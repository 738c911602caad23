// breaks: front-door-only:contract
import type { Row } from "../ingest/ingest.types.ts";
export type Shape = Row;
