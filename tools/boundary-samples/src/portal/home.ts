import { page } from "../platform/http/page.ts";
import { NAME } from "#publish";
import { floor } from "../kernel/floor.ts";
export const home = [page, NAME, floor];
