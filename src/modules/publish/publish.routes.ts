import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { historyOf, listVersionsOfSubject, recordProblem } from "#records";
import { auditedRead } from "#audit";
import type { Catalogue } from "#catalogue";
import { findArchive } from "#subjects";
import { mayCall, scopeOf, type Actor } from "../../kernel/actor.ts";
import { parseId, type RecordId } from "../../kernel/ids.ts";
import { parseInstant, type Clock, type Instant } from "../../kernel/time.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Db } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { linkNext } from "../../platform/http/list-link.ts";
import { purposeOf } from "../../platform/http/purpose.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { archiveView } from "./archive-view.ts";
import { checkedFilter, checkEmpty } from "./checked-filter.ts";
import {
  HistorySchema,
  page,
  PastRecordSchema,
  RecordSchema,
  RecordSummarySchema,
  SearchSchema,
  SubjectSchema,
  VersionSchema,
} from "./publish.contract.ts";
import { publishProblem } from "./publish.problems.ts";
import { addressOf, codeOrIdOf, getSubjectBy, listRegister, searchRegister } from "./public-reads.ts";
import { findPublicRecord } from "./public-register.store.ts";
import type { GoneRecord, PublicRecord } from "./public-register.ts";
import type { RecordFilter } from "./public-register.store.ts";

/** What the routes of the register read from: the public's own pool, and the application's for those with a right. */
export interface RegisterSources {
  readonly publicDb: Db;
  /** The public's pool for searches, whose statements are ended after a short time. */
  readonly searchDb: Db;
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
}

const NoParams = Type.Object({});
const Cursor = pageCursor(600);
const Item = Type.String({ description: "事项代码 / item code" });
const RecordParams = Type.Object({ recordId: Type.String({ description: "记录编号 / record id" }) });
const SubjectParams = Type.Object({
  subject: Type.String({ description: "统一社会信用代码或主体编号 / credit code or subject id" }),
});
const Limit = pageLimit(50, 200);
const AsOf = Type.Optional(
  Type.String({
    description:
      "当时所知的档案；日期（指北京时间当日零时）或 RFC 3339 时刻，须有权限 / the register as it was known then; a day (its first moment in Beijing, 00:00 +08:00) or an RFC 3339 moment, for those with a right to it",
  }),
);
const Purpose = Type.Optional(
  Type.String({
    maxLength: 200,
    description:
      "查阅档案的用途，持密钥查阅时必填，记入审计；也可用请求头 X-Purpose / what a read with the key is for, kept in the audit trail; or the header X-Purpose",
  }),
);
const Day = Type.Optional(Type.String({ description: "决定日期，YYYY-MM-DD / day of decision, YYYY-MM-DD" }));

/** The public register over HTTP. */
export function registerPublishRoutes(app: FastifyInstance, sources: RegisterSources): void {
  registerSubjects(app, sources);
  registerSubjectRecords(app, sources);
  registerRecord(app, sources);
  registerRoute(app, {
    method: "GET",
    path: "/publicity",
    permission: "public",
    tag: "publicity",
    summary: { zh: "公示列表：按事项、机构、决定日期筛选", en: "Publicity lists by item, body and day of decision" },
    params: NoParams,
    query: Type.Object(
      {
        item: Type.Optional(Item),
        body: Type.Optional(Type.String({ description: "报送单位代码 / code of the reporting body" })),
        from: Day,
        to: Day,
        limit: Limit,
        cursor: Cursor,
      },
      { additionalProperties: false },
    ),
    response: { 200: page(RecordSummarySchema) },
    handle: async ({ query, reply }) => {
      const filter = checkedFilter(sources.catalogue, query);
      const list = await listRegister(sources.publicDb, filter, query.cursor ?? null, query.limit);
      if (list.items.length === 0) checkEmpty(sources.catalogue, filter);
      return linkNext(reply, "/api/v1/publicity", query, list);
    },
  });
}

