// breaks: module:audit
import { NAME } from "#catalogue";
export const x = NAME;
