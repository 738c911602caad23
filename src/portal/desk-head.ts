import { assetPaths } from "./assets.ts";
import { html } from "./html.ts";
import type { Site } from "./portal-data.ts";

/** What the desk's page takes over from the site: its name and mark, and fonts that do not delay the first paint. */
export function deskHead(site: Pick<Site, "name">): string {
  return html`<meta name="site-name" content="${site.name.zh}" data-en="${site.name.en}" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="prefetch" as="style" href="${assetPaths.sans}" data-font />
    <link rel="prefetch" as="style" href="${assetPaths.serif}" data-font />`.text;
}
