import { app } from "../app/app.ts";
import { NAME } from "#catalogue";
export const main = [app, NAME];
