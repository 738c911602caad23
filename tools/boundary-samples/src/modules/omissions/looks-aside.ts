// breaks: module:omissions
import { NAME } from "#ingest";
export const x = NAME;
