import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import type { PageContext } from "../page-context.ts";

/** The dictionary's list: what is recorded about whom, with the item in force today. */
export function cataloguePage(context: PageContext): Html {
  const { t, data, pick } = context;
  const codes = [...new Set(data.catalogue.items.map((item) => item.item))];
  const items = codes.flatMap((code) => data.catalogue.editionInForce(code, data.clock.today()) ?? []);
  const main = html`<h1>${t("catalogue.title")}</h1>
    <p class="lead">${t("catalogue.lead")}</p>
    <ul class="items">
      ${items.map(
        (item) =>
          html`<li>
            <h2><a href="/catalogue/${item.item}">${pick(item.title)}</a></h2>
            <p>${pick(item.description)}</p>
            <p class="facts">
              <span>${t("catalogue.fields", { count: item.fields.length })}</span
              ><span>${t("catalogue.edition", { edition: item.edition, day: item.effectiveFrom })}</span
              ><span class="code">${item.item}</span>
            </p>
          </li>`,
      )}
    </ul>`;
  return layout(context, { title: t("catalogue.title"), section: "catalogue", trail: [], main });
}
