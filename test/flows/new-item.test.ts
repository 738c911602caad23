import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc } from "../fixtures/report-files.ts";

/** A new kind of record is one data file: nothing below touches TypeScript of the product. */
let law: string;
let city: TestCity;

const text = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const field = (key: string, type: string, zh: string, en: string, more: object): object => ({
  key,
  type,
  title: text(zh, en),
  help: text(`${zh}（示例）`, `${en} (sample)`),
  group: "main",
  required: true,
  disclosure: "public",
  aliases: [],
  verified: false,
  standard: false,
  ...more,
});
const line = { maxLength: 100, multiline: false };
const citation = { title: "示例目录", verified: false };
const FIELDS = [
  field("subjectName", "text", "获奖企业名称", "Awarded enterprise", { role: "subject-name", ...line }),
  field("uscc", "identifier", "统一社会信用代码", "Credit code", {
    role: "subject-identifier",
    scheme: "uscc",
    placeholders: [],
  }),
  field("awardName", "text", "质量奖名称", "Quality award", { role: "headline", ...line }),
  field("documentNumber", "text", "表彰文号", "Document number", { role: "document-number", ...line }),
  field("decisionDate", "date", "表彰日期", "Day of the award", { role: "decision-date", longTerm: false }),
];
const ITEM = {
  item: "quality-award",
  edition: 1,
  title: text("质量奖", "Quality award"),
  description: text("市级质量奖表彰（示例）", "Quality awards of the city (sample)"),
  effectiveFrom: "2020-01-01",
  effectiveTo: null,
  category: "honest",
  nature: "positive",
  disclosure: "public",
  subjectKinds: ["organization", "sole_trader", "public_body"],
  namesSubject: false,
  legalBasis: [citation],
  purpose: text("公开表彰", "Publishing awards"),
  necessity: text("仅含表彰决定所列内容", "Nothing beyond the decision"),
  retention: { years: null, citation },
  publicity: { deadline: "double-publicity", window: "administrative-licence", severity: null },
  groups: [{ key: "main", title: text("表彰决定", "Award") }],
  fields: FIELDS,
  naturalKey: ["uscc", "documentNumber"],
  rules: [],
  profiles: [],
  samples: [
    {
      name: "市长质量奖",
      cells: {
        subjectName: "黄石示例建材有限公司（示例）",
        uscc: inventedUscc(300),
        awardName: "示例质量奖",
        documentNumber: "黄示奖〔2026〕1号",
        decisionDate: "2026-03-02",
      },
      findings: [],
    },
  ],
};

beforeAll(async () => {
  law = await mkdtemp(join(tmpdir(), "mingxin-law-"));
  await cp(resolve(import.meta.dirname, "../../data"), law, { recursive: true });
  await writeFile(join(law, "catalogue/items/quality-award.json"), JSON.stringify(ITEM));
  city = await startCity({ lawDirectory: law });
});
afterAll(async () => {
  await city.stop();
  await rm(law, { recursive: true, force: true });
});

test("is validated, imported, searchable, public and documented", async () => {
  const header = "获奖企业名称,统一社会信用代码,质量奖名称,表彰文号,表彰日期";
  const good = `示例获奖有限公司（示例）,${inventedUscc(301)},示例质量奖,黄示奖〔2026〕2号,2026年3月2日`;
  const bad = `示例落选有限公司（示例）,${inventedUscc(302)},示例质量奖,黄示奖〔2026〕3号,三月二日`;
  const receipt = await city.report("quality-award", `${header}\n${good}\n${bad}\n`);
  expect(receipt.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  const { errors } = await city.errors(receipt);
  expect(errors).toContainEqual(expect.objectContaining({ row: 3, field: "decisionDate", severity: "error" }));

  const found = await city.json<{ records: readonly { recordId: string; headline: string }[] }>(
    `/api/v1/subjects?q=${encodeURIComponent("黄示奖〔2026〕2号")}`,
  );
  expect(found.records[0]?.headline).toBe("示例质量奖");
  const page = await city.get(`/records/${found.records[0]?.recordId ?? ""}`);
  expect(page.status).toBe(200);
  const html = await page.text();
  for (const shown of ["质量奖名称", "示例质量奖", "表彰决定", "2026-03-02"]) expect(html).toContain(shown);
});

test("has its workbook, API schema, form and dictionary page", async () => {
  const template = await city.get("/api/v1/catalogue/quality-award/template.xlsx");
  expect(template.status).toBe(200);
  const workbook = Buffer.from(await template.arrayBuffer());
  expect(workbook.subarray(0, 2).toString()).toBe("PK");
  const item = await city.json<{ fields: readonly { key: string }[]; rowSchema: object; form: object }>(
    "/api/v1/catalogue/quality-award",
  );
  expect(item.fields.map((entry) => entry.key)).toEqual(ITEM.fields.map((entry) => (entry as { key: string }).key));
  expect(JSON.stringify(item.rowSchema)).toContain("awardName");
  expect(JSON.stringify(item.form)).toContain("质量奖名称");
  const dictionary = await city.get("/catalogue/quality-award");
  expect(dictionary.status).toBe(200);
  expect(await dictionary.text()).toContain("质量奖名称");
  // The workbook that the item gives comes back filled in and is read as it is.
  const back = await city.report("quality-award", workbook);
  expect(back.state === "done" || back.refusal !== null).toBe(true);
});

test("an edition that was changed under its number stops the start and names the file", async () => {
  const { loadLaw, syncLaw } = await import("../../src/app/law.ts");
  const file = join(law, "catalogue/items/quality-award.json");
  const before = await readFile(file, "utf8");
  await writeFile(file, before.replace("质量奖名称", "质量奖的名称"));
  await expect(syncLaw(city.database.urls.admin, await loadLaw(law))).rejects.toThrow(/quality-award.*edition/s);
  await writeFile(file, before);
});

test("of an edition only an open end may be set; its code lists belong to it", async () => {
  const { loadLaw, syncLaw } = await import("../../src/app/law.ts");
  const start = async (): Promise<void> => syncLaw(city.database.urls.admin, await loadLaw(law));
  const file = join(law, "catalogue/items/quality-award.json");
  const before = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  const list = join(law, "codes/subject-category.json");
  const values = await readFile(list, "utf8");
  await writeFile(list, values.replace('"subjectKind": "sole_trader"', '"subjectKind": "organization"'));
  await expect(start()).rejects.toThrow(/edition .* was changed/);
  await writeFile(list, values);
  await writeFile(file, JSON.stringify({ ...before, effectiveTo: "2199-12-31" }));
  await start();
  await start();
  await writeFile(file, JSON.stringify({ ...before, effectiveTo: "2198-12-31" }));
  await expect(start()).rejects.toThrow(/quality-award.*edition/s);
  await writeFile(file, JSON.stringify({ ...before, effectiveTo: "2199-12-31" }));
});
