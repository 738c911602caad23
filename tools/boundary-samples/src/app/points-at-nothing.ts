// breaks: resolvable
import { nothing } from "./nothing.ts";
export const x = nothing;
