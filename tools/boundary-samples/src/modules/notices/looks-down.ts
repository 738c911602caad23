// breaks: module:notices
import { NAME } from "#subjects";
export const x = NAME;
