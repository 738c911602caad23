/**
 * `npm run bench [-- --json] [NAME…]`: runs the benches, each with its limit measured in the same run. One line a measure.
 * Progress goes to stderr. MINGXIN_BENCH_ROWS and MINGXIN_BENCH_RUNS make a quicker, less telling run.
 */
import { parseArgs } from "node:util";
import type { Bench, Measure } from "./bench.ts";
import { ingestBench } from "./ingest-bench.ts";
import { readBench } from "./read-bench.ts";
import { scaleBench } from "./scale-bench.ts";
import { searchBench } from "./search-bench.ts";
import { startBench } from "./start-bench.ts";
import { xlsxBench } from "./xlsx-bench.ts";

const BENCHES: readonly Bench[] = [ingestBench, xlsxBench, scaleBench, readBench, searchBench, startBench];

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no bench ${unknown.join(", ")}; there are:\n${BENCHES.map((bench) => `  ${bench.name}  ${bench.about}`).join("\n")}\n`,
  );
  process.exit(2);
}
for (const bench of BENCHES) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  await bench.run(tell);
}

function tell(measure: Measure): void {
  const { bench, ratio, ours, limit, unit, target } = measure;
  const round = (value: number): number => Number(value.toPrecision(4));
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify({ bench, ratio: round(ratio), ours: round(ours), limit: round(limit), unit })}\n`,
    );
    return;
  }
  const verdict = target === null ? "" : ratio >= target ? `  (target ${target}: met)` : `  (target ${target}: MISSED)`;
  process.stdout.write(
    `${bench.padEnd(18)} ratio ${round(ratio)}  ours ${round(ours)} ${unit}, limit ${round(limit)} ${unit}${verdict}\n`,
  );
}
