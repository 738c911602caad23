import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, storableText } from "./text.ts";

test("a cut text keeps whole characters and says that it was cut", () => {
  expect(cutText("黄石𠮷野", 4)).toBe("黄石𠮷野");
  expect(cutText("黄石𠮷野家", 4)).toBe("黄石𠮷…");
  expect(cutText("😀😀😀", 2)).toBe("😀…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (text, longest) => {
      const cut = cutText(text, longest);
      expect(cut.isWellFormed()).toBe(true);
      expect(Array.from(cut).length).toBeLessThanOrEqual(longest);
      expect(Array.from(text).length <= longest ? cut === text : cut.endsWith("…")).toBe(true);
    }),
  );
});

test("a storable text has neither NUL nor half a surrogate pair, and is otherwise the same", () => {
  expect(storableText("a\u0000b\uD83D")).toBe("a\uFFFDb\uFFFD");
  expect(storableText("黄石😀")).toBe("黄石😀");
});
