import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

const LICENCE = "administrative-licence";

test("an identity number with a character outside the basic plane is one bad row, told masked", async () => {
  const rows = [
    {
      uscc: inventedUscc(500),
      documentNumber: "黄示许〔2026〕500号",
      legalRepresentativeDocumentType: "身份证",
      legalRepresentativeDocumentNumber: "1😀234567",
    },
    { uscc: inventedUscc(501), documentNumber: "黄示许〔2026〕501号" },
  ];
  const receipt = await city.report(LICENCE, reportCsv(LICENCE, rows));
  expect([receipt.state, receipt.counts.rejected, receipt.counts.accepted]).toEqual(["done", 1, 1]);
  const { errors } = await city.errors(receipt);
  expect(errors.map((error) => error.value)).toContain("1😀****67");
});

test("a masked text whose cut falls on such a character is kept whole", async () => {
  const content = `电话13800138000${"示".repeat(184)}𠮷${"例".repeat(30)}`;
  const rows = [{ uscc: inventedUscc(502), documentNumber: "黄示许〔2026〕502号", content }];
  const receipt = await city.report(LICENCE, reportCsv(LICENCE, rows));
  expect([receipt.state, receipt.counts.accepted]).toEqual(["done", 1]);
  const { errors } = await city.errors(receipt);
  expect(errors.filter((error) => error.code === "third-party-number-masked")).toHaveLength(1);
});

test("a refusal that quotes a cell quotes whole characters, and is in the audit trail", async () => {
  const header = reportCsv(LICENCE, []);
  const receipt = await city.report(LICENCE, `${header}${",".repeat(512)}${"a".repeat(18)}😀😀\n`);
  expect([receipt.state, receipt.refusal?.code]).toEqual(["refused", "too-many-columns"]);
  const trail = await sql<{ action: string }>`SELECT action FROM mingxin.audit_entries
    WHERE target = ${receipt.batchId} AND action = 'ingest/refuse-batch'`.execute(city.database.admin);
  expect(trail.rows).toHaveLength(1);
});

test("headers and values with NUL and half surrogate pairs are told, never stored", async () => {
  const object = (extra: string): string =>
    `{"行政相对人名称":"示例\\ud83d","决定文书号\\u0000":"a","列\\ud83d":"b"${extra}}`;
  const lines = [object(""), object(`,"行政许可决定文书号":"x","许可内容":"\\u0000"`)].join("\n");
  const receipt: Receipt = await city.report(LICENCE, `${lines}\n`);
  expect(["done", "refused"]).toContain(receipt.state);
});
