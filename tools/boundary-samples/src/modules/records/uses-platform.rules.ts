// breaks: pure
import { page } from "../../platform/http/page.ts";
export const x = page;
