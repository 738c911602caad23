import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames } from "./match-name.rules.ts";
import { foldName } from "./name.rules.ts";

const compare = (a: string, b: string): string => compareNames(foldName(a), foldName(b)).reason;

describe("two names of one firm", () => {
  test.each([
    ["黄石示例矿业有限公司", "黄石示例矿业有限责任公司"],
    ["黄石示例矿业股份有限公司", "黄石示例矿业股份有限责任公司"],
    ["黄石示例矿业", "黄石示例矿业有限公司"],
    ["示例矿业有限公司", "黄石市示例矿业有限公司"],
    ["黄石示例矿业有限公司", "湖北省黄石市示例矿业有限公司"],
    ["黄石示例矿业有限公司", "示例矿业（黄石）有限公司"],
    ["黄石市示例矿业有限公司", "黄石示例矿业有限公司"],
    ["黃石示例礦業有限公司", "黄石示例矿业有限责任公司"],
    ["黄石市第35示例中心", "黄石市第三十五示例中心"],
    ["黄石三五三五示例机械厂", "黄石３５３５示例机械厂"],
    ["黄石示例眼镜第二分公司", "黄石示例眼镜第2分公司"],
    ["黄石示例眼镜有限公司第二分公司", "黄石示例眼镜有限责任公司2分公司"],
    ["示例石油有限公司大冶市分公司", "示例石油有限公司大冶分公司"],
    ["大冶市示例面馆（个体工商户）", "大冶市示例面馆"],
    ["阳新示例种植专业合作社", "阳新县示例种植农民专业合作社"],
  ])("%s / %s", (a, b) => {
    expect(compare(a, b)).toBe("written-otherwise");
    expect(compare(b, a)).toBe("written-otherwise");
  });
});

describe("names that need not be of one firm", () => {
  test.each([
    ["黄石示例矿业有限公司", "黄石示例建材有限公司", "core-differs"],
    ["黄石示例宏雅有限公司", "黄石示例弘雅有限公司", "core-differs"],
    ["黄石示例眼镜有限公司", "黄石示例眼镜有限公司第二分公司", "branch-differs"],
    ["示例石油有限公司大冶分公司", "示例石油有限公司阳新分公司", "branch-differs"],
    ["示例石油有限公司第二分公司", "示例石油有限公司第三分公司", "branch-differs"],
    ["黄石示例矿业有限公司", "黄石示例矿业股份有限公司", "form-differs"],
    ["黄石示例矿业公司", "黄石示例矿业厂", "form-differs"],
    ["黄石示例矿业公司", "黄石示例矿业有限公司", "form-differs"],
    ["黄石示例矿业有限公司", "黄石示例矿业集团有限公司", "form-differs"],
    ["黄石示例矿业有限公司", "武汉示例矿业有限公司", "region-contradicts"],
    ["黄石示例矿业有限公司", "大冶示例矿业有限公司", "region-contradicts"],
    ["黄石市大冶示例矿业有限公司", "黄石市阳新示例矿业有限公司", "region-contradicts"],
    ["三五示例有限公司", "三十五示例有限公司", "core-differs"],
    ["黄石示例第2中学", "黄石示例第12中学", "core-differs"],
  ])("%s / %s: %s", (a, b, reason) => {
    expect(compare(a, b)).toBe(reason);
    expect(compare(b, a)).toBe(reason);
  });

  const name = fc
    .tuple(
      fc.constantFrom("", "黄石", "黄石市", "湖北省", "湖北黄石", "大冶", "武汉市"),
      fc.array(fc.constantFrom(..."鑫 宏 泰 达 华 盛 恒 源 三 2 十".split(" ")), { minLength: 2, maxLength: 4 }),
      fc.constantFrom("", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "公司", "厂", "专业合作社"),
      fc.constantFrom("", "", "大冶分公司", "第二分公司", "第2分公司", "个体工商户"),
    )
    .map(([place, core, form, branch]) => foldName(place + core.join("") + form + branch));
  test("are compared alike from both sides, and a name with itself is equal", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b)).toEqual(compareNames(b, a));
        expect(compareNames(a, a).reason).toBe("equal");
      }),
      { numRuns: 3000 },
    );
  });
});
