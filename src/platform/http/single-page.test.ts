import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { createServer } from "./server.ts";
import { registerSinglePage } from "./single-page.ts";

test("an application that has not been built says how to build it, and no name leads out of its folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mingxin-page-"));
  const { app } = createServer(pino({ level: "silent" }));
  registerSinglePage(app, { prefix: "/desk", folder, head: "" });
  const page = await app.inject({ url: "/desk/report/1", headers: { "accept-language": "en" } });
  expect(page.statusCode).toBe(503);
  expect(page.json()).toMatchObject({ type: "/problems/http/not-built" });
  expect(page.body).toContain("npm run prepare");
  const names = ["..%2Findex.html", ".hidden.js", "a%2Fb.js", "gone.js"];
  const answers = await Promise.all(names.map((name) => app.inject({ url: `/desk/assets/${name}` })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(names.map(() => 404));
  await app.close();
  await rm(folder, { recursive: true });
});
