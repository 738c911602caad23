import type { FastifyRequest } from "fastify";
import { httpProblem } from "./http.problems.ts";

/** The request's Idempotency-Key, or null. @throws Problem http/idempotency-key */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key === "string" && /^[!-~]{1,200}$/.test(key)) return key;
  throw httpProblem("idempotency-key");
}
