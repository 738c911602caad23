// breaks: module:subjects
import { NAME } from "#records";
export const x = NAME;
