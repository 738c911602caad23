import Fastify from "fastify";
import { expect, test } from "vitest";
import { PUBLIC_ACTOR } from "../../kernel/actor.ts";
import { guardRoutes, OPEN_TO_ALL } from "./route.ts";

test("who asks is found out where a route asks for it, not for files, pages or what is not there", async () => {
  const app = Fastify();
  app.decorateRequest("actor");
  const asked: string[] = [];
  guardRoutes(app, async ({ url }) => {
    asked.push(url);
    return PUBLIC_ACTOR;
  });
  app.get("/file.js", OPEN_TO_ALL, async (request) => request.actor.kind);
  app.get("/own", { config: { permission: "public" } }, async (request) => request.actor.kind);
  app.get("/restricted", { config: { permission: "signed-in" } }, async () => "never");
  const answers = [];
  for (const url of ["/file.js", "/nothing", "/own", "/restricted"]) answers.push(await app.inject({ url }));
  expect(answers.map(({ statusCode, body }) => [statusCode, body.slice(0, 6)])).toMatchObject([
    [200, "public"],
    [404, expect.any(String)],
    [200, "public"],
    [500, expect.any(String)],
  ]);
  expect(asked).toEqual(["/own", "/restricted"]);
  await app.close();
});
