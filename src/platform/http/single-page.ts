import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { isErrno } from "../errno.ts";
import { httpProblem } from "./http.problems.ts";
import { OPEN_TO_ALL } from "./route.ts";

/** A built single-page application and where it is served. */
export interface SinglePage {
  /** Path of the application, without a slash at its end. */
  readonly prefix: string;
  /** What the build wrote: `index.html`, and under `assets/` files whose names change with their content. */
  readonly folder: string;
  /** Markup for the end of the page's head; safe as it is. */
  readonly head: string;
}

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};
/** Written beside each asset by the build, the smaller first. */
const ENCODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/**
 * Serves the application: its assets to be kept for ever, its page for every path below the prefix, never to be kept.
 * Styles that the application makes while it runs carry the nonce of the page; scripts come from our own files only.
 */
export function registerSinglePage(app: FastifyInstance, { prefix, folder, head }: SinglePage): void {
  app.get<{ Params: { file: string } }>(`${prefix}/assets/:file`, OPEN_TO_ALL, async (request, reply) => {
    const { file } = request.params;
    // A name, never a path: nothing outside the folder can be named.
    const type = /^[\w-]+(?:\.[\w-]+)*\.(js|css|svg)$/.exec(file)?.[1];
    if (type === undefined) return reply.callNotFound();
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = ENCODINGS.find(([name]) => accepted.includes(name));
    const content = await readIfThere(join(folder, "assets", file + (encoding?.[1] ?? "")));
    if (content === null) return reply.callNotFound();
    if (encoding) reply.header("content-encoding", encoding[0]);
    return reply
      .type(TYPES[type] ?? "application/octet-stream")
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "accept-encoding")
      .send(content);
  });
  const showPage = async (): Promise<{ page: string; policy: string }> => {
    const built = await readIfThere(join(folder, "index.html"));
    if (built === null) throw httpProblem("not-built");
    const nonce = randomBytes(16).toString("base64");
    const page = built.toString("utf8").replaceAll("__NONCE__", nonce).replace("</head>", `${head}</head>`);
    return { page, policy: policyWith(nonce) };
  };
  for (const path of [prefix, `${prefix}/*`])
    app.get(path, OPEN_TO_ALL, async (_request, reply) => {
      const { page, policy } = await showPage();
      return reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-store")
        .header("content-security-policy", policy)
        .send(page);
    });
}

function policyWith(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data:; ` +
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
  );
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  }
}
