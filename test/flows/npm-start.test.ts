import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listProcesses, TestServer } from "../server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.create();
});
afterAll(() => server.dispose());

test("a busy port is told at once, in words, without further tries", async () => {
  const holder = createServer().listen(0, "localhost");
  await once(holder, "listening");
  const port = String((holder.address() as AddressInfo).port);
  const { code, stderr } = await server.run(["serve"], { PORT: port, LOG_LEVEL: "warn" });
  holder.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`端口 ${port} 已被其他程序占用`);
  expect(stderr.match(/"message":"process ended"/g)).toHaveLength(1);
});

test("SIGTERM to npm ends all that npm start has started, the database included", async () => {
  await server.start("npm");
  const before = await server.processes();
  expect(before.map(({ command }) => command).join("\n")).toMatch(/postgres/);
  await server.terminate();
  const now = new Set((await listProcesses()).map(({ pid, command }) => `${pid} ${command}`));
  expect(before.filter(({ pid, command }) => now.has(`${pid} ${command}`))).toEqual([]);
});

test("told to end while its database is being started again, it leaves neither behind", async () => {
  await server.start();
  const before = await server.databasePid();
  await server.kill("database");
  // It listens again, and is not yet the supervisor's own: roles and migrations are looked at first.
  await expect.poll(() => server.databasePid().catch(() => before), { interval: 5, timeout: 20_000 }).not.toBe(before);
  expect(await server.stop()).toBe(0);
  expect(await server.processes()).toEqual([]);
});
