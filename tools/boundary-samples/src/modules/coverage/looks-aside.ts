// breaks: module:coverage
import { NAME } from "#ingest";
export const x = NAME;
