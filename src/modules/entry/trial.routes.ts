import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { recordAudit } from "#audit";
import { ingestProblem, reportingBody, tryRow } from "#ingest";
import { forecastPublication } from "#publish";
import { inScope } from "../../platform/db/scope.ts";
import { AttemptLimit } from "../../platform/http/attempt-limit.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { TrialBody, TrialSchema } from "./entry.contract.ts";
import { entryProblem } from "./entry.problems.ts";
import type { EntryRuntime } from "./entry-runtime.ts";

/** Nobody types faster: four a second without a pause. */
const TRIALS_PER_MINUTE = 240;

/**
 * Tries one row of an item while it is typed. Nothing of it is kept; only that it is one of the body's records already is
 * something of the register, and a look that tells so is on the trail.
 */
export function registerTrialRoutes(app: FastifyInstance, runtime: EntryRuntime): void {
  const trials = new AttemptLimit(TRIALS_PER_MINUTE);
  registerRoute(app, {
    method: "POST",
    path: "/trials",
    permission: "batches:report",
    tag: "batches",
    summary: {
      zh: "试算一行：校验结果、是否重复、归属主体、公示期限；不保存",
      en: "Try one row: findings, duplicate or not, whose it is, term of publication; nothing is kept",
    },
    params: Type.Object({}),
    query: Type.Object(
      {
        item: Type.String({ description: "事项代码 / item code" }),
        body: Type.Optional(Type.String({ description: "报送单位 / reporting body" })),
        attest: Type.Boolean({
          default: false,
          description: "报送人确认规则建议的失信程度 / the reporter vouches for the severity that the rules propose",
        }),
      },
      { additionalProperties: false },
    ),
    consumes: ["application/json"],
    response: { 200: TrialSchema },
    handle: async ({ query, actor, request }) => {
      const wait = trials.count(actor.id);
      if (wait !== null) throw httpProblem("too-many-requests", { extra: { retryAfter: wait } });
      const { cells } = await readJsonBody(request, TrialBody);
      const { catalogue, clock, publication, workdays } = runtime;
      const today = clock.today();
      const item = catalogue.editionInForce(query.item, today);
      if (!item) throw ingestProblem("unknown-item", { extra: { items: catalogue.items.map((one) => one.item) } });
      const unknown = Object.keys(cells).filter((key) => !item.fields.some((field) => field.key === key));
      if (unknown.length > 0) throw entryProblem("unknown-field", { extra: { fields: unknown } });
      const sourceBody = reportingBody(catalogue, actor, query.body ?? null);
      const typed = { item, cells, sourceBody, attested: query.attest };
      // Whose a row is and whether it is there already is decided over all bodies, as at intake.
      const { findings, good } = await inScope(runtime.db, async (tx) => {
        const tried = await tryRow(tx, runtime, typed);
        const target = tried.good?.recordId;
        const look = { at: clock.now(), actor, action: "entry/meet-record", detail: { item: item.item } };
        if (target) await recordAudit(tx, { ...look, target, requestId: request.id });
        return tried;
      });
      const isPerson = good?.subject.kind === "person";
      const about = good && !isPerson ? { item, values: good.values, attested: query.attest, today } : null;
      return {
        ok: good !== null,
        findings,
        read: good?.read ?? null,
        outcome: good?.outcome ?? null,
        record: good?.recordId ?? null,
        changedFields: good?.changedFields ?? [],
        subject: good?.subject ?? null,
        publication: about && forecastPublication(publication, workdays, about),
      };
    },
  });
}
