import type { FastifyRequest } from "fastify";
import { httpProblem } from "./http.problems.ts";

const LONGEST = 200;

/**
 * What a restricted read is for: the query parameter `purpose`, or the header X-Purpose, percent-encoded where it is not
 * ASCII. Kept in the audit trail. @throws Problem http/purpose-needed
 */
export function purposeOf(request: FastifyRequest, given: string | undefined): string {
  const header = request.headers["x-purpose"];
  const text = (given ?? (typeof header === "string" ? decoded(header) : "")).trim();
  if (text.length < 2 || text.length > LONGEST || !text.isWellFormed() || text.includes("\u0000"))
    throw httpProblem("purpose-needed");
  return text;
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header; // not encoded at all
  }
}
