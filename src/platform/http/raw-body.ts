import type { FastifyInstance } from "fastify";

/**
 * Leaves bodies of all kinds unread, for handlers that take the raw stream. In the scope of `app` only; multipart keeps
 * its own parser.
 */
export function passThroughBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
}
