import { home } from "../src/portal/home.ts";
import { NAME } from "#records";
export const flow = [home, NAME];
