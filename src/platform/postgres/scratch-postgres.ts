import { randomBytes } from "node:crypto";
import { chown, mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ServerBinaries } from "./binaries.ts";
import { findBundledBinaries } from "./binaries.ts";
import { initCluster, SUPERUSER } from "./init-cluster.ts";
import { runPostmaster, stopPostmaster } from "./postmaster.ts";
import { reachableBinaries } from "./reachable-binaries.ts";
import { findServerAccount } from "./server-account.ts";

export interface ScratchPostgres {
  /** Superuser's URL of the database `postgres`. */
  readonly url: string;
  readonly pid: number;
  /** Stops the server and removes its directory. */
  stop(): Promise<void>;
}

/**
 * A throw-away server in `directory` for tests and benches: nothing is synced to disk, a crash loses everything. Uses
 * the bundled programs unless others are given.
 */
export async function startScratchPostgres(directory: string, binaries?: ServerBinaries): Promise<ScratchPostgres> {
  await mkdir(directory, { recursive: true });
  const home = await realpath(directory);
  const account = await findServerAccount();
  if (account) await chown(home, account.uid, account.gid);
  const reachable = await reachableBinaries(binaries ?? (await findBundledBinaries()), account);
  const password = randomBytes(24).toString("hex");
  const plan = { binaries: reachable, account, cluster: join(home, "cluster"), password, durable: false };
  await initCluster(plan);
  const { pid, port } = await runPostmaster(plan, null, join(home, "postgres.log"));
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    pid,
    stop: async () => {
      await stopPostmaster(pid);
      await rm(home, { recursive: true, force: true });
    },
  };
}
