import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Problem } from "../../kernel/problem.ts";
import { httpProblem } from "./http.problems.ts";
import { replyWithProblem } from "./problem-reply.ts";

/** Longest time in ms that answers under way may take once the server is told to end. */
const CLOSE_LIMIT_MS = 3000;

/** Renders a problem as a page for people. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string;

export interface HttpServer {
  readonly app: FastifyInstance;
  /** From now on, readers with a browser get problems as pages of this kind; programs go on getting documents. */
  showProblemsAs(page: ProblemPage): void;
  readonly metrics: Registry;
}

/** A bare server: request ids, structured logs, RFC 9457 errors, security headers, metrics. Knows no domain word. */
export function createServer(logger: FastifyBaseLogger, trustedProxies: readonly string[] = []): HttpServer {
  let page: ProblemPage | null = null;
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    replyWithProblem(error, request, reply, wantsPage(request) ? page : null);
  const app = Fastify({
    // What fails before a route is found, such as an address that cannot be decoded, passes by the error handler.
    frameworkErrors: (_error, request, reply) => void answer(httpProblem("malformed-address"), request, reply),
    clientErrorHandler: refuseBytes,
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    // Only what these say is believed: anybody can write the header.
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // Not strict on numbers: being strict, Ajv asks no bounds of the Infinity that it has itself read out of 1e999.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, allErrors: true, strictNumbers: false } },
  });
  app.decorateRequest("actor");
  app.addHook("preClose", async () => {
    // Whoever reads slowly, or not at all, does not keep the server from ending.
    setTimeout(() => app.server.closeAllConnections(), CLOSE_LIMIT_MS).unref();
  });
  app.setErrorHandler((error, request, reply) => answer(error, request, reply));
  app.setNotFoundHandler({}, (request, reply) => answer(httpProblem("not-found"), request, reply));
  app.addHook("onRequest", async (request) => {
    // PostgreSQL has no text with U+0000, so nothing that we keep can be found by it.
    if (/%00/.test(request.url)) throw httpProblem("invalid-request");
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
    reply.header("x-frame-options", "SAMEORIGIN");
    if (!reply.hasHeader("content-security-policy")) reply.header("content-security-policy", CONTENT_POLICY);
  });
  return { app, metrics: measure(app), showProblemsAs: (renderer) => (page = renderer) };
}

/** Bytes that are no HTTP request at all, such as an address with characters that were not encoded. */
function refuseBytes(this: FastifyInstance, error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) return;
  const { title, remedy, status } = httpProblem.kinds["malformed-address"];
  const body = JSON.stringify({
    type: "/problems/http/malformed-address",
    title: `${title.zh} / ${title.en}`,
    status,
    detail: `${remedy.zh} / ${remedy.en}`,
    instance: `urn:uuid:${randomUUID()}`,
  });
  this.log.info({ problem: "http/malformed-address", code: error.code }, "request refused");
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Whether a person is likely to read the answer. The API answers programs, whoever asks. */
function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith("/api/v1") && (request.headers.accept ?? "*/*").includes("text/html");
}

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/** A path may hold what somebody typed, the number of a person among it: where it has such places, the route is logged. */
function loggedPath(request: FastifyRequest): string {
  const route = request.routeOptions.url;
  return route === undefined || /[:*]/.test(route) ? (route ?? "none") : (request.url.split("?")[0] ?? "");
}

function measure(app: FastifyInstance): Registry {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics, prefix: "mingxin_" });
  const duration = new Histogram({
    name: "mingxin_http_request_duration_seconds",
    help: "Time from request to last byte, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [metrics],
  });
  const failures = new Counter({
    name: "mingxin_http_bugs_total",
    help: "Requests that ended in 500",
    registers: [metrics],
  });
  app.addHook("onResponse", async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: String(reply.statusCode),
    };
    duration.observe(labels, reply.elapsedTime / 1000);
    if (reply.statusCode === 500) failures.inc();
    request.log.info({ ...labels, url: loggedPath(request), ms: Math.round(reply.elapsedTime * 10) / 10 }, "request");
  });
  return metrics;
}
