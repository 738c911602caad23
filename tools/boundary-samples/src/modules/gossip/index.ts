// breaks: unknown-module
import { floor } from "../../kernel/floor.ts";
export const x = floor;
