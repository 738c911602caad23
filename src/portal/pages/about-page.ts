import { html, type Html } from "../html.ts";
import { layout, section } from "../layout.ts";
import type { PageContext } from "../page-context.ts";

const REFUSALS = ["score", "private", "public", "looks", "youth", "automatic", "ends"] as const;

/** What this site is, where its data come from, what it refuses, how terms are counted. */
export function aboutPage(context: PageContext): Html {
  const { t, data, pick } = context;
  const years = data.calendarYears;
  const main = html`<article class="prose">
    <h1>${t("about.title", { site: pick(data.site.name) })}</h1>
    <p class="lead">${t("about.lead", { organiser: pick(data.site.organiser) })}</p>
    ${section(
      t("about.sources"),
      html`<p>${t("about.sourcesWords")}</p>
        <p><a href="/catalogue">${t("about.toCatalogue")}</a></p>`,
    )}
    ${section(
      t("about.refuses"),
      html`<ol class="refusals">
        ${REFUSALS.map((refusal) => html`<li>${t(`about.refuse.${refusal}`)}</li>`)}
      </ol>`,
    )}
    ${section(
      t("about.terms"),
      html`<p>${t("about.termsWords", { days: data.usualDays() })}</p>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">${t("about.year")}</th>
              <th scope="col">${t("about.notice")}</th>
              <th scope="col">${t("about.workdays")}</th>
            </tr>
          </thead>
          <tbody>
            ${years.map(
              (year) =>
                html`<tr>
                  <td data-label="${t("about.year")}">${year.year}</td>
                  <td data-label="${t("about.notice")}">
                    ${year.notices.map((notice) => html`<span class="line">${notice.title}${notice.number === null ? "" : html` <span class="number">${notice.number}</span>`}${notice.verified ? "" : html` <span class="unverified">${t("cite.unverified")}</span>`}</span>`)}
                  </td>
                  <td data-label="${t("about.workdays")}" class="figure">${year.total}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    )}
    ${section(t("about.access"), html`<p>${t("about.accessWords")}</p>`)}
    ${section(t("about.contact"), html`<p>${pick(data.site.contact)}</p>`)}
  </article>`;
  return layout(context, { title: t("nav.about"), section: "about", trail: [], main });
}
