import type { Catalogue } from "#catalogue";
import { scopeOf, type Actor } from "../../kernel/actor.ts";
import { ingestProblem } from "./ingest.problems.ts";

/**
 * The body for which somebody reports: their own where they work for one, else the one asked for, or null where each row
 * names its own. @throws Problem ingest/another-body, ingest/unknown-body
 */
export function reportingBody(catalogue: Catalogue, actor: Actor, asked: string | null): string | null {
  const scope = scopeOf(actor);
  const own = typeof scope === "string" ? null : scope.body;
  const body = asked ?? own;
  if (own !== null && body !== own) throw ingestProblem("another-body");
  if (body !== null && !catalogue.bodies.has(body)) throw ingestProblem("unknown-body");
  return body;
}
