export const NAME = "publish";
export type { Row } from "./publish.types.ts";
