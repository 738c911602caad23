import { expect, test } from "vitest";
import { meaningOfCode, meaningOfFormat } from "./number-formats.ts";

test.each([
  ["yyyy/m/d", "date"],
  ['yyyy"年"m"月"', "date"],
  ["[$-804]yyyy\\-mm\\-dd;@", "date"],
  ["m/d/yy h:mm", "date"],
  ["[DBNum1]yyyy年m月d日", "date"],
  ["aaaa", "date"],
  ["h:mm:ss", "time"],
  ["[h]:mm", "time"],
  ["mm:ss.0", "time"],
  ["General", "number"],
  ["G/通用格式", "number"],
  ["0.00E+00", "number"],
  ["#,##0.00;[Red]-#,##0.00", "number"],
  ['0"days"', "number"],
  ["@", "number"],
  ["0_ ", "number"],
  ['"已办"0', "number"],
] as const)("format %s shows a %s", (code, meaning) => {
  expect(meaningOfCode(code)).toBe(meaning);
});

test.each([
  [0, "number"],
  [14, "date"],
  [22, "date"],
  [20, "time"],
  [31, "date"],
  [57, "date"],
  [49, "number"],
  [164, "number"],
] as const)("built-in format %i shows a %s", (id, meaning) => {
  expect(meaningOfFormat(id, undefined)).toBe(meaning);
});
