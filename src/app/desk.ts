import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { deskHead, type PortalData } from "../portal/index.ts";
import { registerSinglePage } from "../platform/http/single-page.ts";

/** Where `npm run prepare` puts the desk. */
const FOLDER = fileURLToPath(new URL("../../dist/desk", import.meta.url));

/** The workbench of departments at /desk, with the site's name and fonts. */
export function registerDesk(app: FastifyInstance, { site }: PortalData): void {
  registerSinglePage(app, { prefix: "/desk", folder: FOLDER, head: deskHead(site) });
}
