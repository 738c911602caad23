/**
 * The public pages: search, archives, records, lists, timeliness, dictionary, API reference.
 * Owns no data. Promises: every page works without script, in Chinese and English, on a phone and on paper; one small
 * module of our own adds suggestions to the search field. Whatever a record holds is shown as text, never run; what is not
 * public today is not here. Refuses: personal data, trackers.
 */
import { hash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addressOf, goneExtra, isGone, publishProblem } from "#publish";
import { recordProblem } from "#records";
import { parseId, type RecordId } from "../kernel/ids.ts";
import type { Problem } from "../kernel/problem.ts";
import { httpProblem } from "../platform/http/http.problems.ts";
import { OPEN_TO_ALL } from "../platform/http/route.ts";
import { registerAssets } from "./assets.ts";
import type { Html } from "./html.ts";
import { languageAsked, pageContext, queryOf, type PageContext } from "./page-context.ts";
import { aboutPage } from "./pages/about-page.ts";
import { apiPage } from "./pages/api-page.ts";
import { cataloguePage } from "./pages/catalogue-page.ts";
import { decisionsPage } from "./pages/decisions-page.ts";
import { dictionaryPage } from "./pages/dictionary-page.ts";
import { homePage } from "./pages/home-page.ts";
import { errorPage, problemKindPage } from "./pages/problem-pages.ts";
import { publicityPage } from "./pages/publicity-page.ts";
import { recordPage } from "./pages/record-page.ts";
import { searchPage } from "./pages/search-page.ts";
import { statisticsPage } from "./pages/statistics-page.ts";
import { subjectPage } from "./pages/subject-page.ts";
import type { PortalData } from "./portal-data.ts";

export { deskHead } from "./desk-head.ts";
export type { PortalData } from "./portal-data.ts";

type Query = Readonly<Record<string, string>>;
type Answer = Html | { readonly redirect: string; readonly status?: 301 | 308 };
type Show = (context: PageContext, query: Query, params: Query) => Answer | Promise<Answer>;

const YEAR_SECONDS = 365 * 24 * 3600;

/** Registers all public pages. */
export function registerPortal(app: FastifyInstance, data: PortalData): void {
  registerAssets(app);
  const page = (path: string, show: Show): void => {
    app.get<{ Params: Query }>(path, OPEN_TO_ALL, async (request, reply) => {
      const query = queryOf(request);
      rememberLanguage(request, reply);
      const answer = await show(pageContext(request, data), query, request.params);
      if ("redirect" in answer) return reply.redirect(answer.redirect, answer.status ?? 302);
      return sendPage(request, reply, answer);
    });
  };
  page("/", (context) => homePage(context));
  page("/search", async (context, query) => {
    const found = await searchPage(context, query);
    return "page" in found ? found.page : found;
  });
  page("/subjects/:subject", async (context, query, params) => {
    const asked = params["subject"] ?? "";
    const subject = await data.subject(asked);
    if (!subject) throw publishProblem("unknown-subject");
    const address = addressOf(subject);
    if (address !== asked) return { redirect: `/subjects/${address}`, status: 308 };
    return subjectPage(context, subject, query);
  });
  page("/records/:record", async (context, _query, params) => {
    const recordId = parseId<RecordId>(params["record"] ?? "");
    const record = recordId ? await data.record(recordId) : null;
    if (!record) throw recordProblem("unknown-record");
    if (isGone(record)) throw recordProblem("gone", { extra: goneExtra(record) });
    return recordPage(context, record);
  });
  page("/publicity", publicityPage);
  page("/statistics", statisticsPage);
  page("/statistics/decisions", decisionsPage);
  page("/catalogue", (context) => cataloguePage(context));
  page("/catalogue/:item", (context, _query, params) => {
    const item = data.catalogue.editionInForce(params["item"] ?? "", data.clock.today());
    if (!item) throw httpProblem("not-found");
    return dictionaryPage(context, item);
  });
  page("/about", (context) => aboutPage(context));
  page("/api/docs", (context) => apiPage(context));
  page("/problems/:module/:code", (context, _query, params) => {
    const code = `${params["module"] ?? ""}/${params["code"] ?? ""}`;
    const kind = data.problem(code);
    if (!kind) throw httpProblem("not-found");
    return problemKindPage(context, code, kind);
  });
}

/** The page that a reader gets instead of a problem document. */
export function renderProblem(data: PortalData, problem: Problem, request: FastifyRequest): string {
  return errorPage(pageContext(request, data), problem, request.id).text;
}

/** A language asked for in the address holds for this answer at once, and by a cookie for those that follow. */
function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const language = languageAsked(request);
  if (language !== null)
    reply.header("set-cookie", `lang=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`);
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: Html): FastifyReply {
  const tag = `"${hash("sha256", page.text, "base64url").slice(0, 22)}"`;
  reply.header("vary", "Cookie, Accept-Language").header("cache-control", "no-cache").header("etag", tag);
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  return reply.type("text/html; charset=utf-8").send(page.text);
}
