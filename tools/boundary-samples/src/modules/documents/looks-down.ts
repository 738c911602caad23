// breaks: module:documents
import { NAME } from "#ingest";
export const x = NAME;
