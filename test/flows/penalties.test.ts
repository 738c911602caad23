import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { addDays, systemClock } from "../../src/kernel/time.ts";
import { inventedIdentityNumber, inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

/** Windows are counted to the real today, by the database as well. */
const RECENT = addDays(systemClock.today(), -14);

const penalty = (serial: number, cells: Record<string, string>): Record<string, string> => ({
  subjectName: `示例处罚${serial}有限公司（示例）`,
  uscc: inventedUscc(200 + serial),
  documentNumber: `黄示罚〔2026〕${serial}号`,
  decisionDate: RECENT,
  ...cells,
});

async function publicNumbers(): Promise<string[]> {
  const { items } = await city.json<{ items: readonly { readonly documentNumber: string }[] }>(
    "/api/v1/publicity?item=administrative-penalty&limit=200",
  );
  return items.map((item) => item.documentNumber);
}

test("what neither the row nor an attested rule decides is held; minor ones are not published; nothing is lost", async () => {
  const rows = [penalty(1, { severity: "一般" }), penalty(2, { severity: "轻微" }), penalty(3, { severity: "" })];
  const csv = reportCsv("administrative-penalty", rows);
  const first = await city.report("administrative-penalty", csv);
  expect(first.counts).toMatchObject({ rows: 3, accepted: 3, rejected: 0 });
  expect(first.publication).toMatchObject({ public: 1, "minor-not-published": 1 });
  expect(await publicNumbers()).toEqual(["黄示罚〔2026〕1号"]);
  const { causes } = await city.errors(first);
  expect(causes.filter((cause) => cause.code.startsWith("severity-")).map((cause) => cause.total)).toEqual([1]);
});

test("rows on natural persons are held, and shown, counted by name and searchable nowhere", async () => {
  const person = penalty(9, {
    subjectName: "示例某",
    subjectCategory: "自然人",
    uscc: "",
    legalRepresentative: "",
    personDocumentType: "身份证",
    personDocumentNumber: inventedIdentityNumber(1),
    severity: "一般",
  });
  const receipt = await city.report("administrative-penalty", reportCsv("administrative-penalty", [person]));
  expect(receipt.counts).toMatchObject({ rows: 1, review: 1, held: 1, accepted: 0 });
  const report = JSON.stringify(await city.errors(receipt));
  expect(report).not.toContain("示例某");
  expect(report).not.toContain(inventedIdentityNumber(1));
  expect(await (await city.get(`/api/v1/subjects?q=${encodeURIComponent("示例某")}`)).text()).not.toContain("示例某");
});

test("telephone numbers in a public text are masked on the page and in the API, and the batch says so", async () => {
  const row = penalty(20, {
    severity: "一般",
    violationFacts: "当事人张某（示例），联系电话13800138000，未按规定公示（示例）",
  });
  const receipt = await city.report("administrative-penalty", reportCsv("administrative-penalty", [row]));
  expect(receipt.counts.accepted).toBe(1);
  expect((await city.errors(receipt)).causes.map((cause) => cause.code)).toContain("third-party-number-masked");
  const { records } = await city.json<{ records: readonly { recordId: string }[] }>(
    `/api/v1/subjects?q=${encodeURIComponent("黄示罚〔2026〕20号")}`,
  );
  const id = records[0]?.recordId ?? "";
  const shown = await (await city.get(`/api/v1/records/${id}`)).text();
  expect(shown).not.toContain("13800138000");
  expect(shown).toContain("maskedFields");
  expect(await (await city.get(`/records/${id}`)).text()).not.toContain("13800138000");
});
