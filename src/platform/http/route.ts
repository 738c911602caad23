import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type, type Static, type TObject, type TSchema } from "typebox";
import { mayCall, PUBLIC_ACTOR, type Actor } from "../../kernel/actor.ts";
import type { Permission } from "../../kernel/permission.ts";
import type { Text } from "../../kernel/text.ts";
import { httpProblem } from "./http.problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    permission?: Permission;
    /** Answers everybody alike, so nobody is asked who they are. */
    anonymous?: true;
  }
  interface FastifyRequest {
    actor: Actor;
  }
}

/** Options of a route that shows everybody the same and is not part of the API's description. */
export const OPEN_TO_ALL = {
  config: { permission: "public" as const, anonymous: true as const },
  schema: Object.assign({}, { hide: true }),
};

/** RFC 9457; members beside these depend on the problem. */
const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: "path of the page that explains the problem" }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String({ description: "urn:uuid of the request, for asking about it" }),
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), detail: Type.String() })),
    ),
  },
  { additionalProperties: true, description: "application/problem+json" },
);

const PROBLEM = {
  description: "RFC 9457 problem document",
  content: { "application/problem+json": { schema: ProblemSchema } },
};

/** An answer that is a file: its content types. Fastify neither checks nor rewrites it. */
export interface FileAnswer {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: TSchema }>>;
}

/** Describes an answer that is a file of one of these content types, beside JSON where a schema is given. */
export function fileAnswer(description: string, types: readonly string[], json?: TSchema): FileAnswer {
  const content = { ...(json ? { "application/json": { schema: json } } : {}), ...contentOf(types) };
  return { description, content };
}

/** Bytes of these types; the schema is empty, since nothing looks into them here. */
function contentOf(types: readonly string[]): Record<string, { schema: TSchema }> {
  return Object.fromEntries(types.map((type) => [type, { schema: Type.Any({ description: "bytes of the file" }) }]));
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
  readonly response: Readonly<Record<number, TSchema | FileAnswer>>;
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
  if (!("additionalProperties" in spec.query) || spec.query.additionalProperties !== false)
    throw new Error(`route ${spec.path} takes unknown parameters`);
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
        querystring: withOptionalDefaults(spec.query),
        response: { ...spec.response, default: PROBLEM },
        ...(spec.permission === "public" ? {} : { security: [{ key: [] }, { session: [] }] }),
        "x-permission": spec.permission,
        ...(spec.consumes ? { body: { content: contentOf(spec.consumes) } } : {}),
      },
    ),
    handler: (request, reply) => {
      const params = checked<Static<Params>>(request.params);
      const query = checked<Static<Query>>(request.query);
      return spec.handle({ params, query, actor: request.actor, request, reply });
    },
  });
}

/** What has a default need not be given; the description says so, too. */
function withOptionalDefaults(schema: TObject): object {
  const isGiven = (key: string): boolean => !("default" in (schema.properties[key] ?? {}));
  return { ...schema, required: (schema.required ?? []).filter(isGiven) };
}

/** The one place where a request's parts become types: Fastify has checked them against the route's very schemas. */
function checked<Shape>(value: unknown): Shape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: see above
  return value as Shape;
}

/**
 * Holds permissions on every route: a route that names none does not start, and a caller without credentials gets 401, one without the right 403.
 * `authenticate` finds out who asks from the request's headers.
 */
export function guardRoutes(app: FastifyInstance, authenticate: (request: FastifyRequest) => Promise<Actor>): void {
  app.addHook("onRoute", (route) => {
    if (!route.config?.permission) throw new Error(`route ${String(route.method)} ${route.url} names no permission`);
  });
  app.addHook("onRequest", async (request) => {
    const { permission: needed, anonymous = false } = request.routeOptions.config;
    // A page's files must not cost a look at the session each; what no route serves has nobody to ask for either.
    request.actor = anonymous || needed === undefined ? PUBLIC_ACTOR : await authenticate(request);
    if (needed === undefined || mayCall(request.actor, needed)) return;
    throw httpProblem(request.actor.kind === "public" ? "sign-in-required" : "not-permitted");
  });
}
