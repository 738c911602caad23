import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedIdentityNumber, inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
let record: string;
const USCC = inventedUscc(950);
const NUMBER = inventedIdentityNumber(7);
beforeAll(async () => {
  city = await startCity();
  const row = {
    uscc: USCC,
    documentNumber: "黄示许〔2026〕950号",
    legalRepresentativeDocumentType: "身份证",
    legalRepresentativeDocumentNumber: NUMBER,
  };
  await city.report("administrative-licence", reportCsv("administrative-licence", [row]));
  const list = await city.json<{ items: { recordId: string }[] }>(`/api/v1/subjects/${USCC}/records`);
  record = list.items[0]?.recordId ?? "";
});
afterAll(() => city.stop());

interface Look {
  readonly target: string;
  readonly purpose: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const trail = async (action: string): Promise<readonly Look[]> => {
  const found = await sql<Look>`SELECT target, purpose, detail
    FROM mingxin.audit_entries WHERE action = ${action} ORDER BY at`.execute(city.database.admin);
  return found.rows;
};

test.each([["/api/v1/records/RECORD"], [`/api/v1/subjects/${USCC}/records`]])(
  "the archive %s is read with the key for a stated purpose only",
  async (path) => {
    const url = path.replace("RECORD", record);
    const without = await city.get(url, { headers: city.key });
    expect([without.status, ((await without.json()) as { type: string }).type]).toEqual([
      400,
      "/problems/http/purpose-needed",
    ]);
    expect((await city.get(`${url}?purpose=%20`, { headers: city.key })).status).toBe(400);
    expect((await city.get(`${url}?purpose=${encodeURIComponent("核查异议")}`, { headers: city.key })).status).toBe(
      200,
    );
    const headers = { ...city.key, "x-purpose": encodeURIComponent("年度核对") };
    expect((await city.get(url, { headers })).status).toBe(200);
    expect((await city.get(url)).status).toBe(200);
    const looks = await trail(path.includes("subjects") ? "publish/read-archive" : "publish/read-record");
    expect(looks.map((look) => look.purpose)).toEqual(["核查异议", "年度核对"]);
  },
);

test("of an identity number the archive gives the masked form, never its hash", async () => {
  for (const path of [`/api/v1/records/${record}`, `/api/v1/subjects/${USCC}/records`]) {
    const text = await (await city.get(path, { asAdministrator: true })).text();
    expect(text).toContain(
      `"legalRepresentativeDocumentNumber":"${NUMBER.slice(0, 2)}**************${NUMBER.slice(-2)}"`,
    );
    expect(text).not.toContain(NUMBER);
    expect(text).not.toContain('"hash"');
  }
});

test("reading receipts, lists of batches and error reports leaves a trail; so does the law that was loaded", async () => {
  const { items } = await city.json<{ items: { batchId: string }[] }>("/api/v1/batches", { asAdministrator: true });
  const batch = items[0]?.batchId ?? "";
  const before = (await trail("ingest/read-receipt")).length;
  await city.json(`/api/v1/batches/${batch}`, { asAdministrator: true });
  await (await city.get(`/api/v1/batches/${batch}/errors?format=csv`, { asAdministrator: true })).text();
  expect((await trail("ingest/read-receipt")).length).toBe(before + 1);
  expect((await trail("ingest/read-errors")).at(-1)).toMatchObject({ target: batch, detail: { format: "csv" } });
  expect(await trail("ingest/list-batches")).toHaveLength(1);
  expect((await trail("app/sync-law"))[0]?.detail["editions"]).toContain("administrative-licence@1");
});
