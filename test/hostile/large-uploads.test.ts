import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ settings: { MINGXIN_UPLOAD_MIB: "1" } });
});
afterAll(() => city.stop());

const PATH = "/api/v1/batches?item=administrative-licence";
const MEBIBYTE = 1024 ** 2;
const GOOD = reportCsv("administrative-licence", [{ uscc: inventedUscc(600), documentNumber: "黄示许〔2026〕600号" }]);

const part = (name: string, content: string): string =>
  `--cut\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.csv"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
const field = (name: string, value: string): string =>
  `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly detail: string | undefined;
  readonly limitBytes: number | undefined;
}

async function send(body: string, contentType: string): Promise<Answer> {
  const response = await city.post(PATH, body, { "content-type": contentType });
  const problem = (await response.json()) as Partial<Answer>;
  return { status: response.status, type: problem.type, detail: problem.detail, limitBytes: problem.limitBytes };
}
const form = (body: string): Promise<Answer> => send(body, "multipart/form-data; boundary=cut");

test("a file above the limit is refused whole, and the answer names the limit: raw body and form alike", async () => {
  const large = GOOD + "x".repeat(MEBIBYTE);
  const refused = { status: 413, type: "/problems/http/too-large", limitBytes: MEBIBYTE };
  const raw = await send(large, "text/csv");
  expect(raw).toMatchObject(refused);
  expect(raw.detail).toContain("1 MiB");
  expect(await form(`${part("file", large)}--cut--\r\n`)).toMatchObject(refused);
  const batches = await city.json<{ items: unknown[] }>("/api/v1/batches", { asAdministrator: true });
  expect(batches.items).toEqual([]);
});

test("a raw body that never said how long it is meets the same limit", async () => {
  const answer = await new Promise<number>((resolve, reject) => {
    const sent = httpRequest(city.base + PATH, {
      method: "POST",
      headers: { ...city.key, "content-type": "text/csv" },
    });
    sent.on("response", (response) => resolve(response.statusCode ?? 0)).on("error", reject);
    for (let piece = 0; piece < 20; piece += 1) sent.write("y".repeat(MEBIBYTE / 10));
    sent.end();
  });
  expect(answer).toBe(413);
});

test.each([
  ["no closing boundary", part("file", GOOD)],
  ["a part that ends in its head", "--cut\r\nContent-Disposition: form-data"],
  ["a second file", `${part("file", GOOD)}${part("more", GOOD)}--cut--\r\n`],
  ["a field before the file", `${field("item", "x")}${part("file", GOOD)}--cut--\r\n`],
  ["a field behind the file", `${part("file", GOOD)}${field("item", "x")}--cut--\r\n`],
])("a form with %s is a bad request, not a bug", async (_name, body) => {
  expect(await form(body)).toMatchObject({ status: 400, type: "/problems/http/unreadable-form" });
});

test("a whole form within the limit goes in", async () => {
  expect(await form(`${part("file", GOOD)}--cut--\r\n`)).toMatchObject({ status: 202 });
  expect((await form("--cut--\r\n")).status).toBe(400);
});

test("where the disk is too full nothing is received", async () => {
  const full = await startCity({ settings: { MINGXIN_KEEP_FREE_MIB: "9999999" } });
  try {
    const response = await full.post(PATH, GOOD, { "content-type": "text/csv" });
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
      507,
      "/problems/http/no-room",
    ]);
  } finally {
    await full.stop();
  }
});
