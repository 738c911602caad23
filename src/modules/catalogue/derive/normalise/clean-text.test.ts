import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

describe("text is tidied of what nobody sees", () => {
  test.each([
    ["  黄石示例公司 ", "黄石示例公司"],
    ["黄石\u3000示例\u00A0公司", "黄石 示例 公司"],
    ["黄石\u200B示例\uFEFF公司\u0000", "黄石示例公司"],
    ["黄石示例\r\n有限公司", "黄石示例有限公司"],
    ["Shili\nCompany", "Shili Company"],
    ["黄环罚〔２０２５〕６号", "黄环罚〔２０２５〕６号"],
    ["ＡＢＣ（示例）", "ＡＢＣ（示例）"],
    ["a   b", "a b"],
    ["𠮷野示例", "𠮷野示例"],
  ])("%j", (written, expected) => {
    expect(cleanText(written, false)).toBe(expected);
  });

  test("several lines stay where the field has them, with LF", () => {
    expect(cleanText("一\r\n 二\r三\n\n\n\n四 ", true)).toBe("一\n二\n三\n\n四");
  });

  test("lost characters are not repaired", () => {
    expect(cleanText("黄\uFFFD示例", false)).toBeNull();
    expect(cleanText("黄\uD83D示例", false)).toBeNull();
  });

  test("comes to an end with a megabyte of white space (it took minutes once)", () => {
    for (const space of [" ", "\n", " \n", "\u3000", "\t\r"])
      expect(cleanText(`黄${space.repeat(400_000)}石`, false)?.replaceAll(" ", "")).toBe("黄石");
  });

  test("tidying twice changes nothing, and nothing that a database refuses is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (written, multiline) => {
        const once = cleanText(written, multiline);
        if (once === null) return;
        expect(cleanText(once, multiline)).toBe(once);
        expect(once).not.toContain("\u0000");
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});
