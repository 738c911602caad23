import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { benchRows, benchRuns, median, say, seconds, type Bench, type Measure } from "./bench.ts";
import { penaltyHeader, writePenaltyCsv } from "./penalty-file.ts";
import { Platform } from "./platform.ts";

/** 1 M penalties from the file to the public register, against COPY of the same rows into one indexed table. */
export const ingestBench: Bench = {
  name: "ingest",
  about: "CSV of 1 M penalties until public; memory meanwhile; the same file again",
  async run(tell: (measure: Measure) => void): Promise<void> {
    const rows = benchRows(1_000_000);
    const firms = Math.max(1000, rows / 5);
    const ours: number[] = [];
    const limits: number[] = [];
    const again: number[] = [];
    const peaks: number[] = [];
    for (let run = 0; run < benchRuns(); run++) {
      const platform = await Platform.start();
      try {
        const file = join(platform.directory, "penalties.csv");
        await writePenaltyCsv(file, { rows, firms });
        limits.push(rows / (await copyLimit(platform, file)));
        const first = await platform.report("administrative-penalty", file);
        if (first.counts["accepted"] !== rows) throw new Error(`not all rows went in: ${JSON.stringify(first)}`);
        ours.push(rows / first.seconds);
        peaks.push(first.peakMebibytes);
        const second = await platform.report("administrative-penalty", file);
        if (second.counts["duplicates"] !== rows) throw new Error(`not all duplicates: ${JSON.stringify(second)}`);
        again.push(rows / second.seconds);
        say(
          `ingest run ${run + 1}: ${Math.round(ours.at(-1) ?? 0)} of ${Math.round(limits.at(-1) ?? 0)} rows/s, again ${Math.round(again.at(-1) ?? 0)}, ${Math.round(first.peakMebibytes)} MiB`,
        );
      } finally {
        await platform.stop();
      }
    }
    const note = `${rows} rows`;
    const [own, limit] = [median(ours), median(limits)];
    tell({
      bench: "ingest-csv",
      ratio: median(ours.map((one, at) => one / (limits[at] ?? 1))),
      ours: own,
      limit,
      unit: "rows/s",
      target: 0.6,
      runs: ours,
      note,
    });
    tell({
      bench: "ingest-memory",
      ratio: 600 / Math.max(...peaks),
      ours: Math.max(...peaks),
      limit: 600,
      unit: "MiB",
      target: 1,
      runs: peaks,
      note,
    });
    tell({
      bench: "ingest-again",
      ratio: median(again.map((one, at) => one / (ours[at] ?? 1))),
      ours: median(again),
      limit: own,
      unit: "rows/s",
      target: 1.5,
      runs: again,
      note,
    });
  },
};

/** Seconds that COPY takes for the file's rows into a table with primary key, three b-trees and a GIN. */
async function copyLimit(platform: Platform, file: string): Promise<number> {
  const client = await platform.connect();
  try {
    const columns = penaltyHeader().map((_, at) => `c${at} text`);
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await client.query(
      `CREATE TABLE bench_limit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${columns.join(", ")})`,
    );
    await client.query(
      "CREATE INDEX ON bench_limit (c2); CREATE INDEX ON bench_limit (c13); CREATE INDEX ON bench_limit (c22); CREATE INDEX ON bench_limit USING gin (c0 gin_trgm_ops)",
    );
    const names = penaltyHeader().map((_, at) => `c${at}`);
    const started = performance.now();
    await pipeline(
      createReadStream(file),
      client.query(copyFrom(`COPY bench_limit (${names.join(", ")}) FROM STDIN (FORMAT csv, HEADER)`)),
    );
    const took = seconds(started);
    await client.query("DROP TABLE bench_limit");
    return took;
  } finally {
    await client.end();
  }
}
