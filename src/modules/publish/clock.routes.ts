import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import type { Workdays } from "#catalogue";
import { listServiceStatements } from "#documents";
import { recordProblem } from "#records";
import { mayCall, type Actor } from "../../kernel/actor.ts";
import { parseId, type RecordId } from "../../kernel/ids.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { linkNext } from "../../platform/http/list-link.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { dayOf } from "./checked-filter.ts";
import { workingDaysOf, type ClockReading } from "./clock-days.rules.ts";
import { findClockFacts, findPublicClockFacts } from "./clock.store.ts";
import { deadlineOf } from "./deadline.rules.ts";
import { serviceRuleOn } from "./pause.rules.ts";
import { pausedDeadlineOf } from "./paused-term.rules.ts";
import type { PublicationLaw } from "./publication.rules.ts";
import { ClockSchema, HeldRecordsSchema, ServiceRulesSchema, ServiceStatementSchema } from "./publish.contract.ts";
import type { ServiceRule } from "./rule-editions.ts";
import type { RegisterSources } from "./publish.routes.ts";
import { clockOf, type RecordClock } from "./read-clock.ts";
import { listHeldRecords, type HeldRecord } from "./service.store.ts";
import type { ServiceLaw } from "./settle-services.ts";
import { stateService } from "./state-service.ts";

const RecordParams = Type.Object({ recordId: Type.String({ description: "记录编号 / record id" }) });

/** The clock of a record, what its body states about service, and what is held for it. */
export function registerClockRoutes(
  app: FastifyInstance,
  sources: RegisterSources,
  publication: PublicationLaw,
  workdays: Workdays,
): void {
  const law = { catalogue: sources.catalogue, law: publication };
  const isWorking = workingDaysOf(workdays);
  const reading = (): ClockReading => ({ now: sources.clock.now(), isWorking });
  registerClock(app, sources, law, reading);
  registerService(app, sources, law, reading);
  registerHeld(app, sources, law);
  registerRules(app, sources, law);
}

function registerClock(app: FastifyInstance, sources: RegisterSources, law: ServiceLaw, reading: () => ClockReading) {
  registerRoute(app, {
    method: "GET",
    path: "/records/:recordId/clock",
    permission: "public",
    tag: "records",
    summary: {
      zh: "记录的时限：何时在谁手里，各几个工作日，期限何时中止",
      en: "The clock of a record: who held it when, for how many working days, and when the term was paused",
    },
    params: RecordParams,
    query: Type.Object({}, { additionalProperties: false }),
    response: { 200: ClockSchema },
    handle: async ({ params, actor, request }) => {
      const recordId = recordIdOf(params.recordId);
      if (mayCall(actor, "archive:read")) {
        const look = { actor, action: "publish/read-clock", target: recordId, detail: {}, requestId: request.id };
        const found = await auditedRead(sources, look, async (tx) => {
          const facts = await findClockFacts(tx, recordId);
          return facts && { facts, statements: await listServiceStatements(tx, [recordId]) };
        });
        if (found) return toResource(clockOf(found.facts, found.statements, law, reading()), actor);
      }
      const facts = await findPublicClockFacts(sources.publicDb, recordId);
      if (!facts) throw recordProblem("unknown-record");
      return { ...clockOf(facts, [], law, reading()), allowed: [] };
    },
  });
}

function registerService(app: FastifyInstance, sources: RegisterSources, law: ServiceLaw, reading: () => ClockReading) {
  registerRoute(app, {
    method: "POST",
    path: "/records/:recordId/service",
    permission: "documents:file",
    tag: "records",
    summary: {
      zh: "登记送达日期，或者声明尚未送达（暂不公示，期限中止）",
      en: "State the day of service, or that the decision is not served yet (held, its term paused)",
    },
    params: RecordParams,
    query: Type.Object({}, { additionalProperties: false }),
    consumes: ["application/json"],
    response: { 200: ClockSchema },
    handle: async ({ params, actor, request }) => {
      const recordId = recordIdOf(params.recordId);
      const { servedOn, document = null, note = null } = await readJsonBody(request, ServiceStatementSchema);
      const said = {
        recordId,
        servedOn: servedOn === null ? null : dayOf(servedOn),
        document,
        note: note === null || note.trim() === "" ? null : note.trim(),
        actor,
        at: sources.clock.now(),
        requestId: request.id,
      };
      const stated = await inScopeOf(sources.db, actor, async (tx) => {
        await stateService(tx, law, said);
        const facts = await findClockFacts(tx, recordId);
        if (!facts) throw recordProblem("unknown-record");
        return { facts, statements: await listServiceStatements(tx, [recordId]) };
      });
      return toResource(clockOf(stated.facts, stated.statements, law, reading()), actor);
    },
  });
}

