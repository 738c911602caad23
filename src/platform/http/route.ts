import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Static, TObject, TSchema } from "typebox";
import type { Actor } from "../../kernel/actor.ts";
import type { Text } from "../../kernel/text.ts";
import { httpProblem } from "./http.problems.ts";

/** Who may call a route. A route cannot be declared without one. */
export type Permission = "public" | "administrator";

declare module "fastify" {
  interface FastifyContextConfig {
    permission?: Permission;
  }
  interface FastifyRequest {
    actor: Actor;
  }
}

export interface RouteSpec<Params extends TObject, Query extends TObject> {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly permission: Permission;
  readonly tag: string;
  readonly summary: Text;
  readonly params: Params;
  readonly query: Query;
  /** Status code to schema; problems are added by themselves. */
  readonly response: Readonly<Record<number, TSchema>>;
  /** Content types of the body, for the description; the handler reads the raw stream. */
  readonly consumes?: readonly string[];
  readonly handle: (call: Call<Static<Params>, Static<Query>>) => Promise<unknown>;
}

export interface Call<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Registers one route of the API: parameters checked, permission held, described in OpenAPI. */
export function registerRoute<Params extends TObject, Query extends TObject>(
  app: FastifyInstance,
  spec: RouteSpec<Params, Query>,
): void {
  app.route({
    method: spec.method,
    url: spec.path,
    config: { permission: spec.permission },
    // tags, summary and the like are read by the OpenAPI generator; Fastify itself ignores them.
    schema: Object.assign(
      {},
      {
        tags: [spec.tag],
        summary: `${spec.summary.zh} / ${spec.summary.en}`,
        params: spec.params,
        querystring: spec.query,
        response: spec.response,
        ...(spec.permission === "public" ? {} : { security: [{ key: [] }] }),
        ...(spec.consumes ? { consumes: [...spec.consumes] } : {}),
      },
    ),
    handler: (request, reply) => {
      const params = checked<Static<Params>>(request.params);
      const query = checked<Static<Query>>(request.query);
      return spec.handle({ params, query, actor: request.actor, request, reply });
    },
  });
}

/** The one place where a request's parts become types: Fastify has checked them against the route's very schemas. */
function checked<Shape>(value: unknown): Shape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: see above
  return value as Shape;
}

/**
 * Holds permissions on every route: a route that names none does not start, and a caller without the right gets 401.
 * `authenticate` finds out who asks from the request's headers.
 */
export function guardRoutes(app: FastifyInstance, authenticate: (request: FastifyRequest) => Promise<Actor>): void {
  app.addHook("onRoute", (route) => {
    if (!route.config?.permission) throw new Error(`route ${String(route.method)} ${route.url} names no permission`);
  });
  app.addHook("onRequest", async (request) => {
    request.actor = await authenticate(request);
    const needed = request.routeOptions.config.permission;
    if (needed === "administrator" && request.actor.kind === "public") throw httpProblem("sign-in-required");
  });
}
