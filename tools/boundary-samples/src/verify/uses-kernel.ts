// breaks: floor:verify
import { floor } from "../kernel/floor.ts";
export const x = floor;
