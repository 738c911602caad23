// breaks: pure:modules
import { NAME } from "#subjects";
export const x = NAME;
