import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Compile } from "typebox/compile";
import { afterAll, describe, expect, test } from "vitest";
import type { LocalDate } from "../../../kernel/time.ts";
import type { RowValues } from "../catalogue-item.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { publicRecordSchema, rowSchema } from "./api-schema.ts";
import { itemDocumentation } from "./documentation.ts";
import { entryForm } from "./form.ts";
import { foldHeader, headerIndex } from "./header-index.ts";
import { importTemplate } from "./import-template.ts";
import { publicValues, publicView } from "./public-view.ts";
import { compileJudge } from "./validator.ts";

const DATA = fileURLToPath(new URL("../../../../data", import.meta.url));
const catalogue = await loadCatalogue(DATA);
const TODAY = "2026-11-24" as LocalDate;
const made: string[] = [];
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true }))));

describe.each(catalogue.items)("from $item are derived", (item) => {
  const view = publicView(catalogue, item);
  const valid = item.samples.filter((sample) => sample.findings.length === 0);
  const judged: readonly RowValues[] = valid.map((sample) => {
    const keys = Object.keys(sample.cells);
    const judge = compileJudge(
      catalogue,
      item,
      null,
      keys.map((field) => ({ field, header: field })),
      { today: TODAY },
    );
    return judge(
      2,
      keys.map((key) => ({ text: sample.cells[key] ?? "", kind: "text" })),
    ).values;
  });

  test("a schema that the values of every valid sample meet, and a public one that its public values meet", () => {
    const row = Compile(rowSchema(catalogue, item));
    const shown = Compile(publicRecordSchema(catalogue, item));
    for (const values of judged) {
      expect(row.Errors(values)).toEqual([]);
      expect(shown.Errors(publicValues(view, values))).toEqual([]);
    }
    expect(shown.Check({ personDocumentNumber: "990000199001010017" })).toBe(false);
    expect(row.Check({ ...judged[0], colour: "red" })).toBe(false);
  });

  test("a page layout with all public fields and no other", () => {
    expect(view.publicFields.toSorted()).toEqual(
      item.fields
        .filter((field) => field.disclosure === "public")
        .map((field) => field.key)
        .toSorted(),
    );
    expect(view.publicFields.some((key) => /Document(Type|Number)$/.test(key))).toBe(false);
    const words = view.groups
      .flatMap((group) => group.fields)
      .flatMap((field) => {
        const value = judged[0]?.[field.key];
        return value === undefined ? [] : [field.show(value).zh];
      });
    expect(words.length).toBeGreaterThan(5);
    expect(words).not.toContain("");
  });

  test("a form and a dictionary with every field", () => {
    const form = entryForm(catalogue, item).groups.flatMap((group) => group.fields.map((field) => field.key));
    expect(form.toSorted()).toEqual(item.fields.map((field) => field.key).toSorted());
    const documentation = itemDocumentation(catalogue, item);
    expect(documentation.fields.map((field) => field.number)).toEqual(item.fields.map((_field, at) => at + 1));
    expect(documentation.unverified.length).toBeGreaterThan(0);
    expect(documentation.validSamples.length + documentation.invalidSamples.length).toBe(item.samples.length);
  });
});

test("values are shown in words: codes by label, amounts in yuan, long term as such", () => {
  const penalty = catalogue.editionInForce("administrative-penalty", TODAY);
  const licence = catalogue.editionInForce("administrative-licence", TODAY);
  if (!penalty || !licence) throw new Error("an item is missing");
  const show = (item: typeof penalty, key: string, value: string | number | readonly string[]) =>
    publicView(catalogue, item)
      .groups.flatMap((group) => group.fields)
      .find((field) => field.key === key)
      ?.show(value);
  expect(show(penalty, "fineAmount", 123_456_789)).toEqual({ zh: "1,234,567.89元", en: "¥1,234,567.89" });
  expect(show(penalty, "fineAmount", 200_000)).toEqual({ zh: "2,000元", en: "¥2,000" });
  expect(show(penalty, "severity", "serious")).toEqual({ zh: "严重", en: "Serious" });
  expect(show(penalty, "penaltyKinds", ["警告", "其他-责令改正"])).toEqual({
    zh: "警告、其他-责令改正",
    en: "Warning, Other-责令改正",
  });
  expect(show(licence, "validTo", "2099-12-31")).toEqual({ zh: "长期", en: "no end date" });
  expect(show(licence, "status", "1")).toEqual({ zh: "有效", en: "In force" });
});

