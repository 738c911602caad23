import type { FastifyInstance } from "fastify";
import type { PortalData } from "./portal-data.ts";

export async function registerPortal(app: FastifyInstance, data: PortalData): Promise<void> {
  app.get("/", { config: { permission: "public" } }, async () => data.figures());
}
