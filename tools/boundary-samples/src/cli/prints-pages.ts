// breaks: surface:cli
import { home } from "../portal/home.ts";
export const x = home;
