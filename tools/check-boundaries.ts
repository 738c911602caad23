/**
 * Holds the dependency rule (boundaries.mjs, .dependency-cruiser.mjs) and proves that the check itself sees: every file
 * of src/ must have been read, every rule must catch its samples, every line of MODULES may name only lines above it.
 * Prints what it saw; `--json` prints `{"files":…,"edges":…,"samples":…}` for .ci/run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { MODULES } from "../boundaries.mjs";
import config from "../.dependency-cruiser.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const SAMPLES = path.join(ROOT, "tools/boundary-samples");
const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly Violation[]; readonly totalDependenciesCruised: number };
}

/** Runs dependency-cruiser with the one configuration over the known top folders of `root`. */
function cruise(root: string): Cruise {
  const bin = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = ["src", "test", "tools", "db"].filter((folder) => existsSync(path.join(root, folder)));
  const settings = path.join(ROOT, ".dependency-cruiser.mjs");
  const output = execFileSync(process.execPath, [bin, "--config", settings, "--output-type", "json", ...folders], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  // The shape is dependency-cruiser's documented JSON reporter (cruise-result schema).
  return JSON.parse(output) as Cruise;
}

/** Lines of MODULES that name something that does not stand above them. */
export function misorderedLines(modules: Readonly<Record<string, readonly string[]>>): string[] {
  const above = new Set<string>();
  const faults: string[] = [];
  for (const [name, uses] of Object.entries(modules)) {
    for (const used of uses)
      if (!above.has(used)) faults.push(`boundaries.mjs: ${name} names ${used}, which does not stand above it`);
    above.add(name);
  }
  return faults;
}

/** Code files of src/ that git knows or would take, against those that the cruise read. */
function unseenFiles(result: Cruise): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z", "src"], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .split("\0")
    .filter((file) => CODE.test(file) && existsSync(path.join(ROOT, file)));
  const seen = new Set(result.modules.map((module) => module.source).filter((source) => source.startsWith("src/")));
  const faults = listed.filter((file) => !seen.has(file)).map((file) => `${file} was not read by the boundary check`);
  for (const file of seen) {
    if (CODE.test(file) && !listed.includes(file)) faults.push(`${file} was read but git does not know it`);
  }
  if (listed.length === 0) faults.push("git lists no file under src/");
  return faults;
}

/** Compares what each sample says it breaks with what was caught; also names rules without a sample. */
function sampleFaults(): { faults: string[]; samples: number } {
  const result = cruise(SAMPLES);
  const caught = new Map<string, Set<string>>();
  for (const { from, rule } of result.summary.violations) {
    caught.set(from, (caught.get(from) ?? new Set()).add(rule.name));
  }
  const faults: string[] = [];
  const covered = new Set<string>();
  let samples = 0;
  for (const { source } of result.modules) {
    if (!/^(src|test|tools|db)\//.test(source) || !existsSync(path.join(SAMPLES, source))) continue;
    const wanted =
      /^\/\/ breaks: (.+)$/m.exec(readFileSync(path.join(SAMPLES, source), "utf8"))?.[1]?.split(/,\s*/) ?? [];
    if (wanted.length > 0) samples += 1;
    for (const name of wanted) covered.add(name);
    const got = [...(caught.get(source) ?? [])].sort();
    if (got.join() !== [...wanted].sort().join()) {
      faults.push(`sample ${source}: should break [${wanted.join(", ")}], the check caught [${got.join(", ")}]`);
    }
  }
  for (const { name } of config.forbidden)
    if (!covered.has(name)) faults.push(`rule ${name} has no sample under tools/boundary-samples/`);
  return { faults, samples };
}

function main(): void {
  const own = cruise(ROOT);
  const { faults: ofSamples, samples } = sampleFaults();
  const violations = own.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
  const faults = [...misorderedLines(MODULES), ...unseenFiles(own), ...ofSamples, ...violations];
  const files = own.modules.filter(({ source }) => /^(src|test|tools|db)\//.test(source)).length;
  const edges = own.summary.totalDependenciesCruised;
  if (process.argv.includes("--json"))
    process.stdout.write(`${JSON.stringify({ files, edges, samples, faults: faults.length })}\n`);
  else
    process.stdout.write(
      `boundaries: ${files} files, ${edges} edges, ${samples} forbidden samples caught, ${faults.length} faults\n`,
    );
  for (const fault of faults) process.stderr.write(`  ${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (import.meta.main) main();
