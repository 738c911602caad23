import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedIdentityNumber, inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/** What is asked for wrongly is told, in words, instead of being answered with nothing. */
const CODE = inventedUscc(950);
let city: TestCity;
beforeAll(async () => {
  city = await startCity();
  const rows = [950, 951, 952].map((number) => ({
    subjectName: "示例筛选有限公司（示例）",
    uscc: CODE,
    documentNumber: `黄示许〔2026〕${number}号`,
  }));
  rows.push({
    subjectName: "示例筛选二号有限公司（示例）",
    uscc: inventedUscc(953),
    documentNumber: "黄示许〔2026〕953号",
  });
  await city.report("administrative-licence", reportCsv("administrative-licence", rows));
});
afterAll(() => city.stop());

async function problemOf(path: string): Promise<readonly [number, string]> {
  const response = await city.get(path);
  return [response.status, ((await response.json()) as { type: string }).type.replace("/problems/", "")];
}

test.for([
  ["/publicity?item=foo", "publish/unknown-item"],
  ["/publicity?item=", "publish/unknown-item"],
  ["/publicity?body=foo", "publish/unknown-body"],
  ["/publicity?from=2026-03-02&to=2026-03-01", "publish/bad-range"],
  ["/publicity?from=", "publish/bad-date"],
  ["/publicity/timeliness?item=foo", "publish/unknown-item"],
  ["/publicity/timeliness?body=foo", "publish/unknown-body"],
  ["/publicity/timeliness/decisions?from=2026-03-02&to=2026-03-01", "publish/bad-range"],
  [`/subjects/${CODE}/records?item=foo`, "publish/unknown-item"],
] as const)("%s is 400: %s", async ([path, code]) => {
  expect(await problemOf(`/api/v1${path}`)).toEqual([400, code]);
});

test.for([
  ["/publicity?item=foo", 200, "目录中没有这一信息项"],
  ["/publicity?body=foo", 200, "都没有这一机构"],
  ["/publicity?from=2026-03-02&to=2026-03-01", 200, "起始日期晚于截止日期"],
  ["/statistics/decisions?month=2025-13", 400, "月份不存在"],
  ["/statistics/decisions?body=foo", 400, "都没有这一机构"],
  ["/statistics?item=foo", 400, "目录中没有这一信息项"],
] as const)("the page %s says why", async ([path, status, words]) => {
  const response = await city.get(path, { headers: { accept: "text/html" } });
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(words)]);
});

test.for(["/subjects?q=示例筛选&limit=1", "/publicity?limit=1", "/publicity/timeliness/decisions?limit=1"])(
  "%s names its next page in the Link header",
  async (path) => {
    const response = await city.get(`/api/v1${encodeURI(path)}`);
    const next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1] ?? "";
    expect(next).toContain("cursor=");
    expect((await city.get(next)).status).toBe(200);
  },
);

test("the number of a person in an address is refused before anything is looked up", async () => {
  for (const path of ["/api/v1/subjects/", "/subjects/"]) {
    const response = await city.get(`${path}${inventedIdentityNumber(950)}`);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining("publish/personal-identifier"),
    ]);
  }
  expect((await city.get(`/subjects/${CODE}`)).status).toBe(200);
});

test("an asOf whose + was not escaped means the same", async () => {
  const past = await city.get(`/api/v1/subjects/${CODE}/records?asOf=2026-01-01T09:00:00+08:00`);
  expect(past.status).toBe(200);
  expect(await problemOf(`/api/v1/subjects/${CODE}/records?asOf=yesterday`)).toEqual([400, "publish/bad-moment"]);
});

/** Sends bytes that no HTTP client would. */
function raw(line: string, headers = ""): Promise<string> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(city.base);
    let answer = "";
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${line} HTTP/1.1\r\nHost: x\r\n${headers}Connection: close\r\n\r\n`),
    );
    socket.on("data", (text) => (answer += String(text)));
    socket.on("error", failed);
    socket.on("end", () => done(answer));
  });
}

test("an address that cannot be read is a problem document, or a page for a reader", async () => {
  expect(await raw("/%zz")).toMatch(/^HTTP\/1\.1 400[\s\S]*problem\+json[\s\S]*\/problems\/http\/malformed-address/);
  expect(await raw("/%zz", "Accept: text/html\r\n")).toMatch(/^HTTP\/1\.1 400[\s\S]*text\/html[\s\S]*百分号编码/);
  for (const line of ["/search?q=示例", "/subjects/示例", "/a b"]) {
    expect(await raw(line)).not.toContain('"error":"Bad Request"');
  }
  expect(await raw("/a b c")).toMatch(/^HTTP\/1\.1 400[\s\S]*problem\+json/);
});

test("the list of batches is narrowed by item, state and body, page by page", async () => {
  await city.report("administrative-penalty", "not a header of any kind\nx\n");
  await city.report("administrative-licence", reportCsv("administrative-licence", [{ uscc: CODE }]));
  const list = (query: string): Promise<{ items: readonly { item: string; state: string }[]; next: string | null }> =>
    city.json(`/api/v1/batches?${query}`, { asAdministrator: true });
  const licences = await list("item=administrative-licence");
  expect(licences.items.map(({ item }) => item)).toEqual(["administrative-licence", "administrative-licence"]);
  const refused = await list("state=refused");
  expect(refused.items.map(({ item, state }) => [item, state])).toEqual([["administrative-penalty", "refused"]]);
  expect((await list("body=nobody")).items).toEqual([]);
  const first = await list("item=administrative-licence&limit=1");
  const second = await list(`item=administrative-licence&limit=1&cursor=${first.next ?? ""}`);
  expect([...first.items, ...second.items]).toEqual(licences.items);
  expect(second.next).toBeNull();
  expect((await city.get("/api/v1/batches?state=lost", { asAdministrator: true })).status).toBe(400);
});

test("bodies are listed with their names", async () => {
  const { items } = await city.json<{ items: readonly { body: string; name: { zh: string } }[] }>("/api/v1/bodies");
  expect(items.length).toBeGreaterThan(10);
  expect(items.every(({ body, name }) => body !== "" && name.zh !== "")).toBe(true);
});
