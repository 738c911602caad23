// breaks: modules-know-no-surface
import { home } from "../../portal/home.ts";
export const x = home;
