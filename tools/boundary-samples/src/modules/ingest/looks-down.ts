// breaks: module:ingest
import { NAME } from "#publish";
export const x = NAME;
