import { join } from "node:path";
import { benchRows, benchRuns, median, say, seconds, type Bench, type Measure } from "./bench.ts";
import { readCells, writePenaltyWorkbook } from "./penalty-workbook.ts";
import { Platform } from "./platform.ts";

const ITEM = "administrative-penalty";
const MOST_MEBIBYTES = 600;
/** Numbers of documents that no other file of the bench holds. */
const LARGE_FROM = 5_000_001;

/** A workbook of 100 k penalties until public, against reading its cells; memory over one of 200 k rows, sent three times. */
export const xlsxBench: Bench = {
  name: "xlsx",
  about: "XLSX of 100 k penalties until public; memory over one of 200 k rows, the same file thrice",
  async run(tell: (measure: Measure) => void): Promise<void> {
    const rows = benchRows(100_000);
    const ours: number[] = [];
    const limits: number[] = [];
    const peaks: number[] = [];
    for (let run = 0; run < benchRuns(); run++) {
      const platform = await Platform.start();
      try {
        const file = join(platform.directory, "penalties.xlsx");
        await writePenaltyWorkbook(file, { rows, firms: Math.max(1000, rows / 5) });
        limits.push(await rowsReadPerSecond(file, rows));
        const filed = await platform.report(ITEM, file);
        if (filed.counts["accepted"] !== rows) throw new Error(`not all rows went in: ${JSON.stringify(filed)}`);
        ours.push(rows / filed.seconds);
        peaks.push(await reportThrice(platform, rows * 2));
        say(
          `xlsx run ${run + 1}: ${Math.round(ours.at(-1) ?? 0)} of ${Math.round(limits.at(-1) ?? 0)} rows/s, ${Math.round(peaks.at(-1) ?? 0)} MiB`,
        );
      } finally {
        await platform.stop();
      }
    }
    tell({
      bench: "ingest-xlsx",
      ratio: median(ours.map((one, at) => one / (limits[at] ?? 1))),
      ours: median(ours),
      limit: median(limits),
      unit: "rows/s",
      target: 0.5,
      runs: ours,
    });
    tell({
      bench: "xlsx-memory",
      ratio: MOST_MEBIBYTES / Math.max(...peaks),
      ours: Math.max(...peaks),
      limit: MOST_MEBIBYTES,
      unit: "MiB",
      target: 1,
      runs: peaks,
    });
  },
};

async function rowsReadPerSecond(file: string, rows: number): Promise<number> {
  const started = performance.now();
  const cells = await readCells(file);
  if (cells < rows * 15) throw new Error(`the reader saw ${cells} cells only`);
  return rows / seconds(started);
}

/** Sends a larger workbook three times, of which the second and third must change nothing. Gives the peak of memory. */
async function reportThrice(platform: Platform, rows: number): Promise<number> {
  const file = join(platform.directory, "large.xlsx");
  await writePenaltyWorkbook(file, { rows, firms: Math.max(1000, rows / 5), from: LARGE_FROM });
  const first = await platform.report(ITEM, file);
  if (first.counts["accepted"] !== rows) throw new Error(`not all rows went in: ${JSON.stringify(first)}`);
  const peaks = [first.peakMebibytes];
  for (const time of ["second", "third"]) {
    const again = await platform.report(ITEM, file);
    if (again.counts["duplicates"] !== rows) throw new Error(`${time} time: ${JSON.stringify(again)}`);
    peaks.push(again.peakMebibytes);
  }
  return Math.max(...peaks);
}
