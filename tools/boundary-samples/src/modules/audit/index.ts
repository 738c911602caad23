export const NAME = "audit";
export type { Row } from "./audit.types.ts";
