// breaks: product-not-tests
import { flow } from "../../test/flow.ts";
export const x = flow;
