import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { OPEN_TO_ALL } from "../platform/http/route.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

const style = readFileSync(new URL("./assets/portal.css", import.meta.url));
const mark = readFileSync(new URL("./assets/favicon.svg", import.meta.url));
const suggest = readFileSync(new URL("./assets/suggest.js", import.meta.url));
const hashOf = (content: Buffer): string => createHash("sha256").update(content).digest("hex").slice(0, 12);

/** Paths of style, script and fonts; the names of style and script change with their content, the fonts' with their version. */
export const assetPaths = {
  style: `/assets/portal.${hashOf(style)}.css`,
  suggest: `/assets/suggest.${hashOf(suggest)}.js`,
  sans: fontPath("noto-sans-sc"),
  serif: fontPath("noto-serif-sc"),
} as const;

function fontFolder(family: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${family}/package.json`));
}

function fontPath(family: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(fontFolder(family), "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0";
  return `/assets/fonts/${family}/${version}/index.css`;
}

/** Serves style, script, mark and the self-hosted fonts; all of it may be kept for ever. */
export function registerAssets(app: FastifyInstance): void {
  app.get(assetPaths.style, OPEN_TO_ALL, (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", FOR_EVER).send(style),
  );
  app.get(assetPaths.suggest, OPEN_TO_ALL, (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").header("cache-control", FOR_EVER).send(suggest),
  );
  app.get("/favicon.svg", OPEN_TO_ALL, (_request, reply) =>
    reply.type("image/svg+xml").header("cache-control", "public, max-age=86400").send(mark),
  );
  app.get("/robots.txt", OPEN_TO_ALL, (_request, reply) =>
    reply.type("text/plain; charset=utf-8").send("User-agent: *\nDisallow: /search\nDisallow: /statistics/decisions\n"),
  );
  for (const family of ["noto-sans-sc", "noto-serif-sc"]) {
    const folder = fontFolder(family);
    const base = fontPath(family).replace(/index\.css$/, "");
    app.get(`${base}index.css`, OPEN_TO_ALL, async (_request, reply) =>
      reply
        .type("text/css; charset=utf-8")
        .header("cache-control", FOR_EVER)
        .send(await readFile(join(folder, "index.css"))),
    );
    app.get<{ Params: { file: string } }>(`${base}files/:file`, OPEN_TO_ALL, async (request, reply) => {
      const { file } = request.params;
      // A name, never a path: nothing outside the folder of slices can be named.
      const slice = /^[\w-]{1,80}\.woff2$/.test(file)
        ? await readFile(join(folder, "files", file)).catch(() => null)
        : null;
      if (slice === null) return reply.callNotFound();
      return reply.type("font/woff2").header("cache-control", FOR_EVER).send(slice);
    });
  }
}
