import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z", "*.md"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\0")
  .filter((file) => file !== "" && existsSync(path.join(ROOT, file)));

interface Manifest {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}
const manifest = JSON.parse(read("package.json")) as Manifest;

/** Anchor of a heading as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

function brokenLinks(file: string): string[] {
  const text = read(file).replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [address = "", anchor] = target.split("#");
    const wanted = address === "" ? file : path.join(path.dirname(file), address);
    if (!existsSync(path.join(ROOT, wanted))) return [`${file} links to ${target}`];
    if (anchor === undefined || !wanted.endsWith(".md")) return [];
    const anchors = [...read(wanted).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
    return anchors.includes(anchor) ? [] : [`${file} links to ${target}, a heading that does not exist`];
  });
}

/** Files that a document names in code marks, e.g. `src/main.ts`; patterns and placeholders are not meant. */
function missingFiles(file: string): string[] {
  const named = [...read(file).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map(([, name = ""]) => name);
  const looksLikeOurs = /^(src|test|tools|db|data|docs|bin|\.ci)\/|^[\w.-]+\.(mjs|md)$/;
  return named
    .filter(
      (name) =>
        looksLikeOurs.test(name) &&
        !existsSync(path.join(ROOT, name)) &&
        !existsSync(path.join(ROOT, path.dirname(file), name)),
    )
    .map((name) => `${file} names ${name}`);
}

function unknownScripts(file: string): string[] {
  return [...read(file).matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !(name in manifest.scripts))
    .map((name) => `${file} names npm run ${name}`);
}

describe("the documents", () => {
  test("are found", () => {
    expect(documents).toContain("README.md");
    expect(documents).toContain("README.zh-CN.md");
  });

  test.each(documents)("%s links only to what exists", (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });

  test.each(documents)("%s names only files and npm scripts that exist", (file) => {
    expect([...missingFiles(file), ...unknownScripts(file)]).toEqual([]);
  });

  test("list every decision", () => {
    const decisions = documents
      .filter((file) => /^docs\/decisions\/\d{4}-/.test(file))
      .map((file) => path.basename(file));
    const index = read("docs/decisions/README.md");
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });

  test("say of every dependency what it is for, and of none that is gone", () => {
    const listed = [...read("docs/decisions/dependencies.md").matchAll(/^\| `([^`]+)`\s+\|/gm)].map(
      ([, name = ""]) => name,
    );
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(listed.toSorted()).toEqual(installed.toSorted());
  });

  test("show the same commands in both languages of the README", () => {
    const commands = (text: string) =>
      [...text.matchAll(/^(?:MINGXIN_\w+=\S+ )?(?:npm|npx|curl|node) .+$/gm)].map(([line]) =>
        line.replace(/\s+#.*$/, ""),
      );
    expect(commands(read("README.zh-CN.md"))).toEqual(commands(read("README.md")));
    expect(commands(read("README.md"))).toContain("npm ci && npm start");
    expect(commands(read("README.md"))).toContain("npm ci && npm test");
  });
});
