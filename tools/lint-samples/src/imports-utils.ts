// breaks: no-restricted-imports
import { nothing } from "./utils.ts";
export const value: unknown = nothing;
