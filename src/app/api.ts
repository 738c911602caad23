import swagger from "@fastify/swagger";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { registerCatalogueRoutes } from "#catalogue";
import { registerIngestRoutes, registerJudgementRoutes } from "#ingest";
import { registerPublishRoutes, registerTimelinessRoutes } from "#publish";
import { passThroughBodies } from "../platform/http/raw-body.ts";
import type { Runtime } from "./runtime.ts";

/** Largest file that may be handed in, in bytes. */
const UPLOAD_LIMIT = 2 * 1024 ** 3;

/** Registers the API under /api/v1. `wake` tells the worker that a batch waits, where it lives in this process. */
export async function registerApi(app: FastifyInstance, runtime: Runtime, wake: () => void): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "明信 Mingxin API",
        version: "1",
        description:
          "公共信用信息平台开放接口。公开读取无需凭证；写入须携带密钥。Public reads need no key, every write needs one.",
        license: { name: "Apache-2.0" },
      },
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    },
  });
  await app.register(rateLimit, { global: false });
  await app.register(
    async (api) => {
      await api.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1 } });
      passThroughBodies(api);
      api.addHook(
        "onRequest",
        api.rateLimit({ max: 1200, timeWindow: "1 minute", allowList: (request) => request.actor?.kind !== "public" }),
      );
      registerCatalogueRoutes(api, runtime.law.catalogue, runtime.clock);
      registerIngestRoutes(api, runtime.ingest, wake);
      registerJudgementRoutes(api, runtime.judging);
      registerPublishRoutes(api, runtime);
      registerTimelinessRoutes(api, runtime, runtime.law.publication, runtime.law.workdays);
      api.get(
        "/openapi.json",
        { config: { permission: "public" }, schema: Object.assign({}, { hide: true }) },
        async () => app.swagger(),
      );
    },
    { prefix: "/api/v1" },
  );
}
