import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/** What every client of the API may count on, whatever it asks for. */
let city: TestCity;
let records: readonly string[];
beforeAll(async () => {
  city = await startCity();
  const rows = [1, 2].map((at) => ({ uscc: inventedUscc(970), documentNumber: `黄示许〔2026〕97${at}号` }));
  await city.report("administrative-licence", reportCsv("administrative-licence", rows));
  const list = await city.json<{ items: { recordId: string }[] }>(`/api/v1/subjects/${inventedUscc(970)}/records`);
  records = list.items.map((item) => item.recordId);
});
afterAll(() => city.stop());

test.each([
  ["/api/v1/publicity"],
  [`/api/v1/subjects/${inventedUscc(970)}`],
  [`/api/v1/subjects/${inventedUscc(970)}/records`],
  ["/api/v1/catalogue/administrative-licence"],
  ["/api/v1/deadline?from=2017-09-22"],
  ["/api/v1/openapi.json"],
])("%s carries a strong tag, and 304 answers who has it already", async (path) => {
  const first = await city.get(path);
  const tag = first.headers.get("etag") ?? "";
  expect(tag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get("vary")).toContain("Authorization");
  const again = await city.get(path, { headers: { "if-none-match": `"other", W/${tag}` } });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
  expect((await city.get(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
});

test("a changed answer has another tag", async () => {
  const tagOf = async (path: string): Promise<string | null> => (await city.get(path)).headers.get("etag");
  expect(await tagOf("/api/v1/publicity?limit=1")).not.toBe(await tagOf("/api/v1/publicity?limit=2"));
});

test("unknown parameters are refused on every route", async () => {
  const { paths } = await city.json<{ paths: Record<string, Record<string, unknown>> }>("/api/v1/openapi.json");
  const asked = [...Object.entries(paths), ["/api/v1/openapi.json", { get: {} }] as const].flatMap(([path, methods]) =>
    Object.keys(methods).map(async (method) => {
      const url = `${city.base}${path.replaceAll(/\{\w+\}/g, "x")}?colour=red`;
      return [path, (await fetch(url, { method: method.toUpperCase(), headers: city.key })).status] as const;
    }),
  );
  expect((await Promise.all(asked)).filter(([, status]) => status !== 400)).toEqual([]);
});

test("a proposal repeated under its key gives the first answer; another content under it is a conflict", async () => {
  const propose = (record: string | undefined, reason: string, key = "w-1"): Promise<Response> =>
    city.post(`/api/v1/records/${record}/withdrawal`, JSON.stringify({ ground: "revoked", reason }), {
      "idempotency-key": key,
    });
  const first = await propose(records[0], "决定被撤销");
  const again = await propose(records[0], "决定被撤销");
  expect([first.status, again.status]).toEqual([202, 202]);
  const proposed = (await first.json()) as { proceedingId: string };
  expect(await again.json()).toEqual(proposed);
  expect(first.headers.get("location")).toBe(`/api/v1/amendments/${proposed.proceedingId}`);
  expect((await propose(records[0], "另一理由")).status).toBe(409);
  const other = await propose(records[1], "决定被撤销");
  expect([other.status, ((await other.json()) as { type: string }).type]).toEqual([
    409,
    "/problems/http/idempotency-conflict",
  ]);
  expect(await (await propose(records[0], "再次", "w-2")).json()).toMatchObject({
    type: "/problems/entry/already-proposed",
    proceeding: proposed.proceedingId,
  });
});

test("answers tell how many requests are left, with a key as without", async () => {
  const left = async (asAdministrator: boolean): Promise<number> =>
    Number((await city.get("/api/v1/catalogue", { asAdministrator })).headers.get("x-ratelimit-limit"));
  expect([await left(false), await left(true)]).toEqual([1200, 12_000]);
});

test("an address that asks too often waits, on pages and API alike, and so does one that tries keys", async () => {
  const busy = await startCity({ settings: { MINGXIN_REQUESTS_PER_MINUTE: "5" } });
  try {
    for (const path of ["/about", "/api/v1/catalogue"]) {
      const answers = [];
      for (let time = 0; time < 6; time += 1) answers.push(await busy.get(path));
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
      expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    const headers = { authorization: `Bearer ${"x".repeat(43)}` };
    const tries = [];
    for (let time = 0; time < 22; time += 1) tries.push(await busy.get("/api/v1/batches", { headers }));
    expect(tries.map((answer) => answer.status).slice(18)).toEqual([401, 401, 429, 429]);
    expect(Number(tries.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await busy.get("/api/v1/batches", { asAdministrator: true })).status).toBe(200);
  } finally {
    await busy.stop();
  }
});

test("the figures of operation are for this machine and the administrator", async () => {
  expect((await city.get("/metrics")).status).toBe(200);
  const passedOn = { "x-forwarded-for": "203.0.113.9" };
  expect((await city.get("/metrics", { headers: passedOn })).status).toBe(401);
  expect((await city.get("/metrics", { headers: { ...passedOn, ...city.key } })).status).toBe(200);
});

test("a proposal leaves one entry in the trail, however often it is repeated", async () => {
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM mingxin.audit_entries
    WHERE action = 'proceedings/open' AND detail ->> 'target' = ${records[0]}`.execute(city.database.admin);
  expect(found.rows[0]?.count).toBe(1);
});
