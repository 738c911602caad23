import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../../kernel/time.ts";
import type { CatalogueItem, SourceProfile } from "../catalogue-item.ts";
import type { CellInput } from "../cell-input.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { headerIndex } from "./header-index.ts";
import { compileJudge, type JudgedRow } from "./validator.ts";

const catalogue = await loadCatalogue(fileURLToPath(new URL("../../../../data", import.meta.url)));
const TODAY = "2026-11-24" as LocalDate;

function itemOf(code: string): CatalogueItem {
  const item = catalogue.editionInForce(code, TODAY);
  if (!item) throw new Error(`no item ${code}`);
  return item;
}
const LICENCE = itemOf("administrative-licence");
const PENALTY = itemOf("administrative-penalty");
const NMPA = catalogue.findProfile(LICENCE, "nmpa");

/** Judges a table of texts whose first row is the header. */
function judgeTable(
  item: CatalogueItem,
  profile: SourceProfile | null,
  table: readonly (readonly string[])[],
): readonly JudgedRow[] {
  const index = headerIndex(item, profile);
  const [header = [], ...rows] = table;
  const columns = header.map((title) => {
    const found = index.find(title);
    return { header: title, field: found !== null && found !== "ignored" ? found.field : null };
  });
  const judge = compileJudge(catalogue, item, profile, columns, { today: TODAY });
  return rows.map((row, at) =>
    judge(
      at + 2,
      row.map((text) => ({ text, kind: "text" })),
    ),
  );
}

/** The first valid sample with some cells changed; null takes a column away. */
function judgeSample(item: CatalogueItem, change: Readonly<Record<string, string | CellInput | null>>): JudgedRow {
  const cells = { ...item.samples[0]?.cells, ...change };
  const keys = Object.keys(cells).filter((key) => cells[key] !== null);
  const judge = compileJudge(
    catalogue,
    item,
    null,
    keys.map((field) => ({ field, header: field })),
    { today: TODAY },
  );
  return judge(
    7,
    keys.map((key) => {
      const cell = cells[key] ?? "";
      return typeof cell === "string" ? { text: cell, kind: "text" } : cell;
    }),
  );
}
const codes = (row: JudgedRow): readonly string[] =>
  row.findings.map((finding) => `${finding.code}@${finding.field ?? ""}`);

