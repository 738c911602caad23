import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../../kernel/problem.ts";
import type { Language, Text } from "../../kernel/text.ts";
import { isOutage } from "../db/outage.ts";
import { isErrno } from "../errno.ts";
import { httpProblem } from "./http.problems.ts";

/** Seconds after which another try is worth while: the embedded database is back by then. */
export const RETRY_AFTER_SECONDS = 5;

/** The language a client of the API asks for; Chinese unless it prefers English. */
function languageOf(request: FastifyRequest): Language {
  const accepted = request.headers["accept-language"] ?? "";
  return /^\s*en\b/i.test(accepted) ? "en" : "zh";
}

/** The RFC 9457 document of a problem, in one language. */
function problemDocument(problem: Problem, language: Language, requestId: string): Record<string, unknown> {
  const text = (value: Text): string => value[language];
  return {
    type: `/problems/${problem.code}`,
    title: text(problem.kind.title),
    status: problem.kind.status,
    detail: problem.detail ? text(problem.detail) : text(problem.kind.remedy),
    instance: `urn:uuid:${requestId}`,
    ...(problem.faults.length > 0 ? { errors: problem.faults } : {}),
    ...problem.extra,
  };
}

/** Turns whatever was thrown into a Problem; a bug becomes `http/internal` and keeps its cause for the log only. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: anything may have been thrown, each part is looked at before use
  const fastify = error as Partial<FastifyError>;
  if (fastify.validation) {
    return httpProblem("invalid-request", {
      faults: fastify.validation.map((fault) => ({
        pointer: `${fastify.validationContext ?? "body"}#${fault.instancePath}${unknownName(fault.params)}`,
        code: fault.keyword,
        detail: describe(fault),
      })),
    });
  }
  if (isErrno(error, "ENOSPC")) return httpProblem("no-room", { cause: error });
  if (fastify.statusCode === 413) return httpProblem("too-large");
  if (fastify.statusCode === 415) return httpProblem("media-type");
  if (fastify.statusCode === 429) return httpProblem("too-many-requests");
  if (fastify.statusCode !== undefined && fastify.statusCode >= 400 && fastify.statusCode < 500)
    return httpProblem("invalid-request");
  if (isOutage(error)) return httpProblem("unavailable", { cause: error });
  return httpProblem("internal", { cause: error });
}

/** Sends a problem and logs it: bugs with all detail, outages and refusals in one line. */
export function replyWithProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  page: ((problem: Problem, request: FastifyRequest) => string) | null,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.kind.status === 503) {
    const reason = error instanceof Error ? error.message : String(error);
    request.log.warn({ problem: problem.code, reason }, "request put off");
    reply.header("retry-after", RETRY_AFTER_SECONDS);
  } else if (problem.kind.status >= 500) request.log.error({ err: error }, "request failed");
  else request.log.info({ problem: problem.code }, "request refused");
  const wait = problem.extra["retryAfter"];
  if (typeof wait === "number") reply.header("retry-after", wait);
  if (page !== null) {
    reply.code(problem.kind.status).header("cache-control", "no-store").type("text/html; charset=utf-8");
    return reply.send(page(problem, request));
  }
  const language = languageOf(request);
  if (problem.kind.status === 401) reply.header("www-authenticate", 'Bearer realm="mingxin"');
  return reply
    .code(problem.kind.status)
    .header("content-language", language === "zh" ? "zh-CN" : "en")
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(problemDocument(problem, language, request.id));
}

function unknownName(params: Readonly<Record<string, unknown>>): string {
  const name = params["additionalProperty"] ?? params["missingProperty"];
  return typeof name === "string" ? `/${name}` : "";
}

function describe(fault: {
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}): string {
  if (fault.keyword === "additionalProperties") return "unknown parameter";
  const allowed = fault.params["allowedValues"];
  return Array.isArray(allowed) ? `must be one of: ${allowed.join(", ")}` : (fault.message ?? fault.keyword);
}
