// breaks: floor:verify, no-dev-dependency-shipped
import fc from "fast-check";
export const x = fc;
