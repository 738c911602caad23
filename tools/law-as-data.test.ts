import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const MODULES = path.resolve(import.meta.dirname, "../src/modules");
/** Modules whose rules apply statutes: there a number in code is law in code. */
const UNDER_LAW = ["publish", "lists", "commitments", "grading", "remedies"];
/** Counting and percentages; everything else has to come from data/. */
const INNOCENT = new Set(["0", "1", "100"]);

/** Number literals of a source text, without comments, strings, and digits inside names. */
function bareNumbers(source: string): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\/\/.*$/gm, "")
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');
  return [...code.matchAll(/(?<![\w.$])\d[\d_]*(?:\.\d+)?/g)]
    .map(([number]) => number)
    .filter((number) => !INNOCENT.has(number));
}

function ruleFiles(): string[] {
  return UNDER_LAW.filter((module) => existsSync(path.join(MODULES, module))).flatMap((module) =>
    readdirSync(path.join(MODULES, module), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".rules.ts"))
      .map((file) => path.join(module, file)),
  );
}

describe("law is data", () => {
  test("the reader of numbers sees a period in code and passes over counting, comments and words", () => {
    expect(bareNumbers('const days = 7; // 30 days\nconst name = "art. 48"; const sha256 = rows[0] ?? 1;')).toEqual([
      "7",
    ]);
    expect(bareNumbers("return addMonths(day, 36);")).toEqual(["36"]);
  });

  test.each(ruleFiles())("no number of a statute stands in %s", (file) => {
    expect(bareNumbers(readFileSync(path.join(MODULES, file), "utf8"))).toEqual([]);
  });
});
