import { access, constants } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { registerPortal, renderProblem } from "../portal/index.ts";
import { mayCall } from "../kernel/actor.ts";
import type { Config } from "../platform/config.ts";
import type { ServingUrls } from "../platform/db/database-urls.ts";
import { answers } from "../platform/db/ping.ts";
import { httpProblem } from "../platform/http/http.problems.ts";
import { RETRY_AFTER_SECONDS } from "../platform/http/problem-reply.ts";
import { guardRoutes, OPEN_TO_ALL } from "../platform/http/route.ts";
import { createServer } from "../platform/http/server.ts";
import { createLogger } from "../platform/log.ts";
import { registerApi } from "./api.ts";
import { authenticateBy, ensureAdminKey } from "./authenticate.ts";
import { registerDesk } from "./desk.ts";
import { sampleWatch } from "./load-sample.ts";
import { portalData } from "./portal-data.ts";
import { openRuntime, type Runtime } from "./runtime.ts";

/** A database that has not answered by then counts as one that does not. */
const READY_MILLISECONDS = 3000;

/** The whole web application on a runtime, not yet listening. */
export async function buildWeb(runtime: Runtime, wake: () => void): Promise<FastifyInstance> {
  const { app, metrics, showProblemsAs } = createServer(
    createLogger("web", runtime.config.logLevel),
    runtime.config.trustedProxies,
  );
  guardRoutes(app, authenticateBy(await ensureAdminKey(runtime.config.dataDirectory), runtime.accounts));
  const open = { config: { permission: "public" as const }, schema: { hide: true } as object };
  app.get("/healthz", OPEN_TO_ALL, async () => ({ service: "mingxin", status: "ok" }));
  app.get("/readyz", OPEN_TO_ALL, async (_request, reply) => {
    const checks = await readiness(runtime);
    if (Object.values(checks).every((ok) => ok)) return reply.send({ service: "mingxin", checks });
    const { title } = httpProblem.kinds.unavailable;
    return reply
      .code(503)
      .header("retry-after", RETRY_AFTER_SECONDS)
      .send({ service: "mingxin", checks, type: "/problems/http/unavailable", title: `${title.zh} / ${title.en}` });
  });
  app.get("/metrics", open, async (request, reply) => {
    if (!mayCall(request.actor, "metrics:read") && !isLocal(request)) throw httpProblem("sign-in-required");
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
  await registerApi(app, runtime, wake);
  const sample = sampleWatch(runtime.db);
  const data = portalData(runtime, sample, () => app.swagger());
  await app.register(async (pages) => {
    pages.addHook("onRequest", pages.rateLimit({ max: runtime.config.requestsPerMinute, timeWindow: "1 minute" }));
    pages.addHook("onRequest", () => sample.look());
    registerPortal(pages, data);
  });
  await app.register(async (desk) => {
    desk.addHook("onRequest", desk.rateLimit({ max: runtime.config.requestsPerMinute, timeWindow: "1 minute" }));
    registerDesk(desk, data);
  });
  showProblemsAs((problem, request) => renderProblem(data, problem, request));
  return app;
}

/** Asked on this machine itself. What a proxy passes on comes from elsewhere, though the proxy may stand here. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
  return !passedOn && /^(?:::ffff:)?127\.|^::1$/.test(ip);
}

async function readiness(runtime: Runtime): Promise<Record<string, boolean>> {
  const inTime = (check: Promise<boolean>): Promise<boolean> =>
    Promise.race([check, sleep(READY_MILLISECONDS, false, { ref: false })]);
  const [database, publicViews] = await Promise.all([
    inTime(answers(runtime.db)),
    inTime(answers(runtime.publicDb, "register.bodies")),
  ]);
  return {
    database,
    publicViews,
    dataDirectory: await access(runtime.config.dataDirectory, constants.W_OK).then(
      () => true,
      () => false,
    ),
  };
}

/** Starts to listen; gives the port, which the system chose where 0 was asked for. */
export async function listen(
  app: FastifyInstance,
  at: { readonly port: number; readonly host: string },
): Promise<number> {
  await app.listen(at);
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : at.port;
}

/** The web process. `port` is the one it listens on. */
export async function startWeb(config: Config, urls: ServingUrls): Promise<{ port: number; stop(): Promise<void> }> {
  const runtime = await openRuntime(config, urls);
  const app = await buildWeb(runtime, () => undefined);
  const port = await listen(app, { port: config.port, host: config.host });
  return {
    port,
    stop: async () => {
      await app.close();
      await runtime.close();
    },
  };
}
