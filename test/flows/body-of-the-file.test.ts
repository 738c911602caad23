import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/** A body given for the whole file, against what its rows say of themselves. */
let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

const ITEM = "administrative-licence";
const OTHER = "示例无名机构（示例）";
const row = { documentNumber: "黄环许〔2025〕901号" };
const named = reportCsv(ITEM, [row]);

test("a row that names another known body than the one given is refused, not published a second time", async () => {
  expect((await city.report(ITEM, named)).counts).toMatchObject({ accepted: 1 });
  const other = await city.report(ITEM, named, { body: "hs-finance" });
  expect(other.counts).toMatchObject({ rows: 1, accepted: 0, rejected: 1 });
  const { errors } = await city.errors(other);
  expect(errors).toMatchObject([
    { code: "source-body-contradiction", severity: "error", row: 2, value: "黄石市生态环境局" },
  ]);
  expect(errors[0]?.remedy.zh).toContain("--body");
  const list = await city.json<{ items: unknown[] }>("/api/v1/publicity");
  expect(list.items).toHaveLength(1);
});

test("the body that the rows name themselves, and rows that name none in the directory, are taken as before", async () => {
  expect((await city.report(ITEM, named, { body: "hs-ecology" })).counts).toMatchObject({ duplicates: 1 });
  const unnamed = reportCsv(ITEM, [
    {
      documentNumber: "黄示许〔2025〕902号",
      authorityName: OTHER,
      authorityCode: inventedUscc(905),
      sourceName: OTHER,
      sourceCode: inventedUscc(905),
    },
  ]);
  expect((await city.report(ITEM, unnamed, { body: "hs-finance" })).counts).toMatchObject({ accepted: 1, rejected: 0 });
});