describe("headers", () => {
  test.each([
    ["XK_XDR_SHXYM", "uscc"],
    ["行政相对人代码_1（统一社会信用代码）", "uscc"],
    ["行政相对人代码_1 统一社会信用代码", "uscc"],
    [" 统一社会信用代码* ", "uscc"],
    ["uscc", "uscc"],
    ["XK_FR_SFZH", "legalRepresentativeDocumentNumber"],
    ["XK_YXQZ", "validFrom"],
    ["XK_YXQZI", "validTo"],
    ["XK_SPLB", "licenceKind"],
    ["XK_XZJG", "authorityName"],
  ])("%s carries %s of a licence", (header, field) => {
    const item = catalogue.editionInForce("administrative-licence", TODAY);
    expect(item && headerIndex(item, null).find(header)).toEqual({ field });
  });

  test("the mislabelled CF_XKJG is the authority of a penalty, and an unknown header nobody's", () => {
    const item = catalogue.editionInForce("administrative-penalty", TODAY);
    expect(item && headerIndex(item, null).find("CF_XKJG")).toEqual({ field: "authorityName" });
    expect(item && headerIndex(item, null).find("颜色")).toBeNull();
    expect(foldHeader("罚款金额\n（万元）")).toBe("罚款金额万元");
  });

  test("with a profile only its own columns count", () => {
    const item = catalogue.editionInForce("administrative-licence", TODAY);
    const index = item && headerIndex(item, catalogue.findProfile(item, "nmpa"));
    expect([index?.find("社会信用代码"), index?.find("企业住所"), index?.find("XK_XDR_SHXYM")]).toEqual([
      { field: "uscc" },
      "ignored",
      null,
    ]);
  });
});

test("a new item is one data file: everything is derived from it", async () => {
  const directory = await mkdtemp(join(tmpdir(), "mingxin-law-"));
  made.push(directory);
  await cp(DATA, directory, { recursive: true });
  const source = JSON.parse(await readFile(join(DATA, "catalogue/items/subject-registration.json"), "utf8")) as {
    fields: { key: string }[];
  };
  const wanted = new Set(["subjectName", "uscc", "establishedDate", "authorityName"]);
  const item = {
    ...source,
    item: "annual-report",
    title: { zh: "年度报告", en: "Annual report" },
    naturalKey: ["uscc", "establishedDate"],
    rules: [],
    fields: source.fields.filter((field) => wanted.has(field.key)),
    samples: [
      {
        name: "示例",
        cells: {
          subjectName: "示例",
          uscc: "91420200MAXX000153",
          establishedDate: "2020-01-02",
          authorityName: "示例局",
        },
        findings: [],
      },
    ],
  };
  await writeFile(join(directory, "catalogue/items/annual-report.json"), JSON.stringify(item));
  const extended = await loadCatalogue(directory);
  const added = extended.editionInForce("annual-report", TODAY);
  if (!added) throw new Error("the item was not loaded");
  const keys = Object.keys(item.samples[0]?.cells ?? {});
  const judge = compileJudge(
    extended,
    added,
    null,
    keys.map((field) => ({ field, header: field })),
    { today: TODAY },
  );
  expect(
    judge(
      2,
      Object.values(item.samples[0]?.cells ?? {}).map((text) => ({ text, kind: "text" })),
    ),
  ).toMatchObject({ ok: true, findings: [] });
  expect((await importTemplate(extended, added)).length).toBeGreaterThan(1000);
  expect(publicView(extended, added).publicFields).toHaveLength(4);
  expect(itemDocumentation(extended, added).fields).toHaveLength(4);
  expect(entryForm(extended, added).groups.flatMap((group) => group.fields)).toHaveLength(4);
  expect(rowSchema(extended, added)["required"]).toContain("uscc");
});
