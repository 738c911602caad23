// breaks: modules-know-no-surface
import type { app } from "../../app/app.ts";
export type App = typeof app;
