import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead, recordAudit } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type NoticeId } from "../../kernel/ids.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import type { ReceivedNotice } from "./notice.ts";
import { noticeWords } from "./notice-text.rules.ts";
import { MarkedSchema, NoticesSchema, TodaySchema, UnreadSchema } from "./notices.contract.ts";
import { noticeProblem } from "./notices.problems.ts";
import { codeNames, type NoticesRuntime } from "./notices-runtime.ts";
import { countUnread, inboxPlace, isReceived, listInbox, markRead, parseInboxPlace } from "./notices.store.ts";
import { readToday } from "./read-today.ts";

const NONE = Type.Object({}, { additionalProperties: false });

/** What somebody has to do today, and the inbox. Each sees their own only; row-level security holds it. */
export function registerNoticeRoutes(app: FastifyInstance, runtime: NoticesRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/today",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "今日待办：按紧急程度", en: "What you have to do, the most urgent first" },
    params: NONE,
    query: NONE,
    response: { 200: TodaySchema },
    handle: ({ actor, request }) => readToday(runtime, actor, request.id),
  });
  registerInbox(app, runtime);
  registerMarks(app, runtime);
}

function registerInbox(app: FastifyInstance, runtime: NoticesRuntime): void {
  const { db, clock } = runtime;
  registerRoute(app, {
    method: "GET",
    path: "/notices",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "收件箱：未读在前，最近的在前", en: "The inbox: unread first, then newest first" },
    params: NONE,
    query: Type.Object(
      {
        unread: Type.Boolean({ default: false, description: "只列未读的 / only unread ones" }),
        limit: pageLimit(50, 200),
        cursor: pageCursor(60),
      },
      { additionalProperties: false },
    ),
    response: { 200: NoticesSchema },
    handle: async ({ query, actor, request }) => {
      const after = query.cursor === undefined ? null : parseInboxPlace(query.cursor);
      if (query.cursor !== undefined && after === null) throw httpProblem("unreadable-cursor");
      const look = { actor, action: "notices/list-inbox", target: actor.id, detail: {}, requestId: request.id };
      const asked = { today: clock.today(), unreadOnly: query.unread, after };
      const found = await auditedRead(runtime, look, (tx) => listInbox(tx, asked, query.limit + 1));
      const { items, next } = pageOf(found, query.limit, inboxPlace);
      return { items: items.map((notice) => toResource(runtime, notice)), next };
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/notices/unread",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "未读通知数", en: "How many notices are unread" },
    params: NONE,
    query: NONE,
    response: { 200: UnreadSchema },
    // Not in the trail: a number about one's own inbox, which the desk asks for every minute.
    handle: async ({ actor }) => ({ unread: await inScopeOf(db, actor, (tx) => countUnread(tx, clock.today())) }),
  });
}

function registerMarks(app: FastifyInstance, runtime: NoticesRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/notices/:noticeId/read",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "标为已读", en: "Mark a notice as read" },
    params: Type.Object({ noticeId: Type.String({ description: "通知编号 / UUID of the notice" }) }),
    query: NONE,
    response: { 200: MarkedSchema },
    handle: ({ params, actor, request }) => mark(runtime, actor, { only: noticeIdOf(params.noticeId) }, request.id),
  });
  const upTo = Type.String({
    maxLength: 60,
    description: "只到这一通知为止，其后到达的仍为未读 / up to and with this notice; what came later stays unread",
  });
  registerRoute(app, {
    method: "POST",
    path: "/notices/read",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "全部标为已读", en: "Mark all notices as read" },
    params: NONE,
    query: Type.Object({ upTo: Type.Optional(upTo) }, { additionalProperties: false }),
    response: { 200: MarkedSchema },
    handle: ({ query, actor, request }) => {
      const last = query.upTo === undefined ? null : noticeIdOf(query.upTo);
      return mark(runtime, actor, { upTo: last }, request.id);
    },
  });
}

async function mark(
  { db, clock }: NoticesRuntime,
  actor: Actor,
  which: Parameters<typeof markRead>[2],
  requestId: string,
): Promise<{ readonly marked: number }> {
  const at = clock.now();
  return inScopeOf(db, actor, async (tx) => {
    if ("only" in which && !(await isReceived(tx, which.only))) throw noticeProblem("unknown-notice");
    const marked = await markRead(tx, actor.id, which, at);
    const target = "only" in which ? which.only : actor.id;
    await recordAudit(tx, { at, actor, action: "notices/mark-read", target, detail: { marked }, requestId });
    return { marked };
  });
}

function noticeIdOf(text: string): NoticeId {
  const noticeId = parseId<NoticeId>(text);
  if (!noticeId) throw noticeProblem("unknown-notice");
  return noticeId;
}

function toResource(runtime: NoticesRuntime, notice: ReceivedNotice) {
  const { params: _params, ...shown } = notice;
  return { ...shown, ...noticeWords(runtime.noticeLaw, codeNames(runtime), notice) };
}