function registerSubjects(app: FastifyInstance, sources: RegisterSources): void {
  registerRoute(app, {
    method: "GET",
    path: "/subjects",
    permission: "public",
    tag: "subjects",
    summary: {
      zh: "检索主体：名称的一部分、统一社会信用代码或文号",
      en: "Search subjects by part of a name, credit code or document number",
    },
    params: NoParams,
    query: Type.Object(
      {
        q: Type.String({
          minLength: 1,
          maxLength: 200,
          description: "名称的一部分、代码或文号 / part of a name, a code or a document number",
        }),
        limit: Limit,
        cursor: Cursor,
      },
      { additionalProperties: false },
    ),
    response: {
      200: SearchSchema,
    },
    handle: async ({ query, reply }) => {
      const found = await searchRegister(sources, query.q, query.cursor ?? null, query.limit);
      const { subjects: items, ...rest } = found;
      return linkNext(reply, "/api/v1/subjects", query, { items, ...rest });
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/subjects/:subject",
    permission: "public",
    tag: "subjects",
    summary: { zh: "一个主体：名称、曾用名、公示信息条数", en: "One subject: names and counts of public records" },
    params: SubjectParams,
    query: Type.Object({}, { additionalProperties: false }),
    response: { 200: SubjectSchema },
    handle: async ({ params, request, reply }) => {
      const subject = await getSubjectBy(sources.publicDb, params.subject);
      if (!subject) throw publishProblem("unknown-subject");
      const address = addressOf(subject);
      if (address !== params.subject) return reply.redirect(`/api/v1/subjects/${address}${queryPart(request)}`, 308);
      return subject;
    },
  });
}

/**
 * Whether the archive is asked for, not the public register. Whoever sees every body always asks for it, and must say what
 * for; whoever works for one body does by stating a purpose, since the archive is theirs only as far as they reported it.
 */
function asksArchive(actor: Actor, request: FastifyRequest, purpose: string | undefined): boolean {
  const isStated = purpose !== undefined || request.headers["x-purpose"] !== undefined;
  return mayCall(actor, "archive:read") && (scopeOf(actor) === "all" || isStated);
}

/** Those with a right to archives find a subject also while nothing of it is public. */
async function subjectFor(actor: Actor, isArchive: boolean, sources: RegisterSources, codeOrId: string) {
  if (!isArchive) return getSubjectBy(sources.publicDb, codeOrId);
  return inScopeOf(sources.db, actor, (tx) => findArchive(tx, codeOrIdOf(codeOrId)));
}

function registerSubjectRecords(app: FastifyInstance, sources: RegisterSources): void {
  registerRoute(app, {
    method: "GET",
    path: "/subjects/:subject/records",
    permission: "public",
    tag: "subjects",
    summary: {
      zh: "一个主体的记录；有权者可用 asOf 查看当时的档案",
      en: "Records of a subject; with a right to it, asOf shows the archive as it was",
    },
    params: SubjectParams,
    query: Type.Object(
      { item: Type.Optional(Item), asOf: AsOf, purpose: Purpose, limit: Limit, cursor: Cursor },
      { additionalProperties: false },
    ),
    response: { 200: Type.Union([page(RecordSummarySchema), page(VersionSchema)]) },
    handle: async ({ params, query, actor, request, reply }) => {
      checkedFilter(sources.catalogue, { item: query.item });
      const isArchive = asksArchive(actor, request, query.purpose);
      const subject = await subjectFor(actor, isArchive, sources, params.subject);
      if (!subject) throw publishProblem("unknown-subject");
      const address = addressOf(subject);
      if (address !== params.subject)
        return reply.redirect(`/api/v1/subjects/${address}/records${queryPart(request)}`, 308);
      const asOf = query.asOf === undefined ? null : momentOf(query.asOf, sources.clock);
      const here = `/api/v1/subjects/${subject.uscc ?? subject.subjectId}/records`;
      if (isArchive) {
        const after = query.cursor === undefined ? null : recordCursorOf(query.cursor);
        const purpose = purposeOf(request, query.purpose);
        const look = { action: "publish/read-archive", target: subject.subjectId, purpose, detail: { asOf } };
        const versions = await auditedRead(sources, { ...look, actor, requestId: request.id }, (tx) =>
          listVersionsOfSubject(tx, subject.subjectId, query.item ?? null, asOf, after, query.limit + 1),
        );
        const { items: shown, next } = pageOf(versions, query.limit, (version) => version.recordId);
        const items = shown.map(archiveView);
        const total = { value: items.length, relation: next === null ? "eq" : "gte" };
        return linkNext(reply, here, query, { items, total, next });
      }
      const filter: RecordFilter = {
        subjectId: subject.subjectId,
        ...(query.item === undefined ? {} : { item: query.item }),
      };
      const list = await listRegister(sources.publicDb, filter, query.cursor ?? null, query.limit);
      // What the public sees of the past is what is public today and was published by then.
      const items = asOf === null ? list.items : list.items.filter((record) => record.firstPublicAt <= asOf);
      return linkNext(reply, `/api/v1/subjects/${address}/records`, query, { ...list, items });
    },
  });
}

function registerRecord(app: FastifyInstance, sources: RegisterSources): void {
  registerRoute(app, {
    method: "GET",
    path: "/records/:recordId",
    permission: "public",
    tag: "records",
    summary: { zh: "一条记录；asOf 查看当时的状态", en: "One record; asOf asks for a moment in the past" },
    params: RecordParams,
    query: Type.Object({ asOf: AsOf, purpose: Purpose }, { additionalProperties: false }),
    response: { 200: Type.Union([RecordSchema, PastRecordSchema, HistorySchema]) },
    handle: async ({ params, query, actor, request }) => {
      const recordId = parseId<RecordId>(params.recordId);
      if (!recordId) throw recordProblem("unknown-record");
      const asOf = query.asOf === undefined ? null : momentOf(query.asOf, sources.clock);
      if (asksArchive(actor, request, query.purpose)) {
        const purpose = purposeOf(request, query.purpose);
        const look = { action: "publish/read-record", target: recordId, purpose, detail: { asOf } };
        const history = await auditedRead(sources, { ...look, actor, requestId: request.id }, (tx) =>
          historyOf(tx, recordId, asOf),
        );
        const version = history.at(-1);
        if (!version) throw recordProblem(asOf === null ? "unknown-record" : "not-known-then");
        return { recordId, asOf, version: archiveView(version), history: history.map(archiveView) };
      }
      const record = await findPublicRecord(sources.publicDb, recordId);
      if (!record) throw recordProblem("unknown-record");
      if (isGone(record)) throw recordProblem("gone", { extra: goneExtra(record) });
      return asOf === null ? record : publicAsOf(record, asOf);
    },
  });
}

/** Whether the public register knows only that something was there. */
export function isGone(record: PublicRecord | GoneRecord): record is GoneRecord {
  return "reason" in record;
}

/** What a 410 tells: the class of reason, the day, and the source's own words where it gave any. */
export function goneExtra({ reason, since, statedReason }: GoneRecord): Readonly<Record<string, string>> {
  return { reason, since, ...(statedReason === null ? {} : { statedReason }) };
}

/** The public's view of a past moment: the content where nothing changed since, otherwise only that it changed. */
function publicAsOf(record: PublicRecord, asOf: Instant): unknown {
  const current = record.changes.at(-1);
  const first = record.changes[0];
  if (first && first.at > asOf) throw recordProblem("not-known-then");
  const unchanged = !current || current.at <= asOf;
  return {
    recordId: record.recordId,
    asOf,
    content: unchanged ? record : null,
    changedSince: record.changes.filter((change) => change.at > asOf),
  };
}

/** The query of a request as it was sent, with its question mark. */
function queryPart(request: FastifyRequest): string {
  const at = request.url.indexOf("?");
  return at < 0 ? "" : request.url.slice(at);
}

function recordCursorOf(text: string): RecordId {
  const recordId = parseId<RecordId>(text);
  if (!recordId) throw httpProblem("unreadable-cursor");
  return recordId;
}

function momentOf(text: string, clock: Clock): Instant {
  // A + that was not escaped arrives as a space.
  const moment = parseInstant(text.replace(/ (?=\d{2}:\d{2}$)/, "+"));
  if (!moment || moment > clock.now()) throw publishProblem("bad-moment");
  return moment;
}
