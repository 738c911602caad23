import { html, type Html } from "./html.ts";
import type { PageContext } from "./page-context.ts";

/** The one search field. */
export function searchForm({ t }: PageContext, value: string): Html {
  return html`<form class="search" action="/search" method="get" role="search">
    <label for="q" class="visually-hidden">${t("search.label")}</label>
    <input
      id="q"
      name="q"
      type="search"
      value="${value}"
      placeholder="${t("search.placeholder")}"
      maxlength="200"
      autocomplete="off"
      required
    />
    <button type="submit">${t("search.submit")}</button>
  </form>`;
}
