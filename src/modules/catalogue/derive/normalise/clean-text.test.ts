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

  test("takes time by the length of a text, whatever white space it holds", () => {
    const time = (length: number): number => {
      const texts = [" ", "\n", " \n", "\u3000", "\t\r"].map((space) => `黄${space.repeat(length)}石`);
      const started = performance.now();
      for (const text of texts) for (const multiline of [true, false]) cleanText(text, multiline);
      return performance.now() - started;
    };
    time(1000);
    const short = Math.min(time(20_000), time(20_000), time(20_000));
    const long = Math.min(time(400_000), time(400_000), time(400_000));
    expect(long / short).toBeLessThan(100);
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
