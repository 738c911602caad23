import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Clock } from "../../../kernel/time.ts";
import { registerRoute } from "../../../platform/http/route.ts";
import type { Catalogue } from "../catalogue.ts";
import { holderOn } from "./obligation.rules.ts";

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = Type.Union([Type.String(), Type.Null()]);
const DutySchema = Type.Object({
  duty: Type.String(),
  title: Words,
  item: Type.String(),
  period: Type.Union([Type.Literal("month"), Type.Literal("quarter")]),
  effectiveFrom: Type.String(),
  effectiveTo: Nullable,
  due: Type.Object({ monthsAfter: Type.Integer(), day: Type.Integer() }),
  monthlyTable: Type.Boolean(),
  owedBy: Type.Array(
    Type.Object({
      body: Type.String({ description: "who owes it today" }),
      named: Type.Array(Type.String(), { description: "the bodies by which the duty names it, predecessors included" }),
    }),
  ),
  citations: Type.Array(
    Type.Object({
      title: Type.String(),
      number: Type.Optional(Type.String()),
      locator: Type.Optional(Type.String()),
      verified: Type.Boolean(),
      note: Type.Optional(Type.String()),
    }),
  ),
});

/** The duties to report over HTTP, with who owes them today. */
export function registerDutyRoutes(app: FastifyInstance, catalogue: Catalogue, clock: Clock): void {
  registerRoute(app, {
    method: "GET",
    path: "/duties",
    permission: "public",
    tag: "catalogue",
    summary: {
      zh: "报送责任清单：哪个单位按什么周期报送哪一事项",
      en: "Duties to report: which body owes which item how often",
    },
    params: Type.Object({}),
    query: Type.Object(
      {
        item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
        body: Type.Optional(Type.String({ description: "现承担责任的单位 / body that owes it today" })),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ items: Type.Array(DutySchema) }) },
    handle: ({ query }) => {
      const today = clock.today();
      const items = catalogue.duties
        .filter(({ item }) => query.item === undefined || item === query.item)
        .map(({ bodies, ...duty }) => ({ ...duty, owedBy: holdersOf(catalogue, bodies, today) }))
        .filter(({ owedBy }) => query.body === undefined || owedBy.some(({ body }) => body === query.body));
      return Promise.resolve({ items });
    },
  });
}

function holdersOf({ bodies }: Catalogue, named: readonly string[], today: ReturnType<Clock["today"]>) {
  const holders = new Map<string, string[]>();
  for (const name of named) {
    const body = holderOn(bodies, name, today);
    if (body !== null) holders.set(body, [...(holders.get(body) ?? []), name]);
  }
  return [...holders].map(([body, names]) => ({ body, named: names }));
}
