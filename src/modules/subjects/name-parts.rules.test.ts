import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "./name.rules.ts";
import { splitName } from "./name-parts.rules.ts";

const split = (name: string): string => {
  const { region, core, legalForm, branch } = splitName(foldName(name));
  return [region.join(" "), core, legalForm, branch].join("|");
};

describe("the parts of a name", () => {
  test.each([
    ["黄石市宏雅示例物业有限公司", "黄石|宏雅示例物业|有限公司|"],
    ["宏雅示例物业（黄石）有限公司", "黄石|宏雅示例物业|有限公司|"],
    ["宏雅示例有限公司(黄石市)", "黄石|宏雅示例|有限公司|"],
    ["湖北省黄石市大冶市示例建材厂", "湖北 黄石 大冶|示例建材|厂|"],
    ["大冶示例经营部", "大冶|示例|经营部|"],
    ["阳新县示例种植农民专业合作社", "阳新|示例种植|农民专业合作社|"],
    ["恩施州示例土特产有限公司", "恩施|示例土特产|有限公司|"],
    ["吉林省吉林市示例商贸有限公司", "吉林 吉林|示例商贸|有限公司|"],
    ["黃石示例貿易有限責任公司", "黄石|示例贸易|有限责任公司|"],
    ["示例集团股份有限公司", "|示例|集团股份有限公司|"],
    ["示例会计师事务所（特殊普通合伙）", "|示例会计师事务所|特殊普通合伙|"],
    ["示例投资合伙企业（有限合伙）", "|示例投资合伙企业|有限合伙|"],
  ])("%s", (name, parts) => {
    expect(split(name)).toBe(parts);
  });
  test.each([
    ["示例石油有限公司湖北黄石大冶加油站", "|示例石油|有限公司|湖北黄石大冶加油站"],
    ["武汉示例科技股份有限公司黄石分公司", "武汉|示例科技|股份有限公司|黄石分公司"],
    ["黄石示例眼镜第三分公司", "黄石|示例眼镜||第三分公司"],
    ["示例煤炭公司晋城分公司", "|示例煤炭|公司|晋城分公司"],
    ["示例银行大冶支行", "|示例银行||大冶支行"],
    ["示例发电有限责任公司工会委员会", "|示例发电|有限责任公司|工会委员会"],
    ["示例建设集团有限公司云南火电建设有限公司", "|示例建设集团有限公司云南火电建设|有限公司|"],
  ])("with a branch or another firm behind: %s", (name, parts) => {
    expect(split(name)).toBe(parts);
  });
  test.each([
    ["宜昌有限公司", "|宜昌|有限公司|"],
    ["黄石饭店", "黄石|饭店||"],
    ["黄石", "|黄石||"],
    ["示例大酒店", "|示例大酒店||"],
    ["厂", "|厂||"],
    ["", "|||"],
  ])("leave a core of two characters: %s", (name, parts) => {
    expect(split(name)).toBe(parts);
  });
  test("of a query leave one character when asked", () => {
    expect(splitName("黄石鑫", { smallestCore: 1 })).toMatchObject({ region: ["黄石"], core: "鑫" });
  });

  const words = fc.array(fc.constantFrom(...Array.from("鑫宏泰达华盛恒源瑞丰润佳")), { minLength: 2, maxLength: 5 });
  test("come back from a name put together of them, whether the place stands in front or in brackets", () => {
    const regions = fc.constantFrom(["黄石市", "黄石"], ["湖北", "湖北"], ["大冶市", "大冶"], ["武汉", "武汉"]);
    const forms = fc.constantFrom("有限公司", "有限责任公司", "股份有限公司", "厂", "经营部", "专业合作社");
    fc.assert(
      fc.property(words, regions, forms, fc.boolean(), (word, [place = "", short = ""], form, inBrackets) => {
        const core = word.join("");
        const name = inBrackets ? `${core}（${place}）${form}` : place + core + form;
        expect(splitName(foldName(name))).toEqual({ region: [short], core, legalForm: form, branch: "" });
      }),
    );
  });
  test("cover every text and never lose its core", () => {
    const bits = fc.constantFrom(
      "黄石",
      "市",
      "有限",
      "公司",
      "分公司",
      "第一",
      "店",
      "鑫",
      "A",
      "合作社",
      "集团",
      "湖北省",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        const { core, legalForm, branch } = splitName(text);
        expect(text.includes(core) && text.includes(legalForm) && text.endsWith(branch)).toBe(true);
        expect(core.length).toBeGreaterThanOrEqual(Math.min(2, text.length));
      }),
      { numRuns: 2000 },
    );
  });
});
