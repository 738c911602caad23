import { assetPaths } from "./assets.ts";
import { html, type Html, type Part } from "./html.ts";
import type { PageContext } from "./page-context.ts";

export interface PageParts {
  /** Without the site's name. */
  readonly title: string;
  readonly description?: string;
  /** The entry of the main navigation that this page belongs to. */
  readonly section?: "publicity" | "statistics" | "catalogue" | "about" | "api";
  /** The way to this page, without the page itself: path and words. */
  readonly trail?: readonly (readonly [string, string])[];
  readonly main: Html;
}

const SECTIONS = [
  ["publicity", "/publicity", "nav.publicity"],
  ["statistics", "/statistics", "nav.statistics"],
  ["catalogue", "/catalogue", "nav.catalogue"],
  ["api", "/api/docs", "nav.api"],
  ["about", "/about", "nav.about"],
] as const;

/** A whole page: head, site header, the page's own part, footer. */
export function layout(context: PageContext, parts: PageParts): Html {
  const { language, data, t, pick } = context;
  const { site } = data;
  const isHome = context.url.split("?")[0] === "/";
  const title = isHome ? pick(site.name) : `${parts.title} · ${pick(site.name)}`;
  return html`<!doctype html>
    <html lang="${language === "zh" ? "zh-CN" : "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${parts.description ?? t("site.description")}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${assetPaths.style}" />
      </head>
      <body>
        <a class="skip" href="#main">${t("nav.skip")}</a>
        ${site.sample ? html`<p class="sample-band">${t("site.sample")}</p>` : ""}
        <header class="site">
          <div class="wide site-row">
            <a class="site-name" href="/">
              <svg class="mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
                <path d="M4 3h16v18H4z" class="mark-sheet" />
                <path d="M8 8h8M8 12h8M8 16h4" class="mark-line" />
              </svg>
              <span>${pick(site.name)}</span>
            </a>
            <nav class="main" aria-label="${t("nav.main")}">
              <ul>
                ${SECTIONS.map(
                  ([section, path, words]) =>
                    html`<li>
                      <a href="${path}" ${section === parts.section ? html`aria-current="true"` : ""}>${t(words)}</a>
                    </li>`,
                )}
              </ul>
            </nav>
            <a
              class="language"
              href="${languageLink(context)}"
              lang="${language === "zh" ? "en" : "zh-CN"}"
              hreflang="${language === "zh" ? "en" : "zh-CN"}"
              >${language === "zh" ? "English" : "中文"}</a
            >
          </div>
        </header>
        <p class="print-head">
          ${pick(site.name)} · ${t("print.retrieved", { day: data.clock.today() })} · ${context.url}
        </p>
        ${parts.trail ? trail(context, parts.trail) : ""}
        <main id="main" class="wide" tabindex="-1">${parts.main}</main>
        ${footer(context)}
        <link rel="stylesheet" href="${assetPaths.sans}" /><link rel="stylesheet" href="${assetPaths.serif}" />
      </body>
    </html> `;
}

function languageLink({ language, url }: PageContext): string {
  const [path = "/", query = ""] = url.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("lang", language === "zh" ? "en" : "zh");
  return `${path}?${parameters.toString()}`;
}

function trail({ t }: PageContext, steps: readonly (readonly [string, string])[]): Html {
  return html`<nav class="trail wide" aria-label="${t("nav.trail")}">
    <ol>
      <li><a href="/">${t("nav.home")}</a></li>
      ${steps.map(([path, words]) => html`<li><a href="${path}">${words}</a></li>`)}
    </ol>
  </nav>`;
}

function footer({ data, t, pick }: PageContext): Html {
  const { site } = data;
  return html`<footer class="site">
    <div class="wide">
      <p>
        ${t("footer.organiser")}${pick(site.organiser)}${site.siteCode === null ? "" : ` · ${t("footer.code")}${site.siteCode}`}
      </p>
      <p>${t("footer.contact")}${pick(site.contact)}</p>
      <p class="product"><span class="product-name">明信 Mingxin</span> · ${t("footer.licence")}</p>
    </div>
  </footer>`;
}

/** A heading with what stands under it, or nothing when there is nothing. */
export function section(title: string, content: Part, className = ""): Html {
  return html`<section class="${className}">
    <h2>${title}</h2>
    ${content}
  </section>`;
}
