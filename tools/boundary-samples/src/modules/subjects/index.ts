export const NAME = "subjects";
export type { Row } from "./subjects.types.ts";
