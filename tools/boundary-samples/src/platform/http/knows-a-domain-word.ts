// breaks: floor:platform
import { NAME } from "#records";
export const x = NAME;
