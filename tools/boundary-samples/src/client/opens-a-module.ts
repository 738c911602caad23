// breaks: client-knows-the-api-only
import { NAME } from "#records";
export const x = NAME;
