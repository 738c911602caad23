import swagger from "@fastify/swagger";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { registerPeopleRoutes, registerSessionRoutes, SESSION_COOKIE } from "#accounts";
import { registerAuditRoutes } from "#audit";
import { registerDisputeRoutes, registerFigureRoutes, registerStatementRoutes } from "#figures";
import { registerCatalogueRoutes, registerDutyRoutes } from "#catalogue";
import { registerCoverageRoutes } from "#coverage";
import {
  registerAmendmentRoutes,
  registerFiledRecordRoutes,
  registerProposalRoutes,
  registerTrialRoutes,
} from "#entry";
import { registerMailSettings, registerNoticeRoutes } from "#notices";
import { registerDocumentRoutes } from "#documents";
import { registerIngestRoutes, registerJudgementRoutes } from "#ingest";
import { registerOmissionAnswers, registerOmissionReads, registerPublicOmissions } from "#omissions";
import { registerClockRoutes, registerPublishRoutes, registerTimelinessRoutes } from "#publish";
import { tagAnswers } from "../platform/http/entity-tag.ts";
import { passThroughBodies } from "../platform/http/raw-body.ts";
import type { Runtime } from "./runtime.ts";

/** How many times more a caller with a key may ask than one without. */
const KEY_FACTOR = 10;

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
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer" },
          session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
        },
      },
    },
  });
  await app.register(rateLimit, { global: false });
  const perMinute = runtime.config.requestsPerMinute;
  await app.register(
    async (api) => {
      // A file that is too large is told by whoever reads it, raw body and form alike.
      await api.register(multipart, { throwFileSizeLimit: false });
      passThroughBodies(api);
      tagAnswers(api);
      api.addHook(
        "onRequest",
        api.rateLimit({
          max: (request) => (isPublic(request) ? perMinute : perMinute * KEY_FACTOR),
          timeWindow: "1 minute",
          keyGenerator: (request) => `${isPublic(request) ? "public" : "key"} ${request.ip}`,
        }),
      );
      registerModules(api, runtime, wake);
      api.get(
        "/openapi.json",
        {
          config: { permission: "public" },
          schema: Object.assign({}, { hide: true, querystring: { type: "object", additionalProperties: false } }),
        },
        async () => app.swagger(),
      );
    },
    { prefix: "/api/v1" },
  );
}

/** The routes of every module, in the order in which data flows. */
function registerModules(api: FastifyInstance, runtime: Runtime, wake: () => void): void {
  registerSessionRoutes(api, runtime.accounts);
  registerPeopleRoutes(api, runtime.accounts);
  registerAuditRoutes(api, runtime);
  registerNoticeRoutes(api, runtime.notices);
  registerMailSettings(api, runtime.notices, runtime.config.mail !== null);
  registerCatalogueRoutes(api, runtime.law.catalogue, runtime.clock);
  registerDutyRoutes(api, runtime.law.catalogue, runtime.clock);
  registerDocumentRoutes(api, runtime.ingest);
  registerIngestRoutes(api, runtime.ingest, wake);
  registerJudgementRoutes(api, runtime.judging);
  const register = { ...runtime, catalogue: runtime.law.catalogue };
  registerPublishRoutes(api, register);
  registerTrialRoutes(api, runtime.entry);
  registerFiledRecordRoutes(api, runtime.entry);
  registerProposalRoutes(api, runtime.entry);
  registerAmendmentRoutes(api, runtime.entry);
  registerClockRoutes(api, register, runtime.law.publication, runtime.law.workdays);
  registerTimelinessRoutes(api, register, runtime.law.publication, runtime.law.workdays);
  registerFigureRoutes(api, runtime.figures);
  registerStatementRoutes(api, runtime.figures);
  registerDisputeRoutes(api, runtime.figures);
  registerCoverageRoutes(api, runtime.coverage);
  registerOmissionReads(api, runtime.omissions);
  registerOmissionAnswers(api, runtime.omissions);
  registerPublicOmissions(api, register);
}

/** The guard has found out who asks before anything is counted. */
function isPublic(request: FastifyRequest): boolean {
  return request.actor.kind === "public";
}
