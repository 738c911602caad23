import { pino } from "pino";
import { expect, test } from "vitest";
import { createServer } from "./server.ts";

test("the access log holds the route instead of a path that may hold what somebody typed", async () => {
  const lines: string[] = [];
  const { app } = createServer(pino({ level: "info" }, { write: (line: string) => void lines.push(line) }));
  app.get("/things/:thing", async () => "");
  app.get("/about", async () => "");
  for (const url of ["/things/420200199001010017", "/nowhere/420200199001010017", "/about?id=420200199001010017"])
    await app.inject(url);
  const urls = lines.flatMap((line) => (JSON.parse(line) as { url?: string }).url ?? []);
  expect(urls).toEqual(["/things/:thing", "none", "/about"]);
  expect(lines.join("")).not.toContain("19900101");
  await app.close();
});
