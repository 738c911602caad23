import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { runCommand, TestServer, type Answer } from "../server.ts";

/** What `mingxin import` tells people, and with which exit code. */
const ITEM = "administrative-licence";
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.create();
  await server.start();
});
afterAll(async () => {
  await server.stop();
  await server.dispose();
});

async function importText(name: string, content: string, ...options: string[]): Promise<Answer> {
  const file = join(server.data, name);
  await writeFile(file, content);
  return server.run(["import", ITEM, file, ...options]);
}

const good = {
  subjectName: "示例回执有限公司（示例）",
  uscc: inventedUscc(930),
  documentNumber: "黄示许〔2026〕930号",
};
const bad = { ...good, uscc: "914202", documentNumber: "黄示许〔2026〕931号" };

test("the text receipt names row, column, value, rule and remedy of each cause, in both languages", async () => {
  const { code, stdout } = await importText("mixed.csv", reportCsv(ITEM, [good, bad]));
  expect(code).toBe(0);
  const cause = stdout.slice(stdout.indexOf("[error]"));
  expect(cause).toMatch(
    /uscc-length（行政相对人代码_1（统一社会信用代码）） 行 rows 3\n {2}行: 值 row: value {2}3: "914202"\n/,
  );
  expect(cause).toMatch(/→ .*\p{sc=Han}.*\n.*→ [A-Z]/u);
});

test("a file of which everything is refused exits with 1; one that is all duplicates with 0, and names the first batch", async () => {
  expect((await importText("bad.csv", reportCsv(ITEM, [bad]))).code).toBe(1);
  const first = await importText("good.csv", reportCsv(ITEM, [good]));
  const again = await importText("again.csv", reportCsv(ITEM, [good]));
  const batch = /batch ([0-9a-f-]{36})/.exec(first.stdout)?.[1];
  expect([first.code, again.code]).toEqual([0, 0]);
  expect(first.stdout).not.toContain("very same file");
  expect(again.stdout).toMatch(new RegExp(`The very same file came in before: batch ${batch ?? "?"}, filed \\d{4}-`));
});

test("a header without rows is told", async () => {
  const { code, stdout } = await importText("header.csv", reportCsv(ITEM, []));
  expect([code, stdout]).toEqual([0, expect.stringContaining("没有数据行")]);
});

test("a malformed line of NDJSON is one finding, that it is no JSON", async () => {
  const { stdout } = await importText(
    "lines.ndjson",
    `{"行政许可决定文书号":"甲","行政相对人名称":"乙"}\n{oops\n`,
    "--json",
  );
  const { errors } = JSON.parse(stdout) as { errors: readonly { row: number; code: string }[] };
  expect(errors.filter(({ row }) => row === 2)).toMatchObject([{ code: "json-line-unreadable", value: "{oops" }]);
});

test("a server that dies meanwhile is told in words, with the batch that goes on", async () => {
  const data = await mkdtemp(join(tmpdir(), "mingxin-lost-"));
  const dying = await dyingServer();
  await mkdir(data, { recursive: true });
  await writeFile(join(data, "admin.key"), "key");
  const { port } = dying.address() as AddressInfo;
  await writeFile(join(data, "server.json"), JSON.stringify({ pid: process.pid, port }));
  await writeFile(join(data, "file.csv"), reportCsv(ITEM, [good]));
  const answer = await runCommand(["import", ITEM, join(data, "file.csv")], { MINGXIN_DATA: data });
  dying.close();
  await rm(data, { recursive: true });
  expect(answer).toMatchObject({ code: 1, stdout: "" });
  expect(answer.stderr).toContain("batch 00000000-0000-7000-8000-000000000001");
  expect(answer.stderr).toContain("/api/v1/batches/00000000-0000-7000-8000-000000000001");
  expect(answer.stderr).not.toMatch(/\n {4}at /);
});

/** Says that it received a file, then breaks every connection. */
async function dyingServer(): Promise<Server> {
  const dying = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/healthz") response.end('{"service":"mingxin","status":"ok"}');
    else if (request.method === "POST") {
      request.resume().once("end", () => {
        response.statusCode = 202;
        response.end('{"batchId":"00000000-0000-7000-8000-000000000001","state":"received"}');
      });
    } else request.socket.destroy();
  });
  dying.listen(0, "localhost");
  await once(dying, "listening");
  return dying;
}
