// breaks: module:entry
import { NAME } from "#accounts";
export const x = NAME;
