import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { parseId, type Uuid } from "../../kernel/ids.ts";
import { parseInstant, type Clock, type Instant } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { AuditSchema } from "./audit.contract.ts";
import { listAudit } from "./audit.store.ts";
import { auditedRead } from "./audited-read.ts";

const Moment = (words: string) => Type.Optional(Type.String({ description: words }));
const Text = (words: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: words }));

/** The trail for auditors. That they looked is in it, too. */
export function registerAuditRoutes(app: FastifyInstance, sources: { readonly db: Db; readonly clock: Clock }): void {
  registerRoute(app, {
    method: "GET",
    path: "/audit",
    permission: "audit:read",
    tag: "audit",
    summary: { zh: "审计记录，最近的在前", en: "The audit trail, newest first" },
    params: Type.Object({}, { additionalProperties: false }),
    query: Type.Object(
      {
        actor: Text("操作人编号 / id of who did it"),
        body: Text("所代表的单位 / body for which it was done"),
        action: Text("操作，或以斜杠结尾的模块名 / action, or a module with the slash: ingest/"),
        target: Text("对象编号 / id of what it was done to"),
        from: Moment("自此时起 / from this moment on, RFC 3339 or a day"),
        to: Moment("至此时止（不含） / before this moment"),
        limit: pageLimit(100, 1000),
        cursor: pageCursor(),
      },
      { additionalProperties: false },
    ),
    response: { 200: AuditSchema },
    handle: async ({ query, actor, request }) => {
      const { limit, cursor, from, to, ...exact } = query;
      const before = cursor === undefined ? null : parseId<Uuid<"audit">>(cursor);
      if (cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const filter = { ...exact, from: momentOf("from", from), to: momentOf("to", to) };
      const detail = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const look = { actor, action: "audit/read-trail", target: "audit", detail, requestId: request.id };
      const found = await auditedRead(sources, look, (tx) => listAudit(tx, filter, before, limit + 1));
      return pageOf(found, limit, (entry) => entry.entryId);
    },
  });
}

function momentOf(name: string, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const moment = parseInstant(text);
  if (moment) return moment;
  const detail = "a day (2026-11-24) or a moment with its zone (2026-11-24T16:00:00%2B08:00)";
  throw httpProblem("invalid-request", { faults: [{ pointer: `query#/${name}`, code: "moment", detail }] });
}
