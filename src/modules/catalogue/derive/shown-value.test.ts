import { expect, test } from "vitest";
import { shownValue } from "./shown-value.ts";

const NUMBER = "990101199001010772";

test.each([
  NUMBER,
  `X${NUMBER}`,
  "990101 199001010772",
  "９９０１０１１９９００１０１０７７２",
  "编号：990101199001010771",
  "110105491231002",
  `第${NUMBER}号`,
])("a finding does not show the number of %s", (text) => {
  const shown = shownValue(text).normalize("NFKC").replaceAll(/\D/g, "");
  expect(shown.length).toBeLessThanOrEqual(4);
});

test("a number across the place where a long value is cut is hidden before the cut", () => {
  for (let before = 180; before <= 200; before += 1) {
    const shown = shownValue("案".repeat(before) + NUMBER + "案".repeat(30));
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(shown).not.toMatch(/\d{3}/);
  }
});

test("other values stay as they are", () => {
  for (const text of ["91420200MAXX000153", "2026-05-08", "黄环罚〔2026〕1号", ""]) expect(shownValue(text)).toBe(text);
});
