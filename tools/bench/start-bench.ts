import { benchRuns, median, type Bench, type Measure } from "./bench.ts";
import { Platform } from "./platform.ts";

/** Seconds from the start command to ready: the first time with the sample city, and again. Seconds are limits themselves. */
export const startBench: Bench = {
  name: "start",
  about: "first start with the sample city, and restart",
  async run(tell: (measure: Measure) => void): Promise<void> {
    const [firsts, agains]: [number[], number[]] = [[], []];
    for (let run = 0; run < benchRuns(); run++) {
      const platform = await Platform.create();
      try {
        firsts.push(await platform.boot(true));
        await platform.halt();
        agains.push(await platform.boot(true));
      } finally {
        await platform.stop();
      }
    }
    const [first, again] = [median(firsts), median(agains)];
    tell({ bench: "first-start", ratio: 25 / first, ours: first, limit: 25, unit: "s", target: 1, runs: firsts });
    tell({ bench: "restart", ratio: 3 / again, ours: again, limit: 3, unit: "s", target: 1, runs: agains });
  },
};
