import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
const SAMPLES = path.join(ROOT, "tools/lint-samples");

/** Rules caught per sample file, by name without their plugin. The samples' configuration only extends the real one. */
function lintSamples(): Map<string, string[]> {
  const binary = path.join(ROOT, "node_modules/.bin/oxlint");
  const settings = path.join(SAMPLES, "oxlint-samples.json");
  const run = spawnSync(binary, ["--type-aware", "-c", settings, "-f", "json", SAMPLES], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const report = JSON.parse(run.stdout) as { diagnostics: { code: string; severity: string; filename: string }[] };
  const caught = new Map<string, string[]>();
  for (const { code, severity, filename } of report.diagnostics) {
    const rule = /\(([^)]+)\)$/.exec(code)?.[1] ?? code;
    const name = path.basename(filename);
    const before = caught.get(name) ?? [];
    caught.set(name, severity === "error" && !before.includes(rule) ? [...before, rule] : before);
  }
  return caught;
}

/** Source files that git tracks or would take, without the samples that are bad on purpose. */
function ownSources(): string[] {
  return execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: ROOT, encoding: "utf8" })
    .split("\0")
    .filter((file) => /\.(ts|mts|mjs|js|sql|css)$/.test(file) && !/^tools\/(boundary|lint)-samples\//.test(file))
    .filter((file) => existsSync(path.join(ROOT, file)));
}

function linesMatching(pattern: RegExp): string[] {
  return ownSources().flatMap((file) =>
    readFileSync(path.join(ROOT, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

describe("the lint configuration", () => {
  const caught = lintSamples();

  test.each(readdirSync(path.join(SAMPLES, "src")))("catches what %s does wrong, and nothing else", (name) => {
    const first = readFileSync(path.join(SAMPLES, "src", name), "utf8").split("\n", 1)[0] ?? "";
    const wanted = /^\/\/ breaks: (.+)$/.exec(first)?.[1]?.split(/,\s*/) ?? [];
    expect((caught.get(name) ?? []).toSorted()).toEqual(wanted.toSorted());
  });
});

describe("comments", () => {
  test("leave work open only with the number of an issue", () => {
    const word = ["TO", "DO"].join("");
    const open = new RegExp(`\\b(${word}|FIX${"ME"}|X${"XX"})\\b(?!\\(#\\d+\\): )`);
    expect(linesMatching(open)).toEqual([]);
  });

  test("switch a lint rule off only by name and with a reason", () => {
    const bare = /(ox|es)lint-disable(?!\S*\s+[\w/-]+(,\s*[\w/-]+)*\s+--\s+\S)/;
    expect(linesMatching(bare).filter((line) => !line.startsWith("tools/lint.test.ts"))).toEqual([]);
  });
});
