import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { recordList } from "../record-list.ts";
import { searchForm } from "../search-form.ts";
import { formatInstant } from "../../kernel/time.ts";

const NEWEST = 6;

/** One search field, three true figures, the doors. */
export async function homePage(context: PageContext): Promise<Html> {
  const { t, data, pick } = context;
  const [figures, newest] = await Promise.all([data.figures(), data.records({}, null, NEWEST)]);
  const { onTime, due, month } = figures.onTimeThisMonth;
  const main = html`<div class="home">
    <section class="ask" aria-labelledby="ask">
      <h1 id="ask">${t("home.title", { city: pick(data.site.city) })}</h1>
      <p class="lead">${t("home.lead")}</p>
      ${searchForm(context, "")}
      <p class="examples">${t("home.examples")}</p>
    </section>
    <dl class="figures">
      <div>
        <dt>${t("home.figure.records")}</dt>
        <dd>
          <strong>${grouped(figures.publicRecords)}</strong
          ><span>${t("home.figure.subjects", { count: grouped(figures.subjects) })}</span>
        </dd>
      </div>
      <div>
        <dt>${t("home.figure.onTime", { month })}</dt>
        <dd>
          ${
            due === 0
              ? html`<strong class="words">${t("home.figure.noneDue")}</strong
                  ><span><a href="/statistics">${t("home.figure.how")}</a></span>`
              : html`<strong>${onTime}<small> / ${due}</small></strong
                  ><span><a href="/statistics">${t("home.figure.share", { share: share(onTime, due) })}</a></span>`
          }
        </dd>
      </div>
      <div>
        <dt>${t("home.figure.updated")}</dt>
        <dd>
          ${
            figures.lastUpdate === null
              ? html`<strong class="words">${t("home.figure.never")}</strong>`
              : html`<strong class="words"
                    ><time datetime="${figures.lastUpdate}">${formatInstant(figures.lastUpdate)}</time></strong
                  ><span>${t("home.figure.zone")}</span>`
          }
        </dd>
      </div>
    </dl>
    <nav class="doors" aria-label="${t("home.doors")}">
      ${door("/publicity", t("nav.publicity"), t("home.door.publicity", { days: data.usualDays() }))}
      ${door("/statistics", t("nav.statistics"), t("home.door.statistics"))}
      ${door("/catalogue", t("nav.catalogue"), t("home.door.catalogue"))}
      ${door("/api/docs", t("nav.api"), t("home.door.api"))} ${door("/about", t("nav.about"), t("home.door.about"))}
    </nav>
    <section class="newest">
      <h2>${t("home.newest")}</h2>
      ${newest.items.length === 0 ? html`<p class="empty">${t("home.empty")}</p>` : recordList(context, newest.items)}
      ${newest.next === null ? "" : html`<p><a href="/publicity">${t("home.all")}</a></p>`}
    </section>
  </div>`;
  return layout(context, { title: t("nav.home"), main });
}

function door(path: string, title: string, words: string): Html {
  return html`<a href="${path}"><b>${title}</b><span>${words}</span></a>`;
}

/** 12345 as 12,345. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** A share in percent, cut, so that 100 % is only ever said of all. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.floor((part * 1000) / whole) / 10}%`;
}
