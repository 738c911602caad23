import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { listProcesses, TestServer, type RunningProcess } from "../server.ts";

/**
 * The shipped start command on an empty data directory: it comes up, answers, files, goes down without a trace and comes
 * up again, also after kill -9. Each test goes on where the one before it ended.
 */
let server: TestServer;
let file: string;
beforeAll(async () => {
  server = await TestServer.create();
  file = join(server.data, "report.csv");
  await server.start();
});
afterAll(() => server.dispose());

const ITEM = "administrative-licence";
const DOCUMENTS = ["黄示许〔2026〕1号", "黄示许〔2026〕2号"];

interface Receipt {
  readonly state: string;
  readonly rows: number;
  readonly accepted: number;
  readonly changed: number;
  readonly duplicates: number;
  readonly review: number;
  readonly held: number;
  readonly rejected: number;
  readonly errors: readonly { readonly row: number; readonly code: string; readonly severity: string }[];
}

async function importFile(): Promise<Receipt> {
  const { code, stdout, stderr } = await server.run(["import", ITEM, file, "--json"]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Receipt;
}

function filed(receipt: Receipt): number {
  const { accepted, changed, duplicates, review, held, rejected } = receipt;
  return accepted + changed + duplicates + review + held + rejected;
}

async function publicDocuments(): Promise<readonly string[]> {
  const list = await server.ask<{ items: { documentNumber: string }[] }>("/publicity");
  return list.items.map((item) => item.documentNumber).toSorted();
}

/** Which of these still live: same number and same command. */
async function stillLiving(before: readonly RunningProcess[]): Promise<readonly RunningProcess[]> {
  const now = await listProcesses();
  return before.filter((old) => now.some((entry) => entry.pid === old.pid && entry.command === old.command));
}

test("answers on its page, its checks, its metrics and its API description once it says that it is ready", async () => {
  const get = (path: string): Promise<Response> => fetch(server.base + path);
  const page = await get("/");
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await page.text()).toContain("</html>");
  expect(await (await get("/healthz")).json()).toEqual({ service: "mingxin", status: "ok" });
  const ready = await get("/readyz");
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    service: "mingxin",
    checks: { database: true, publicViews: true, dataDirectory: true },
  });
  const metrics = await get("/metrics");
  expect([metrics.status, await metrics.text()]).toEqual([200, expect.stringContaining("process_cpu_seconds_total")]);
  const description = (await (await get("/api/v1/openapi.json")).json()) as { openapi: string; paths: object };
  expect(description.openapi).toMatch(/^3\./);
  expect(Object.keys(description.paths).length).toBeGreaterThan(5);
});

test("the command line beside it files a report: the counts add up, and the same file again is all duplicates", async () => {
  const rows = [
    { subjectName: "黄石示例建材有限公司（示例）", uscc: inventedUscc(1), documentNumber: DOCUMENTS[0] ?? "" },
    { subjectName: "大冶示例铜业有限公司（示例）", uscc: inventedUscc(2), documentNumber: DOCUMENTS[1] ?? "" },
    { subjectName: "阳新示例物流有限公司（示例）", uscc: "914202", documentNumber: "黄示许〔2026〕3号" },
  ];
  await writeFile(file, reportCsv(ITEM, rows));
  const first = await importFile();
  expect(first).toMatchObject({ state: "done", rows: 3, accepted: 2, rejected: 1 });
  expect(filed(first)).toBe(3);
  expect(first.errors.filter(({ severity }) => severity === "error")).toMatchObject([{ row: 4, code: "uscc-length" }]);
  const second = await importFile();
  expect(second).toMatchObject({ state: "done", rows: 3, accepted: 0, changed: 0, duplicates: 2, rejected: 1 });
  expect(filed(second)).toBe(3);
  expect(await publicDocuments()).toEqual(DOCUMENTS);
});

test("the command line finds the server by its data directory, whatever PORT says", async () => {
  const { code, stdout } = await server.run(["import", ITEM, file, "--json"], { PORT: "" });
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { state: "done", duplicates: 2, rejected: 1 }]);
});

test("a second start on the same data is refused and names the first, which goes on", async () => {
  const { code, stderr } = await server.run(["serve"]);
  expect(code).toBe(1);
  expect(stderr).toContain(`${server.pid}`);
  expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
});

test("Ctrl-C ends it with code 0 and leaves no process behind", async () => {
  const before = await server.processes();
  const commands = before.map((entry) => entry.command).join("\n");
  expect(commands).toMatch(/src\/main\.ts[\s\S]*src\/main\.ts/);
  expect(commands).toMatch(/postgres/);
  expect(await server.stop()).toBe(0);
  expect(await stillLiving(before)).toEqual([]);
  expect(await server.processes()).toEqual([]);
});

test("without a server the same command files by itself on the same data, and leaves no process behind either", async () => {
  expect(await importFile()).toMatchObject({ state: "done", duplicates: 2, rejected: 1 });
  expect(await server.processes()).toEqual([]);
});

test("the next start answers with the data", async () => {
  await server.start();
  expect(await publicDocuments()).toEqual(DOCUMENTS);
});

test("after kill -9 the next start takes over what was left running, and then ends as cleanly", async () => {
  const before = await server.processes();
  const database = await server.databasePid();
  await server.kill("server");
  await server.start();
  expect(await server.databasePid()).toBe(database);
  expect(await publicDocuments()).toEqual(DOCUMENTS);
  expect(await importFile()).toMatchObject({ state: "done", duplicates: 2 });
  const after = await server.processes();
  expect(await server.stop()).toBe(0);
  expect(await stillLiving(after)).toEqual([]);
  // What the killed one had started ends by itself.
  await expect.poll(() => stillLiving(before), { timeout: 30_000 }).toEqual([]);
});