function registerHeld(app: FastifyInstance, sources: RegisterSources, law: ServiceLaw): void {
  registerRoute(app, {
    method: "GET",
    path: "/held-records",
    permission: "archive:read",
    tag: "records",
    summary: {
      zh: "尚未送达、暂不公示的决定，决定日期早的在前",
      en: "Decisions held because they are not served, the oldest first",
    },
    params: Type.Object({}),
    query: Type.Object({ limit: pageLimit(50, 200), cursor: pageCursor(60) }, { additionalProperties: false }),
    response: { 200: HeldRecordsSchema },
    handle: async ({ query, actor, request, reply }) => {
      const after = query.cursor === undefined ? null : cursorOf(query.cursor);
      const look = { actor, action: "publish/list-held", target: "held-records", detail: {}, requestId: request.id };
      const found = await auditedRead(sources, look, (tx) => listHeldRecords(tx, after, query.limit + 1));
      const page = pageOf(found, query.limit, (held) => `${held.decisionDate}.${held.recordId}`);
      const items = page.items.map((held) => withTerms(held, law, sources.clock.today()));
      return linkNext(reply, "/api/v1/held-records", query, { items, next: page.next });
    },
  });
}

function registerRules(app: FastifyInstance, sources: RegisterSources, { law }: ServiceLaw): void {
  registerRoute(app, {
    method: "GET",
    path: "/service-rules",
    permission: "public",
    tag: "publicity",
    summary: {
      zh: "哪些事项的决定送达前暂不公示，期限如何中止",
      en: "Items whose decisions are held until they are served, and what that does to the term",
    },
    params: Type.Object({}),
    query: Type.Object({}, { additionalProperties: false }),
    response: { 200: ServiceRulesSchema },
    handle: () => {
      const today = sources.clock.today();
      const inForce = [...law.services.values()].map((rules) =>
        rules.findLast(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= today),
      );
      return Promise.resolve({
        items: inForce.flatMap((rule) =>
          rule ? [{ ...pickRule(rule), verified: rule.citations.every(({ verified }) => verified) }] : [],
        ),
      });
    },
  });
}

function pickRule({ service, title, note, items, pausesPublication }: ServiceRule) {
  return { service, title, note, items: [...items], pausesPublication };
}

function withTerms({ paused, ...held }: HeldRecord, { catalogue, law }: ServiceLaw, today: LocalDate) {
  const { item, decisionDate } = held;
  const rule = serviceRuleOn(law.services, item, decisionDate);
  const service = rule ? deadlineOf(law.deadlines, law.workdays, rule.serviceTerm, decisionDate) : null;
  const deadline = catalogue.items.findLast((entry) => entry.item === item)?.publicity.deadline ?? null;
  const closed = paused.map((pause) => ({ ...pause, until: pause.until ?? today }));
  const end = deadline === null ? null : pausedDeadlineOf(law, deadline, decisionDate, closed);
  return {
    ...held,
    serviceDue: service && "due" in service ? service.due : null,
    dueIfServedToday: end && "due" in end ? end.due : null,
    pausedSince: paused.find((pause) => pause.until === null)?.from ?? null,
  };
}

function toResource(clock: RecordClock, actor: Actor) {
  const isOpen = clock.state !== "withdrawn";
  const allowed = isOpen && mayCall(actor, "documents:file") ? (["state-service"] as const) : [];
  return { ...clock, allowed: [...allowed] };
}

function recordIdOf(text: string): RecordId {
  const recordId = parseId<RecordId>(text);
  if (!recordId) throw recordProblem("unknown-record");
  return recordId;
}

/** "2026-01-31.<record id>", as the list gives it. @throws Problem http/unreadable-cursor */
function cursorOf(text: string): { readonly decisionDate: LocalDate; readonly recordId: RecordId } {
  const decisionDate = parseLocalDate(text.slice(0, 10));
  const recordId = parseId<RecordId>(text.slice(11));
  if (!decisionDate || !recordId || text[10] !== ".") throw httpProblem("unreadable-cursor");
  return { decisionDate, recordId };
}