describe("a row", () => {
  test("that is clean has values of their types and no finding", () => {
    const judged = judgeSample(PENALTY, {});
    expect(judged).toMatchObject({ row: 7, ok: true, isPerson: false, findings: [] });
    expect(judged.values).toMatchObject({
      penaltyKinds: ["警告", "罚款"],
      fineAmount: 200_000,
      decisionDate: "2025-04-09",
    });
  });

  test("tells row, field, column, value, words and remedy of each finding, without repeating the value in the words", () => {
    const [finding] = judgeSample(PENALTY, { decisionDate: "25-4-9" }).findings;
    expect(finding).toMatchObject({
      row: 7,
      field: "decisionDate",
      column: "decisionDate",
      value: "25-4-9",
      severity: "error",
    });
    expect(finding?.message.zh).toBe("处罚决定日期的年份只有两位，无法确定世纪");
    expect(finding?.remedy.en).toContain("four digits");
  });

  test("may hold words for nothing where nothing is needed", () => {
    const judged = judgeSample(PENALTY, {
      remarks: "无",
      registrationNumber: "/",
      taxNumber: "Ｎ/Ａ",
      publicityEnd: " 暂无 ",
    });
    expect(judged.ok).toBe(true);
    expect(codes(judged)).toEqual([
      "empty-word@registrationNumber",
      "empty-word@taxNumber",
      "empty-word@publicityEnd",
      "empty-word@remarks",
    ]);
    expect(judged.values).not.toHaveProperty("remarks");
    expect(codes(judgeSample(PENALTY, { legalGrounds: "暂无" }))).toEqual(["required-missing@legalGrounds"]);
  });

  test("whose codes a spreadsheet took for numbers is refused, not repaired", () => {
    const number = (text: string): CellInput => ({ text, kind: "number" });
    expect(codes(judgeSample(LICENCE, { uscc: number("914202001234567000") }))).toEqual([
      "number-rounded-by-excel@uscc",
    ]);
    expect(codes(judgeSample(LICENCE, { uscc: "9.142E+17" }))).toEqual(["number-rounded-by-excel@uscc"]);
    expect(codes(judgeSample(LICENCE, { certificateNumber: number("12345678901234567") }))).toEqual([
      "number-rounded-by-excel@certificateNumber",
    ]);
    expect(codes(judgeSample(LICENCE, { registrationNumber: number("420200000000012") }))).toEqual([]);
  });

  test("with full-width, spaced or lower-case codes is read, and told so", () => {
    const judged = judgeSample(LICENCE, { uscc: "９１４２０２００　ｍａｘｘ０００１５３" });
    expect(judged.values).toMatchObject({ uscc: "91420200MAXX000153" });
    expect(codes(judged)).toEqual(["identifier-form@uscc"]);
  });

  test("with a formula error or lost characters is refused", () => {
    expect(codes(judgeSample(LICENCE, { content: { text: "#N/A", kind: "error" } }))).toEqual(["cell-error@content"]);
    expect(codes(judgeSample(LICENCE, { content: "准予\uFFFD\uFFFD" }))).toEqual(["text-unreadable@content"]);
  });

  test("follows from no field that could not be read", () => {
    // Only the category is wrong: what depends on it is neither demanded nor forbidden.
    expect(codes(judgeSample(LICENCE, { subjectCategory: "某类", uscc: null, legalRepresentative: null }))).toEqual([
      "choice-unknown@subjectCategory",
    ]);
  });

  test("takes an amount by the unit of its header", () => {
    const table = [Object.keys(PENALTY.samples[0]?.cells ?? {}), Object.values(PENALTY.samples[0]?.cells ?? {})];
    const header = table[0]?.map((key) => (key === "fineAmount" ? "罚款金额（元）" : key)) ?? [];
    const values = table[1]?.map((value, at) => (header[at] === "罚款金额（元）" ? "2000" : value)) ?? [];
    const [judged] = judgeTable(PENALTY, null, [header, values]);
    expect(judged?.values).toMatchObject({ fineAmount: 200_000 });
    expect(judged && codes(judged)).toEqual(["amount-unit-of-header@fineAmount"]);
  });

  test("reads the two kind columns of the 2016 standard as one field", () => {
    const base: Record<string, string> = { ...PENALTY.samples[0]?.cells };
    delete base["penaltyKinds"];
    const [judged] = judgeTable(PENALTY, null, [
      [...Object.keys(base), "CF_CFLB1", "CF_CFLB2"],
      [...Object.values(base), "警告", "罚款"],
    ]);
    expect(judged?.values).toMatchObject({ penaltyKinds: ["警告", "罚款"] });
    expect(judged?.ok).toBe(true);
  });
});

describe("a row on a natural person", () => {
  const person = PENALTY.samples.find((sample) => sample.cells["subjectCategory"] === "自然人")?.cells ?? {};
  const rowOf = (change: Readonly<Record<string, string>>): JudgedRow => {
    const cells = { ...person, ...change };
    const columns = Object.keys(cells).map((field) => ({ field, header: field }));
    return compileJudge(catalogue, PENALTY, null, columns, { today: TODAY })(
      2,
      Object.values(cells).map((text) => ({ text, kind: "text" })),
    );
  };

  test("is marked as such and keeps the number in clear for sealing", () => {
    expect(rowOf({})).toMatchObject({
      ok: true,
      isPerson: true,
      values: { personDocumentNumber: person["personDocumentNumber"] },
    });
    expect(rowOf({ subjectCategory: "某类" }).isPerson).toBe(true);
  });

  test("shows neither number nor name in a finding", () => {
    const wrong = `${person["personDocumentNumber"]?.slice(0, 17) ?? ""}Y`;
    const judged = rowOf({ personDocumentNumber: wrong, subjectName: `示例乙${"丙".repeat(200)}` });
    expect(judged.ok).toBe(false);
    expect(judged.findings.map((finding) => finding.field)).toEqual(["subjectName", "personDocumentNumber"]);
    expect(JSON.stringify(judged.findings)).not.toMatch(/990000|示例乙|丙/);
  });

  test("shows nothing that people wrote freely, in whatever column", () => {
    const told = "当事人示例乙住某小区（示例）".repeat(60);
    const judged = rowOf({
      violationFacts: told,
      violationKind: told,
      penaltyKinds: told,
      procedure: told,
      decisionDate: told,
    });
    expect(judged.findings.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(judged.findings)).not.toContain("某小区");
  });

  test("shows no identity number that stands in another column", () => {
    const judged = rowOf({ uscc: person["personDocumentNumber"] ?? "" });
    expect(judged.ok).toBe(false);
    expect(JSON.stringify(judged.findings)).not.toContain(person["personDocumentNumber"]);
  });
});

