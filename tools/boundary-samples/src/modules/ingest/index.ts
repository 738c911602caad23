export const NAME = "ingest";
export type { Row } from "./ingest.types.ts";
