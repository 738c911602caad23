import type { Config } from "../platform/config.ts";
import { createLogger } from "../platform/log.ts";
import { openRuntime } from "./runtime.ts";
import { openLocal } from "./supervise.ts";
import { buildWeb, listen } from "./web.ts";
import { runWorker } from "./worker.ts";

/**
 * The platform in this very process, for a command that finds no server running: database, API on a free port of the
 * loopback, worker. Ends with the command; a batch in hand is finished first.
 */
export async function startLocal(config: Config): Promise<{ base: string; stop(): Promise<void> }> {
  const quiet: Config = { ...config, logLevel: config.logLevel === "info" ? "warn" : config.logLevel };
  const database = await openLocal(quiet);
  const runtime = await openRuntime(quiet, database.urls);
  const worker = runWorker(runtime, createLogger("command", quiet.logLevel));
  const app = await buildWeb(runtime, worker.wake);
  const port = await listen(app, { port: 0, host: "127.0.0.1" });
  return {
    base: `http://127.0.0.1:${port}`,
    stop: async () => {
      await app.close();
      await worker.stop();
      await runtime.close();
      await database.stop();
    },
  };
}
