import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldDocumentNumber, foldName, foldWhole } from "./name.rules.ts";
import { isPersonalTradeName } from "./personal-trade-name.rules.ts";

describe("names", () => {
  test("fold to one form whatever the brackets, width and spaces", () => {
    expect(foldName("黄石（示例）商贸 有限公司")).toBe(foldName("黄石(示例)商贸有限公司"));
    expect(foldName("ＡＢＣ·示例公司")).toBe("ABC示例公司");
  });
  test("fold to simplified characters, except those that simplified script uses as well", () => {
    expect(foldName("黃石示例貿易有限責任公司")).toBe("黄石示例贸易有限责任公司");
    expect(foldName("乾元示例")).toBe("乾元示例");
  });
  test("fold character by character to what they fold to as a whole", () => {
    const signs = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("黃", "貿", "（", " ", "ｶﾞ", "ß", "e\u0301", "㈱", "ﬁ", "𠮷", "ᄀ", "ᅡ", "ﾡ", "\u3099"),
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 8 }), (parts) => {
        expect(foldName(parts.join(""))).toBe(foldWhole(parts.join("")));
      }),
      { numRuns: 3000 },
    );
  });
  test("of sole traders that are a person's own are not for search", () => {
    expect(isPersonalTradeName("个体工商户（张示例）", "张示例")).toBe(true);
    expect(isPersonalTradeName("张示例", "张示例")).toBe(true);
    expect(isPersonalTradeName("司马示例戊（个体工商户）", "司马示例戊")).toBe(true);
    expect(isPersonalTradeName("司马示例戊（个体工商户）", null)).toBe(true);
    expect(isPersonalTradeName("个体户示例庚辛", "示例庚辛")).toBe(true);
    expect(isPersonalTradeName("诸葛示例己", "诸葛示例己（经营者）")).toBe(true);
    expect(isPersonalTradeName("西塞山区示例便利店", "张示例")).toBe(false);
    expect(isPersonalTradeName("黄石示例便利店（个体工商户）", "张示例（经营者）")).toBe(false);
    expect(isPersonalTradeName("示例小吃店（个体工商户）", null)).toBe(false);
  });
  test("of documents fold whatever the brackets", () => {
    expect(foldDocumentNumber("黄环罚〔2017〕4号")).toBe(foldDocumentNumber("黄环罚[2017] 4号"));
    expect(foldDocumentNumber("黄环罚〔2017〕4号")).not.toBe(foldDocumentNumber("黄环罚〔2017〕14号"));
  });
});
