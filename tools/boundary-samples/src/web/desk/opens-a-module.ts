// breaks: web-in-the-browser
import { NAME } from "#records";
export const x = NAME;