describe("a source's own table", () => {
  const HEADER = [
    "企业名称",
    "许可证编号",
    "社会信用代码",
    "许可项目",
    "企业住所",
    "生产地址",
    "发证机关",
    "日常监督管理机构",
    "发证日期",
    "有效期至",
    "isimport",
    "备注",
    "xkType",
  ];
  const row = (uscc: string): readonly string[] => [
    "黄石示例日化有限公司（示例）",
    "鄂妆20210001",
    uscc,
    "一般液态单元（护发清洁类）",
    "示例大道1号",
    "示例大道1号",
    "湖北省药品监督管理局",
    "黄石市市场监督管理局",
    "2021-05-26",
    "2026-05-25",
    "N",
    "无",
    "201",
  ];

  test("is read by its profile, with constants, copies and the category told from the code", () => {
    const judged = judgeTable(LICENCE, NMPA, [HEADER, row("91420200MAXX000153"), row("92420281MAXX000310")]);
    expect(judged.map((entry) => [entry.ok, entry.values["subjectCategory"]])).toEqual([
      [true, "法人及非法人组织"],
      [true, "个体工商户"],
    ]);
    expect(judged[0]?.values).toMatchObject({
      documentNumber: "鄂妆20210001",
      certificateNumber: "鄂妆20210001",
      decisionDocumentName: "化妆品生产许可证",
      validFrom: "2021-05-26",
      status: "1",
      sourceName: "国家药品监督管理局",
    });
    expect(judged[0] && codes(judged[0])).toEqual(["empty-word@remarks"]);
  });

  test("gives one error for one cause: what is derived from a wrong code is not complained of", () => {
    const judged = judgeTable(LICENCE, NMPA, [HEADER, row("91420200MAXX00015"), row("420200000000012")]);
    expect(
      judged.map((entry) =>
        entry.findings.filter((finding) => finding.severity === "error").map((finding) => finding.code),
      ),
    ).toEqual([["uscc-length"], ["uscc-is-registration-number"]]);
  });
});

describe("the judge", () => {
  const cell: fc.Arbitrary<CellInput | undefined> = fc.option(
    fc.record({
      text: fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom(
          "无",
          "长期",
          "2017年4月3日",
          "警告;罚款",
          "0.2万元",
          "其他-",
          "自然人",
          "91420200MAXX000153",
          "1e5",
          "-",
          "92",
          "罚",
        ),
        fc.stringMatching(/^[0-9Xx.年月日-]{0,20}$/),
      ),
      kind: fc.constantFrom("text", "number", "date", "boolean", "error", "empty"),
    }),
    { nil: undefined },
  );

  test.each(catalogue.items)("never throws, whatever the cells of $item hold", (item) => {
    const profiles = [null, ...item.profiles];
    const judges = profiles.map((profile) =>
      compileJudge(
        catalogue,
        item,
        profile,
        item.fields.map((field) => ({ field: field.key, header: field.title.zh })),
        { today: TODAY },
      ),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: item.fields.length + 2 }), (cells) => {
        for (const judge of judges) {
          const judged = judge(2, cells);
          expect(judged.ok).toBe(!judged.findings.some((finding) => finding.severity === "error"));
          expect(judged.findings.every((finding) => finding.value.length <= 200 && finding.message.zh !== "")).toBe(
            true,
          );
        }
      }),
    );
  });
});
