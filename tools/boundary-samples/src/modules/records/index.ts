export const NAME = "records";
export type { Row } from "./records.types.ts";
