import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
let routes: readonly Route[];
beforeAll(async () => {
  city = await startCity({ settings: { MINGXIN_REQUESTS_PER_MINUTE: "9999999" } });
  const rows = [700, 701, 702].map((serial) => ({
    subjectName: "示例多条有限公司（示例）",
    uscc: inventedUscc(700),
    documentNumber: `黄示许〔2026〕${serial}号`,
  }));
  rows.push({ subjectName: "示例另一有限公司（示例）", uscc: "bad", documentNumber: "黄示许〔2026〕703号" });
  const receipt = await city.report("administrative-licence", reportCsv("administrative-licence", rows));
  const records = await city.json<{ items: readonly { recordId: string }[] }>("/api/v1/publicity");
  KNOWN.push(receipt.batchId, records.items[0]?.recordId ?? "");
  routes = [...routesOf(await city.json<Document>("/api/v1/openapi.json")), ...PAGES];
});
afterAll(() => city.stop());

interface Route {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
}
interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly { name: string; in: string }[] }>>>
  >;
}

const page = (path: string, ...query: string[]): Route => ({ method: "GET", path, query: [...query, "lang"] });
const PAGES: readonly Route[] = [
  page("/"),
  page("/search", "q", "cursor"),
  page("/subjects/{subject}", "item", "cursor"),
  page("/records/{record}"),
  page("/publicity", "item", "body", "from", "to", "cursor"),
  page("/statistics", "item", "body", "from", "to"),
  page("/statistics/decisions", "item", "body", "month", "cursor"),
  page("/catalogue"),
  page("/catalogue/{item}"),
  page("/about"),
  page("/api/docs"),
  page("/problems/{module}/{code}"),
  page("/api/v1/openapi.json", "x"),
  page("/healthz", "x"),
  page("/readyz", "x"),
  page("/assets/{file}"),
  page("/desk"),
  page("/desk/{path}"),
  page("/desk/assets/{file}"),
];

function routesOf(document: Document): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === "query").map((parameter) => parameter.name),
    })),
  );
}

const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const ZERO = "00000000-0000-0000-0000-000000000000";
const KNOWN: string[] = [inventedUscc(700), "administrative-licence"];
const CURSORS = [
  [1.5, "a", ZERO],
  [0, "a\u0000", ZERO],
  [1e300, "a", ZERO],
  [-1, "\uD800", ZERO],
  ["a\u0000"],
  {},
  null,
];
const NUMBERS = [
  "1e300",
  "9999999999.1",
  "2147483648.2147483648",
  "4294967296.1",
  "1.1",
  "-1",
  "1.5",
  "NaN",
  "1e999",
  "0",
];
const DAYS = ["0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "2026-01-01.", `2026-01-01.${ZERO}`, "0000-01"];
const MOMENTS = ["9999-12", "2026-13", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "2026-01-01T00:00:00Z"];
const SIGNS = ["\r\nx-evil: 1", "９１４２", "示例", "%", "%25", "_", "\\", "'", '"', "`", "../..", "//evil.example"];
const WORDS = ["__proto__", "toString", "a".repeat(190), "𠮷".repeat(60), "\u202E", "\uFFFF", " ", "[]", "{}", "true"];
const CHOICES = ["json", "xlsx", "csv", "en", "zh"];
const NASTY = [CURSORS.map(cursorOf), NUMBERS, DAYS, MOMENTS, SIGNS, WORDS, CHOICES].flat();

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.nat({ max: 10 }).map((at) => KNOWN[at % KNOWN.length] ?? "") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.toWellFormed()) },
);
/** A full-width form of a code means the same code. */
const disguised = fc
  .tuple(value, fc.boolean())
  .map(([text, wide]) =>
    wide ? text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)) : text,
  );
const encoded = fc
  .tuple(disguised, fc.constantFrom("", "", "", "%0D%0A", "%FF", "%"))
  .map(([text, tail]) => encodeURIComponent(text) + tail);

const call = fc.record({
  places: fc.array(encoded, { minLength: 2, maxLength: 2 }),
  values: fc.array(fc.option(encoded, { freq: 2 }), { minLength: 8, maxLength: 8 }),
  small: fc.boolean(),
  key: fc.option(fc.oneof(fc.constant("k".repeat(12_000)), fc.constant("k".repeat(201)), fc.string({ minLength: 1 }))),
  administrator: fc.boolean(),
  doubled: fc.boolean(),
});

