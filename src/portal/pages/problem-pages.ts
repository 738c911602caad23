import type { Problem, ProblemKind } from "../../kernel/problem.ts";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import type { PageContext } from "../page-context.ts";

/** The page that a problem's `type` names: what it means and what to do. */
export function problemKindPage(context: PageContext, code: string, kind: ProblemKind): Html {
  const { t, pick } = context;
  const main = html`<article class="prose">
    <p class="kind code">${code} · HTTP ${kind.status}</p>
    <h1>${pick(kind.title)}</h1>
    <p class="lead">${pick(kind.remedy)}</p>
    <p><a href="/api/docs">${t("nav.api")}</a></p>
  </article>`;
  return layout(context, { title: pick(kind.title), trail: [["/api/docs", t("nav.api")]], main });
}

/** What a reader sees instead of a page: what happened, what can be done, whom to ask. */
export function errorPage(context: PageContext, problem: Problem, requestId: string): Html {
  const { t, pick, data } = context;
  const { status } = problem.kind;
  const { statedReason } = problem.extra;
  const gone = status === 410 ? goneWords(context, problem.extra) : null;
  const main = html`<article class="prose error">
    <p class="kind">${t("error.code", { status })}</p>
    <h1>${pick(problem.kind.title)}</h1>
    <p class="lead">${gone ?? pick(problem.detail ?? problem.kind.remedy)}</p>
    ${typeof statedReason === "string" ? html`<p>${t("gone.statedReason", { reason: statedReason })}</p>` : ""}
    <ul class="points">
      <li><a href="/">${t("error.home")}</a></li>
      <li>${t("error.ask")}${pick(data.site.contact)}</li>
    </ul>
    ${status >= 500 ? html`<p class="facts">${t("error.trace")}<span class="hash">${requestId}</span></p>` : ""}
  </article>`;
  return layout(context, { title: pick(problem.kind.title), trail: [], main });
}

function goneWords({ t }: PageContext, extra: Readonly<Record<string, unknown>>): string {
  const since = typeof extra["since"] === "string" ? extra["since"] : "";
  const reason = extra["reason"];
  if (reason === "withdrawn") return t("gone.withdrawn", { day: since });
  if (reason === "not-published") return t("gone.class", { day: since });
  return reason === "window-ended" ? t("gone.ended", { day: since }) : t("gone.other", { day: since });
}
