import { afterAll, beforeAll, expect, test } from "vitest";
import { xlsxOf } from "../../src/web/desk/table/xlsx-file.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportTable } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

test("a workbook that the desk exports is read by the platform's own strict reader, cell for cell", async () => {
  const [header = [], ...rows] = reportTable("administrative-licence", [
    { uscc: inventedUscc(811), subjectName: "示例导出有限公司（示例）", documentNumber: "黄示许〔2026〕811号" },
    { uscc: "=1+1", documentNumber: "黄示许〔2026〕812号" },
  ]);
  const workbook = xlsxOf({ title: "行政许可", header, rows });
  const receipt = await city.report("administrative-licence", workbook);
  expect(receipt.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  const { errors } = await city.errors(receipt);
  expect(errors.map(({ value }) => value)).toContain("=1+1");
});