test("no input makes any route fail: what cannot be read is told, never a 5xx", async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(call, async ({ places, values, small, key, administrator, doubled }) => {
      for (const route of routes) {
        const rest = [...places];
        const path = route.path.replaceAll(/\{\w+\}/g, () => rest.shift() ?? "x");
        const query = route.query.flatMap((name, at) => {
          const given = name === "limit" && small ? "1" : values[at % values.length];
          return given === null || given === undefined ? [] : [`${name}=${given}`];
        });
        if (doubled && query[0] !== undefined) query.push(query[0]);
        const headers = {
          ...(administrator ? city.key : {}),
          ...(administrator ? { "x-purpose": "test" } : {}),
          ...(key === null ? {} : { "idempotency-key": encodeURIComponent(key.toWellFormed()) }),
          ...(route.method === "POST" ? { "content-type": "text/csv" } : {}),
        };
        const response = await fetch(`${city.base}${path}?${query.join("&")}`, {
          method: route.method,
          headers,
          redirect: "manual",
          ...(route.method === "POST" ? { body: "x" } : {}),
        });
        await response.arrayBuffer();
        sent += 1;
        if (response.status >= 500)
          throw new Error(`${response.status} for ${route.method} ${path}?${query.join("&")}`);
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(sent).toBeGreaterThan(800);
}, 240_000);

test.each([
  ["/api/v1/subjects?q=%E7%A4%BA%E4%BE%8B&cursor=", cursorOf([1.5, "a", ZERO])],
  ["/api/v1/subjects?q=%E7%A4%BA%E4%BE%8B&cursor=", cursorOf(["a\u0000"])],
  ["/api/v1/subjects?q=%E7%A4%BA%E4%BE%8B&cursor=", "1e300"],
  ["/search?q=%E7%A4%BA%E4%BE%8B&cursor=", cursorOf([1e300, "a", ZERO])],
  ["/api/v1/publicity?cursor=", "nonsense"],
  ["/api/v1/publicity?cursor=", `0000-01-01.${ZERO}`],
  ["/api/v1/publicity/timeliness/decisions?cursor=", "nonsense"],
  ["/api/v1/batches?cursor=", "nonsense"],
])("an unreadable cursor is a bad request, not the first page again: %s%s", async (path, cursor) => {
  const response = await city.get(path + encodeURIComponent(cursor), { asAdministrator: path.includes("/batches") });
  expect(response.status).toBe(400);
});

test("a cursor of error lines beyond every row is a bad request", async () => {
  const batch = KNOWN[2] ?? "";
  const read = (cursor: string): Promise<Response> =>
    city.get(`/api/v1/batches/${batch}/errors?cursor=${cursor}`, { asAdministrator: true });
  expect([(await read("9999999999.1")).status, (await read("1.9999999999")).status]).toEqual([400, 400]);
  expect((await read("1.1")).status).toBe(200);
});

test("a code in full width leads to the next page as well, by the right code", async () => {
  const wide = inventedUscc(700).replaceAll(/./g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));
  const moved = await city.get(`/api/v1/subjects/${encodeURIComponent(wide)}/records?limit=1`);
  expect([moved.status, moved.headers.get("location")]).toEqual([
    308,
    `/api/v1/subjects/${inventedUscc(700)}/records?limit=1`,
  ]);
  const list = await city.get(`/api/v1/subjects/${inventedUscc(700)}/records?limit=1`);
  expect(list.headers.get("link")).toContain(`/api/v1/subjects/${inventedUscc(700)}/records?limit=1&cursor=`);
});

test("a limit beyond every number meets its bound", async () => {
  expect((await city.get("/api/v1/publicity?limit=1e999")).status).toBe(400);
});

test("an Idempotency-Key that nobody can keep is a bad request", async () => {
  const response = await city.post("/api/v1/batches?item=administrative-licence", "x", {
    "content-type": "text/csv",
    "idempotency-key": "k".repeat(3000),
  });
  expect(response.status).toBe(400);
});
