import { sql } from "kysely";
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

test("an identity number in any public field is masked in every public read, and refused as a body's code", async () => {
  const number = inventedIdentityNumber(7);
  const row = penalty(30, {
    severity: "一般",
    uscc: inventedUscc(230),
    documentNumber: `黄示罚〔2026〕${number}号`,
    violationKind: `未按规定公示${number}`,
    legalRepresentative: `示例某${number}`,
    suspendedCertificate: `许可证（持有人${number}）`,
    penaltyKinds: `罚款;其他-责令${number}改正`,
    registrationNumber: "13807151234",
    penaltyContent: `罚款人民币2000元，缴款人${number}`,
  });
  const receipt = await city.report("administrative-penalty", reportCsv("administrative-penalty", [row]));
  expect([receipt.counts, await city.errors(receipt)]).toMatchObject([{ accepted: 1 }, {}]);
  expect(JSON.stringify(await city.errors(receipt))).not.toContain(number);
  const { items } = await city.json<{ items: readonly { recordId: string; documentNumber: string }[] }>(
    `/api/v1/subjects/${inventedUscc(230)}/records`,
  );
  const id = items[0]?.recordId ?? "";
  expect(items[0]?.documentNumber).toContain("99**************");
  for (const path of [
    `/api/v1/records/${id}`,
    `/records/${id}`,
    `/api/v1/subjects/${inventedUscc(230)}/records`,
    `/subjects/${inventedUscc(230)}`,
    `/api/v1/subjects?q=${encodeURIComponent(row["documentNumber"] ?? "")}`,
    "/api/v1/publicity",
    "/publicity",
  ]) {
    const text = await (
      await city.get(path, { headers: { accept: path.startsWith("/api") ? "*/*" : "text/html" } })
    ).text();
    expect([path, text.includes(number), text.includes("13807151234")]).toEqual([path, false, false]);
  }
});

test.each(["registrationNumber", "taxNumber", "socialOrganisationCertificate"])(
  "refuses a citizen's number as %s",
  async (field) => {
    const row = penalty(31, { severity: "一般", [field]: inventedIdentityNumber(8) });
    const receipt = await city.report("administrative-penalty", reportCsv("administrative-penalty", [row]));
    expect(receipt.counts).toMatchObject({ accepted: 0, rejected: 1 });
    const { causes, errors } = await city.errors(receipt);
    expect(causes.map((cause) => cause.code)).toContain("identifier-is-citizen-id");
    expect(JSON.stringify(errors)).not.toContain(inventedIdentityNumber(8));
  },
);

test("what is doubtful about a right code is told, and a name that holds a number is refused", async () => {
  const doubtful = penalty(32, { severity: "一般", registrationNumber: "4202002123456" });
  const named = penalty(33, { severity: "一般", subjectName: `示例${inventedIdentityNumber(9)}商行` });
  const receipt = await city.report("administrative-penalty", reportCsv("administrative-penalty", [doubtful, named]));
  expect(receipt.counts).toMatchObject({ accepted: 1, rejected: 1 });
  const codes = (await city.errors(receipt)).causes.map((cause) => [cause.code, cause.severity]);
  expect(codes).toContainEqual(["registration-number-old-form", "warning"]);
  expect(codes).toContainEqual(["name-holds-number", "error"]);
});

test("a file sent before and attested now confirms what waited for it, once, without a new version", async () => {
  const csv = reportCsv("administrative-penalty", [
    penalty(40, { severity: "" }),
    penalty(41, { severity: "", penaltyKinds: "警告", fineAmount: "" }),
  ]);
  const first = await city.report("administrative-penalty", csv);
  expect(first.publication).toEqual({ "severity-unconfirmed": 2 });
  expect(await publicNumbers()).not.toContain("黄示罚〔2026〕40号");
  const attested = await city.report("administrative-penalty", csv, { attest: "true" });
  expect(attested).toMatchObject({ counts: { duplicates: 2, changed: 0 }, publication: { attested: 2 } });
  expect(await publicNumbers()).toContain("黄示罚〔2026〕40号");
  expect(await publicNumbers()).not.toContain("黄示罚〔2026〕41号");
  const again = await city.report("administrative-penalty", csv, { attest: "true" });
  expect(again.publication).toEqual({});
  const found = await sql<{ detail: { records: string[] } }>`SELECT detail FROM mingxin.audit_entries
    WHERE action = 'publish/confirm-severities' AND target = ${attested.batchId}`.execute(city.database.admin);
  expect(found.rows.map(({ detail }) => detail.records.length)).toEqual([2]);
});
