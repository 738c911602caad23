import type { PublicOmissions } from "#omissions";
import { html, type Html } from "./html.ts";
import { bodyName, type PageContext } from "./page-context.ts";
import { grouped } from "./pages/home-page.ts";

type Counts = Pick<PublicOmissions, "answered" | "open" | "unexplained">;

const STATES = ["answered", "open", "unexplained"] as const;

/** Missing document numbers by body, in counts; nothing where there is none. */
export function omissionCounts(context: PageContext, figures: readonly PublicOmissions[]): Html {
  const { t } = context;
  if (figures.length === 0) return html``;
  const bodies = [...Map.groupBy(figures, ({ sourceBody }) => sourceBody)]
    .map(([body, own]) => ({ name: bodyName(context, body), counts: total(own) }))
    .toSorted((a, b) => b.counts.unexplained - a.counts.unexplained || (a.name < b.name ? -1 : 1));
  return html`<section>
    <h2>${t("omissions.title")}</h2>
    <p>${t("omissions.lead")}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${t("omissions.title")}">
      <table class="heat-map">
        <thead>
          <tr>
            <th scope="col">${t("filter.body")}</th>
            ${STATES.map((state) => html`<th scope="col">${t(`omissions.${state}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${bodies.map(
            ({ name, counts }) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${STATES.map((state) => html`<td>${grouped(counts[state])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function total(figures: readonly PublicOmissions[]): Counts {
  const sum = (state: keyof Counts): number => figures.reduce((all, one) => all + one[state], 0);
  return { answered: sum("answered"), open: sum("open"), unexplained: sum("unexplained") };
}
