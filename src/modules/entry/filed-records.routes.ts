import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { entryCells, entryForm, foldIdentifier, isCitizenShaped } from "#catalogue";
import { archiveView, explainTerm, findPublication, publishProblem } from "#publish";
import { historyOf, recordProblem } from "#records";
import { findArchive } from "#subjects";
import { mayCall, scopeOf, type Actor } from "../../kernel/actor.ts";
import { parseId, type RecordId } from "../../kernel/ids.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { purposeOf } from "../../platform/http/purpose.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { FiledRecordListSchema, FiledRecordSchema } from "./entry.contract.ts";
import type { EntryRuntime } from "./entry-runtime.ts";
import { findFiledRecord, listFiledRecords, type FiledCursor } from "./filed-records.store.ts";
import { clockOf } from "./ground.ts";

const Day = Type.Optional(Type.String({ description: "决定日期，YYYY-MM-DD / day of decision, YYYY-MM-DD" }));
const Purpose = Type.Optional(
  Type.String({
    maxLength: 200,
    description:
      "查阅用途，可查看全部单位记录的人员必填 / what the look is for; needed of those who see the records of every body",
  }),
);

/** What a body reported, for those who work on it: to find a record, and one with all that is known of it. */
export function registerFiledRecordRoutes(app: FastifyInstance, runtime: EntryRuntime): void {
  registerList(app, runtime);
  registerRoute(app, {
    method: "GET",
    path: "/filed-records/:recordId",
    permission: "records:read",
    tag: "records",
    summary: {
      zh: "本单位报送的一条记录：内容、版本、公示状态和期限",
      en: "One record that your body reported: content, versions, publication and term",
    },
    params: Type.Object({ recordId: Type.String({ description: "记录编号 / record id" }) }),
    query: Type.Object({ purpose: Purpose }, { additionalProperties: false }),
    response: { 200: FiledRecordSchema },
    handle: async ({ params, query, actor, request }) => {
      const recordId = parseId<RecordId>(params.recordId);
      if (!recordId) throw recordProblem("unknown-record");
      const look = { actor, action: "entry/read-filed-record", target: recordId, detail: {}, requestId: request.id };
      const purposed = { ...look, ...statedPurpose(actor, request, query.purpose) };
      const read = await auditedRead(runtime, purposed, (tx) => readFiledRecord(tx, runtime, recordId, actor));
      const ids = read.versions.flatMap(({ recordedBy, proposedBy }) => [recordedBy, proposedBy ?? ""]);
      return { ...read, people: await runtime.namesOf(ids) };
    },
  });
}

function registerList(app: FastifyInstance, runtime: EntryRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/filed-records",
    permission: "records:read",
    tag: "records",
    summary: { zh: "本单位报送的记录，最近决定的在前", en: "Records that your body reported, newest decision first" },
    params: Type.Object({}),
    query: Type.Object(
      {
        q: Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: 200,
            description: "文号、名称的一部分或统一社会信用代码 / document number, part of a name, or credit code",
          }),
        ),
        item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
        body: Type.Optional(Type.String({ description: "报送单位代码 / code of the reporting body" })),
        from: Day,
        to: Day,
        state: Type.Optional(Type.Union([Type.Literal("active"), Type.Literal("withdrawn")])),
        purpose: Purpose,
        limit: pageLimit(50, 200),
        cursor: pageCursor(60),
      },
      { additionalProperties: false },
    ),
    response: { 200: FiledRecordListSchema },
    handle: async ({ query, actor, request }) => {
      const { q = null, item = null, body = null, state = null, limit, cursor } = query;
      if (q !== null && isCitizenShaped(foldIdentifier(q))) throw publishProblem("personal-identifier");
      const filter = { text: q, item, body, state, from: dayOf("from", query.from), to: dayOf("to", query.to) };
      const after = cursor === undefined ? null : cursorOf(cursor);
      // A search by name may be one for a person's trade: the trail tells that one was made, not for whom.
      const detail = { item, body, state, from: filter.from, to: filter.to, searched: q !== null };
      const look = { actor, action: "entry/list-filed-records", target: "records", detail, requestId: request.id };
      const found = await auditedRead(runtime, { ...look, ...statedPurpose(actor, request, query.purpose) }, (tx) =>
        listFiledRecords(tx, filter, after, limit + 1),
      );
      return pageOf(found, limit, ({ decisionDate, recordId }) => `${decisionDate}.${recordId}`);
    },
  });
}

async function readFiledRecord(tx: Tx, runtime: EntryRuntime, recordId: RecordId, actor: Actor) {
  const filed = await findFiledRecord(tx, recordId);
  const item = filed && runtime.catalogue.getItem(filed.item, filed.edition);
  if (!filed || !item) throw recordProblem("unknown-record");
  const { publication: law, workdays, catalogue, grounds } = runtime;
  const versions = await historyOf(tx, recordId, null);
  const archive = await findArchive(tx, filed);
  const deadline = item.publicity.deadline;
  const stands = filed.state === "active" && filed.waiting === null && mayCall(actor, "records:propose");
  return {
    ...filed,
    uscc: archive?.uscc ?? null,
    form: entryForm(catalogue, item),
    cells: entryCells(item, versions.at(-1)?.payload ?? {}),
    versions: versions.map(archiveView),
    publication: await findPublication(tx, filed),
    term: deadline === null ? null : explainTerm(law.deadlines, workdays, deadline, filed.decisionDate),
    grounds: [...grounds.values()].map((ground) => ({ ...ground, clock: clockOf(ground, filed.item) !== null })),
    allowed: stands ? ["correct", "withdraw"] : [],
  };
}

/** Whoever works for one body looks at what that body reported; whoever sees every body says what for. */
function statedPurpose(actor: Actor, request: FastifyRequest, purpose: string | undefined): { purpose?: string } {
  const isStated = purpose !== undefined || request.headers["x-purpose"] !== undefined;
  return scopeOf(actor) === "all" || isStated ? { purpose: purposeOf(request, purpose) } : {};
}

function dayOf(name: string, text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const day = parseLocalDate(text);
  if (day) return day;
  throw httpProblem("invalid-request", { faults: [{ pointer: `query#/${name}`, code: "day", detail: "YYYY-MM-DD" }] });
}

function cursorOf(text: string): FiledCursor {
  const [day = "", id = ""] = text.split(".", 2);
  const decisionDate = parseLocalDate(day);
  const recordId = parseId<RecordId>(id);
  if (!decisionDate || !recordId) throw httpProblem("unreadable-cursor");
  return { decisionDate, recordId };
}
