// breaks: module:figures
import { NAME } from "#accounts";
export const x = NAME;
