import { expect, test } from "vitest";
import { acceptedLanguage } from "./language.ts";

test.for([
  [undefined, "zh"],
  ["", "zh"],
  ["*", "zh"],
  ["fr", "zh"],
  ["en", "en"],
  ["EN-GB;q=0.8, fr", "en"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["en-US,en;q=0.9,zh;q=0.8", "en"],
  ["en;q=0.2, zh-Hant;q=0.7", "zh"],
  ["en;q=x", "zh"],
  ["english", "zh"],
] as const)("of %s it is %s", ([header, language]) => {
  expect(acceptedLanguage(header)).toBe(language);
});
