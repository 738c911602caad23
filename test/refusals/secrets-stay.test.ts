import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminKeyPath } from "../../src/app/authenticate.ts";
import { findServer } from "../../src/app/client.ts";
import { startOrder } from "../../src/app/role-process.ts";
import { readConfig, type Config } from "../../src/platform/config.ts";
import { databaseUrls } from "../../src/platform/db/database-urls.ts";

/** Somebody else on the machine who listens on our port and says to be us. */
let impostor: Server;
let asked = 0;
let config: Config;
beforeAll(async () => {
  impostor = createServer((_request, response) => {
    asked += 1;
    response.setHeader("content-type", "application/json").end('{"service":"mingxin","status":"ok"}');
  });
  await new Promise<void>((listening) => impostor.listen(0, "localhost", listening));
  const dataDirectory = await mkdtemp(join(tmpdir(), "mingxin-secrets-"));
  await writeFile(adminKeyPath(dataDirectory), "secret-of-the-administrator");
  config = readConfig({ MINGXIN_DATA: dataDirectory, PORT: String((impostor.address() as AddressInfo).port) });
});
afterAll(async () => {
  impostor.close();
  await rm(config.dataDirectory, { recursive: true, force: true });
});

const note = (content: object): Promise<void> =>
  writeFile(join(config.dataDirectory, "server.json"), JSON.stringify(content));

test("a command asks nothing of a server that its data directory does not name", async () => {
  expect(await findServer(config)).toBeNull();
  await note({ pid: 2 ** 22 + 1, port: config.port });
  expect(await findServer(config)).toBeNull();
  await writeFile(join(config.dataDirectory, "server.json"), '{"pid":');
  expect(await findServer(config)).toBeNull();
  expect(asked).toBe(0);
});

test("the server that the data directory names is found, whatever PORT says", async () => {
  await note({ pid: process.pid, port: config.port });
  expect(await findServer(config)).toBe(`http://localhost:${config.port}`);
  expect(await findServer({ ...config, port: config.port + 1 })).toBe(`http://localhost:${config.port}`);
});

test("web and worker are told neither the administrator's nor the eraser's way into the database", () => {
  const admin = "postgres://boss:hunter2@localhost:5432/city";
  const order = startOrder("web", readConfig({ DATABASE_URL: admin }), databaseUrls(admin));
  expect(Object.keys(order.urls)).toEqual(["app", "publicRead", "accounts"]);
  expect(JSON.stringify(order)).not.toMatch(/hunter2|eraser/);
});

test("the secret of the sign-on is told to the web process only", () => {
  const config = readConfig({
    MINGXIN_SIGN_ON_ISSUER: "https://id.example.gov.cn",
    MINGXIN_SIGN_ON_CLIENT_ID: "mingxin",
    MINGXIN_SIGN_ON_CLIENT_SECRET: "hunter3",
  });
  const urls = databaseUrls("postgres://boss:x@localhost:5432/city");
  expect(JSON.stringify(startOrder("web", config, urls))).toContain("hunter3");
  expect(JSON.stringify(startOrder("worker", config, urls))).not.toContain("hunter3");
});

test.each([
  { MINGXIN_SIGN_ON_ISSUER: "http://id.example.gov.cn" },
  { MINGXIN_SIGN_ON_ISSUER: "https://id.example.gov.cn", MINGXIN_SIGN_ON_CLIENT_ID: "mingxin" },
  { MINGXIN_SIGN_ON_CLIENT_SECRET: "hunter3" },
])("a sign-on that is set half, or over an open line, does not start: %j", (settings) => {
  expect(() => readConfig(settings)).toThrow(/MINGXIN_SIGN_ON_/);
});
