// breaks: module:proceedings
import { NAME } from "#subjects";
export const x = NAME;
