// breaks: module:catalogue
import type { Row } from "#records";
export type Other = Row;
