import { hash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * Gives every answer to a GET in the scope of `app` a strong tag, the hash of its body, and answers 304 where the caller
 * has that body already (RFC 9110 §13.1.2). Streams go without.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload: unknown) => {
    if (request.method !== "GET" && request.method !== "HEAD") return payload;
    reply.header("vary", "Authorization, Cookie, X-Acting-For");
    const isPrivate = request.actor.kind !== "public";
    // What is streamed has no tag, and what is somebody's own is kept by nobody on the way.
    if (isPrivate && !reply.hasHeader("cache-control")) reply.header("cache-control", "private, no-cache");
    if (reply.statusCode !== 200 || !(typeof payload === "string" || Buffer.isBuffer(payload))) return payload;
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-cache");
    return withTag(request, reply, payload);
  });
}

function withTag(request: FastifyRequest, reply: FastifyReply, payload: string | Buffer): string | Buffer | null {
  const tag = `"${hash("sha256", payload, "base64url")}"`;
  reply.header("etag", tag);
  if (!names(request.headers["if-none-match"], tag)) return payload;
  reply.code(304).removeHeader("content-type").removeHeader("content-length");
  return null;
}

/** If-None-Match compares weakly: W/"x" names "x", too. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const given = header.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return given.includes("*") || given.includes(tag);
}
