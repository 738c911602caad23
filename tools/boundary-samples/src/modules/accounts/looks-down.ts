// breaks: module:accounts
import { NAME } from "#subjects";
export const x = NAME;
