import { assetPaths } from "./assets.ts";
import { html, type Html } from "./html.ts";
import type { PageContext } from "./page-context.ts";

/** The one search field. A small module of our own adds suggestions while typing; without script it is a plain form. */
export function searchForm({ t }: PageContext, value: string): Html {
  return html`<form
      class="search"
      action="/search"
      method="get"
      role="search"
      data-suggest
      data-label="${t("suggest.label")}"
      data-some="${t("suggest.some")}"
      data-none="${t("suggest.none")}"
      data-former="${t("suggest.former")}"
    >
      <label for="q" class="visually-hidden">${t("search.label")}</label>
      <span class="field">
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
      </span>
      <button type="submit">${t("search.submit")}</button>
    </form>
    <script type="module" src="${assetPaths.suggest}"></script>`;
}
