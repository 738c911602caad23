export const NAME = "catalogue";
export type { Row } from "./catalogue.types.ts";
