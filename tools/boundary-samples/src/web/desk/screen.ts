import { shape } from "../../modules/records/records.contract.ts";
export const screen = shape;
