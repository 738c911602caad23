/** One figure of a run: what we reach, the limit measured in the same run, and their ratio. */
export interface Measure {
  readonly bench: string;
  /** ours / limit, or limit / ours where less is better; more is always better. */
  readonly ratio: number;
  readonly ours: number;
  readonly limit: number;
  readonly unit: string;
  /** What the ratio must reach (issue 3); null where the figure is for orientation. */
  readonly target: number | null;
  /** The single runs behind the medians. */
  readonly runs?: readonly number[];
  readonly note?: string;
}

/** A bench by name. Tells each measure as soon as it is known. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(tell: (measure: Measure) => void): Promise<void>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Rows of the large files: the full size, unless MINGXIN_BENCH_ROWS asks for a quicker look. */
export function benchRows(full: number): number {
  const asked = Number(process.env["MINGXIN_BENCH_ROWS"] ?? full);
  return Math.min(full, asked);
}

/** Runs for a median: three, unless MINGXIN_BENCH_RUNS says otherwise. */
export function benchRuns(): number {
  return Number(process.env["MINGXIN_BENCH_RUNS"] ?? 3);
}

export const seconds = (from: number): number => (performance.now() - from) / 1000;

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
