import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

const LICENCE = "administrative-licence";

test.each<[string, Uint8Array | string, string]>([
  ["random bytes", randomBytes(5000), "file-wrong-type"],
  ["a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "file-wrong-type"],
  ["a table of something else", "姓名,年龄\n甲,3\n", "header-not-found"],
  ["a zip without a workbook", Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64"), "file-damaged"],
])("%s is refused with its reason; the batch says so", async (_name, content, code) => {
  const receipt = await city.report(LICENCE, content);
  expect(receipt.state).toBe("refused");
  expect([code, "file-wrong-type", "file-encoding", "file-damaged", "header-not-found"]).toContain(
    receipt.refusal?.code,
  );
});

test("an empty file, an unknown item, source, body and parameter are clear problems", async () => {
  const post = async (query: string, body = "x"): Promise<[number, string]> => {
    const response = await city.post(`/api/v1/batches?${query}`, body, { "content-type": "text/csv" });
    return [response.status, ((await response.json()) as { type: string }).type];
  };
  expect(await post(`item=${LICENCE}`, "")).toEqual([400, "/problems/ingest/empty-body"]);
  expect(await post("item=nothing")).toEqual([400, "/problems/ingest/unknown-item"]);
  expect(await post(`item=${LICENCE}&source=nobody`)).toEqual([400, "/problems/ingest/unknown-source"]);
  expect(await post(`item=${LICENCE}&body=nobody`)).toEqual([400, "/problems/ingest/unknown-body"]);
  expect(await post(`item=${LICENCE}&colour=red`)).toEqual([400, "/problems/http/invalid-request"]);
});

test("an Idempotency-Key gives the same batch again, and with another content a conflict", async () => {
  const send = (content: string): Promise<Response> =>
    city.post(`/api/v1/batches?item=${LICENCE}`, content, { "content-type": "text/csv", "idempotency-key": "k-1" });
  const content = reportCsv(LICENCE, [{ uscc: inventedUscc(400), documentNumber: "黄示许〔2026〕400号" }]);
  const first = (await (await send(content)).json()) as { batchId: string };
  const second = await send(content);
  expect([second.status, ((await second.json()) as { batchId: string }).batchId]).toEqual([200, first.batchId]);
  expect((await send(`${content}\n`)).status).toBe(409);
});

test("hostile texts go in as texts, come out escaped, and cannot run in a spreadsheet", async () => {
  const attack = `示例"><script>alert(1)</script>'); DROP TABLE records;--有限公司（示例）`;
  const rows = [
    { subjectName: attack, uscc: inventedUscc(401), documentNumber: "黄示许〔2026〕401号" },
    { subjectName: "示例", uscc: "=HYPERLINK(1)", documentNumber: "黄示许〔2026〕402号" },
  ];
  const receipt = await city.report(LICENCE, reportCsv(LICENCE, rows));
  expect(receipt.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  const html = await (await city.get(`/subjects/${inventedUscc(401)}`)).text();
  expect(html).not.toContain("<script>alert");
  expect(html).toContain("&lt;script&gt;");
  const csv = await city.get(`/api/v1/batches/${receipt.batchId}/errors?format=csv`, { asAdministrator: true });
  expect(await csv.text()).not.toMatch(/(^|,)"?=HYPERLINK/m);
  const search = await city.get(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  expect(await search.text()).not.toContain("<img src=x");
});

test("ids, cursors and dates that are none never make a bug", async () => {
  const paths = [
    "/api/v1/records/1",
    "/api/v1/records/00000000-0000-0000-0000-000000000000",
    "/api/v1/records/%00",
    "/api/v1/subjects/'%20OR%201=1",
    "/api/v1/publicity?cursor=xx&limit=5",
    "/api/v1/publicity?from=2026-02-30",
    "/api/v1/publicity?limit=100000",
    "/api/v1/subjects?q=%25%25%5C&cursor=eyJ9",
    "/api/v1/subjects?q=%00",
    "/records/%E0%A4%A",
    "/search?q=%00",
  ];
  const answers = await Promise.all(paths.map(async (path) => [path, (await city.get(path)).status] as const));
  expect(answers.filter(([, status]) => status >= 500)).toEqual([]);
});
