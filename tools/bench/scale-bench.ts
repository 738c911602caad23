import { rm } from "node:fs/promises";
import { join } from "node:path";
import { benchRows, benchRuns, median, say, type Bench, type Measure } from "./bench.ts";
import { writePenaltyCsv } from "./penalty-file.ts";
import { Platform } from "./platform.ts";

const ITEM = "administrative-penalty";
const FEW = 100_000;
const FILLING = 500_000;

/** How fast a file of 100 k penalties of known firms goes in beside 5 M stored records, against beside 100 k. */
export const scaleBench: Bench = {
  name: "scale",
  about: "ingest at 5 M stored records against at 100 k (fills the register first: a quarter of an hour)",
  async run(tell: (measure: Measure) => void): Promise<void> {
    const many = benchRows(5_000_000);
    const few = Math.min(FEW, many / 10);
    const platform = await Platform.start();
    try {
      let stored = 0;
      const report = async (rows: number, firms: number): Promise<number> => {
        const file = join(platform.directory, "penalties.csv");
        await writePenaltyCsv(file, { rows, firms, from: stored + 1 });
        const { counts, seconds } = await platform.report(ITEM, file);
        if (counts["accepted"] !== rows) throw new Error(`not all rows went in: ${JSON.stringify(counts)}`);
        await rm(file);
        stored += rows;
        return rows / seconds;
      };
      const rates = async (firms: number): Promise<number[]> => {
        const found: number[] = [];
        for (let run = 0; run < benchRuns(); run++) found.push(await report(few, firms));
        say(`scale: ${found.map(Math.round).join(", ")} rows/s at ${stored} stored`);
        return found;
      };
      await report(few, few / 5);
      const early = await rates(few / 5);
      while (stored < many) await report(Math.min(FILLING, many - stored), many / 5);
      const late = await rates(many / 5);
      const [ours, limit] = [median(late), median(early)];
      tell({ bench: "ingest-at-5m", ratio: ours / limit, ours, limit, unit: "rows/s", target: 0.85, runs: late });
    } finally {
      await platform.stop();
    }
  },
};
