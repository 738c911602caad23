import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

interface Answer {
  readonly items: readonly {
    readonly name: string;
    readonly matchedName: string | null;
    readonly reason: string;
    readonly marks: readonly (readonly [number, number])[];
    readonly publicRecords: number;
  }[];
  readonly records: readonly { readonly documentNumber: string }[];
  readonly total: { readonly value: number; readonly relation: string };
  readonly next: string | null;
  readonly partial: boolean;
}

let city: TestCity;
const NAME = "黄石市宏雅物业有限公司（示例）";
const BUSY = "大冶市宏雅建材有限公司（示例）";

beforeAll(async () => {
  city = await startCity();
  const rows = [
    { subjectName: NAME, uscc: inventedUscc(1), documentNumber: "黄示许〔2026〕1号" },
    { subjectName: BUSY, uscc: inventedUscc(2), documentNumber: "黄示许〔2026〕2号" },
    { subjectName: BUSY, uscc: inventedUscc(2), documentNumber: "黄示许〔2026〕3号" },
  ];
  await city.report("administrative-licence", reportCsv("administrative-licence", rows));
});
afterAll(() => city.stop());

const search = (text: string, more = ""): Promise<Answer> =>
  city.json<Answer>(`/api/v1/subjects?q=${encodeURIComponent(text)}${more}`);

test("an answer says why it was found, which part of the name answered, and how many records it has", async () => {
  const found = await search("黄石宏雅");
  expect(found.items).toEqual([
    expect.objectContaining({ name: NAME, matchedName: null, reason: "prefix", publicRecords: 1 }),
  ]);
  const parts = found.items[0]?.marks.map(([from, to]) => NAME.slice(from, to));
  expect(parts).toEqual(["黄石", "宏雅"]);
  expect(found).toMatchObject({ total: { value: 1, relation: "eq" }, next: null, partial: false });
});

test("among equal answers the one with more public records comes first, and pages go on after a cursor", async () => {
  const first = await search("宏雅", "&limit=1");
  expect(first.items.map((item) => item.name)).toEqual([BUSY]);
  const second = await search("宏雅", `&limit=1&cursor=${first.next ?? ""}`);
  expect(second.items.map((item) => item.name)).toEqual([NAME]);
  expect(second.next).toBeNull();
});

test("a document number finds its decision, part of a credit code its subject", async () => {
  expect((await search("黄示许[2026]2号")).records.map((record) => record.documentNumber)).toEqual([
    "黄示许〔2026〕2号",
  ]);
  const byCode = await search(inventedUscc(1).slice(0, 16));
  expect(byCode.items[0]).toMatchObject({ name: NAME, reason: "code" });
});

describe("the page answers as the API does", () => {
  const page = async (text: string, language: "zh" | "en" = "zh"): Promise<string> => {
    const path = `/search?q=${encodeURIComponent(text)}`;
    return (await city.get(path, { headers: { cookie: `lang=${language}` } })).text();
  };
  test.each([
    ["宏雅物业", "<mark>宏雅物业</mark>", "共 1 家"],
    ["黄石市宏雅勿业有限公司", "与输入的文字略有不同", "共 1 家"],
    ["hywy", "按拼音找到", "共 1 家"],
    ["黄石宏雅", "地区或组织形式的写法不同", "<mark>黄石</mark>"],
  ])("%s", async (text, ...expected) => {
    const html = await page(text);
    for (const part of expected) expect(html).toContain(part);
  });
  test("in English as well, and an empty answer says what else may be typed", async () => {
    expect(await page("宏雅勿业有限公司", "en")).toContain("differs a little from what you typed");
    const empty = await page("无此示例名称");
    expect(empty).toContain("没有找到与");
    expect(empty).toContain("也可以输入拼音");
  });
});
