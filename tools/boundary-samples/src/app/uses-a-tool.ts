// breaks: product-not-tools
import { tool } from "../../tools/tool.ts";
export const x = tool;
