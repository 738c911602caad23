import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/kernel/time.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { withdraw } from "../fixtures/signed-in.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

interface Summary {
  readonly recordId: string;
  readonly documentNumber: string;
}
interface PublicRecord {
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly changes: readonly {
    readonly at: string;
    readonly cause: string;
    readonly changedFields: readonly string[];
  }[];
}
interface Archive {
  readonly version: { readonly version: number; readonly payload: Readonly<Record<string, unknown>> | null };
  readonly history: readonly { readonly version: number; readonly knownFrom: string }[];
}

const WRONG = "准予排放工业废水（示例，误录内容）";
const RIGHT = "准予排放大气污染物（示例，更正后的内容）";

async function reportLicence(documentNumber: string, content: string, serial: number): Promise<string> {
  const row = {
    subjectName: `示例更正${serial}有限公司（示例）`,
    uscc: inventedUscc(100 + serial),
    documentNumber,
    content,
  };
  const receipt = await city.report("administrative-licence", reportCsv("administrative-licence", [row]));
  expect(receipt.state).toBe("done");
  const list = await city.json<{ items: readonly Summary[] }>(
    `/api/v1/subjects?q=${encodeURIComponent(documentNumber)}`,
  );
  const found = (list as unknown as { records: readonly Summary[] }).records[0];
  return found?.recordId ?? "";
}

test("a correction tells the public that, when and where, without the wrong content; the authorised see the past", async () => {
  const record = await reportLicence("黄示许〔2026〕11号", WRONG, 1);
  const first = await city.json<PublicRecord>(`/api/v1/records/${record}`);
  expect(first.values["content"]).toBe(WRONG);
  const between = systemClock.now();
  expect(await reportLicence("黄示许〔2026〕11号", RIGHT, 1)).toBe(record);

  const corrected = await city.json<PublicRecord>(`/api/v1/records/${record}`);
  expect(corrected.version).toBe(2);
  expect(corrected.values["content"]).toBe(RIGHT);
  expect(corrected.changes.map((change) => [change.cause, change.changedFields])).toEqual([
    ["first", []],
    ["correction", ["content"]],
  ]);
  const past = await (await city.get(`/api/v1/records/${record}?asOf=${between}`)).text();
  expect(past).not.toContain(WRONG);
  expect(JSON.parse(past)).toMatchObject({ content: null, changedSince: [{ cause: "correction" }] });
  const page = await (await city.get(`/records/${record}`)).text();
  expect(page).toContain(RIGHT);
  expect(page).not.toContain(WRONG);

  const then = await city.json<Archive>(`/api/v1/records/${record}?asOf=${between}`, { asAdministrator: true });
  expect(then.version.payload?.["content"]).toBe(WRONG);
  const now = await city.json<Archive>(`/api/v1/records/${record}`, { asAdministrator: true });
  expect(now.version.payload?.["content"]).toBe(RIGHT);
  expect(now.history).toHaveLength(2);
});

test("a withdrawn record is 410 with its reason class and no content, everywhere", async () => {
  const record = await reportLicence("黄示许〔2026〕12号", "准予经营（示例，将被撤回）", 2);
  const reason = "许可决定被撤销，联系电话13800000000";
  expect((await city.get(`/api/v1/records/${record}`)).status).toBe(200);
  const anonymous = await fetch(`${city.base}/api/v1/records/${record}/withdrawal`, { method: "POST" });
  expect(anonymous.status).toBe(401);
  expect(await withdraw(city, record, reason)).toBe(200);
  const { history } = await city.json<Archive>(`/api/v1/records/${record}`, { asAdministrator: true });
  const [first, withdrawal] = history as unknown as Record<string, unknown>[];
  expect(withdrawal).toMatchObject({
    version: 2,
    cause: "withdrawal",
    ground: "reported-twice",
    proposedBy: "administrator-key",
    batchId: null,
    row: null,
  });
  expect(withdrawal?.["recordedBy"]).not.toBe(withdrawal?.["proposedBy"]);
  expect(withdrawal?.["commitment"]).not.toBe(first?.["commitment"]);

  const gone = await city.get(`/api/v1/records/${record}`);
  expect(gone.status).toBe(410);
  const problem = await gone.text();
  expect(JSON.parse(problem)).toMatchObject({
    type: "/problems/records/gone",
    reason: "withdrawn",
    statedReason: "许可决定被撤销，联系电话13*******00",
  });
  expect(problem).not.toContain("将被撤回");
  const page = await city.get(`/records/${record}`, { headers: { accept: "text/html" } });
  expect(page.status).toBe(410);
  const words = await page.text();
  expect(words).toContain("撤回理由：许可决定被撤销，联系电话13*******00");
  expect(words).not.toContain("将被撤回");
  const search = await (await city.get(`/api/v1/subjects?q=${encodeURIComponent("黄示许〔2026〕12号")}`)).text();
  expect(search).not.toContain(record);
  expect(await withdraw(city, record, reason)).toBe(409);
});
