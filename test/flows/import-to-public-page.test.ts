import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

interface Page {
  readonly items: readonly { readonly recordId: string; readonly uscc: string; readonly documentNumber: string }[];
  readonly total: { readonly value: number };
}

const REAL = process.env["MINGXIN_REAL_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data/real");
const FILES = ["", "_gb18030_crlf", "_utf16le", "_utf8bom_crlf"].map((form) => `${REAL}/licences_nmpa_2021${form}.csv`);

test("a department's file becomes public pages; the same file again changes nothing and says so", async () => {
  const csv = reportCsv("administrative-licence", [
    { subjectName: "黄石示例建材有限公司（示例）", uscc: inventedUscc(1), documentNumber: "黄示许〔2026〕1号" },
    { subjectName: "大冶示例铜业有限公司（示例）", uscc: inventedUscc(2), documentNumber: "黄示许〔2026〕2号" },
    { subjectName: "阳新示例物流有限公司（示例）", uscc: "914202", documentNumber: "黄示许〔2026〕3号" },
  ]);
  const first = await city.report("administrative-licence", csv);
  expect(first.counts).toMatchObject({ rows: 3, accepted: 2, rejected: 1, duplicates: 0, review: 0 });
  const { errors } = await city.errors(first);
  expect(errors.find((error) => error.severity === "error")).toMatchObject({ row: 4, code: "uscc-length" });

  const again = await city.report("administrative-licence", csv);
  expect(again.counts).toMatchObject({ rows: 3, accepted: 0, changed: 0, duplicates: 2, rejected: 1 });

  const list = await city.json<Page>("/api/v1/publicity?item=administrative-licence");
  expect(list.items.map((item) => item.documentNumber)).toContain("黄示许〔2026〕1号");
  const record = list.items[0];
  const page = await city.get(`/records/${record?.recordId ?? ""}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(record?.documentNumber);
  const subject = await city.get(`/subjects/${record?.uscc ?? ""}`);
  expect(subject.status).toBe(200);
});

test("writes need the administrator's key, and reads of batches too", async () => {
  const anonymous = await fetch(`${city.base}/api/v1/batches?item=administrative-licence`, {
    method: "POST",
    body: "x",
  });
  expect(anonymous.status).toBe(401);
  const wrong = await city.get("/api/v1/publicity", {
    headers: { authorization: "Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
  });
  expect(wrong.status).toBe(401);
  expect((await city.get("/api/v1/batches")).status).toBe(401);
});

describe("the regulator's real file in four encodings", () => {
  test("133 rows become public with their source; each further encoding is 133 duplicates", async ({ skip }) => {
    const files = await Promise.all(FILES.map((file) => readFile(file).catch(() => null)));
    const [plain, ...others] = files;
    if (!plain) return skip(`no real data in ${REAL}; set MINGXIN_REAL_DATA`);
    const before = (await city.json<Page>("/api/v1/publicity")).total.value;
    const first = await city.report("administrative-licence", plain, { source: "nmpa" });
    expect(first.counts).toMatchObject({ rows: 135, accepted: 133, rejected: 2, duplicates: 0 });
    expect((await city.errors(first)).errors.map(({ row, code }) => ({ row, code }))).toEqual([
      { row: 19, code: "uscc-length" },
      { row: 119, code: "uscc-is-registration-number" },
    ]);
    for (const other of others) {
      const receipt = await city.report("administrative-licence", other ?? "", { source: "nmpa" });
      expect(receipt.counts).toMatchObject({ rows: 135, accepted: 0, changed: 0, duplicates: 133, rejected: 2 });
    }
    const list = await city.json<Page>("/api/v1/publicity?body=nmpa&limit=200");
    expect(list.total.value - before).toBeLessThanOrEqual(133);
    expect(list.items).toHaveLength(133);
    const pages = await Promise.all(list.items.slice(0, 12).map((item) => city.get(`/records/${item.recordId}`)));
    expect(pages.map((page) => page.status)).toEqual(pages.map(() => 200));
    expect(await pages[0]?.text()).toContain("国家药品监督管理局");
  });
});
