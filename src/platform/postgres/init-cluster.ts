import { spawn } from "node:child_process";
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { StartError } from "../start-error.ts";
import type { ServerBinaries } from "./binaries.ts";
import { isErrno } from "../errno.ts";
import { isAlive } from "./process-probe.ts";
import { asAccount, type ServerAccount } from "./server-account.ts";

/** Name of the superuser of a cluster that the platform makes. */
export const SUPERUSER = "mingxin_admin";

export interface ClusterPlan {
  readonly binaries: ServerBinaries;
  readonly account: ServerAccount | null;
  /** Absolute path without links; the parent exists and the account can enter it. */
  readonly cluster: string;
  readonly password: string;
  /** False for scratch clusters of tests: nothing is synced to disk. */
  readonly durable: boolean;
}

/**
 * Makes the cluster unless it is there. It is built beside its place and moved there when complete, so that a start that
 * is killed on the way leaves nothing that looks like a cluster; leftovers of killed starts are removed here.
 */
export async function initCluster(plan: ClusterPlan): Promise<void> {
  await removeLeftovers(plan.cluster);
  if (existsSync(join(plan.cluster, "PG_VERSION"))) return;
  const building = `${plan.cluster}.building-${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(building, { mode: 0o700 });
  const passwordFile = `${building}.password`;
  try {
    if (plan.account) await chown(building, plan.account.uid, plan.account.gid);
    await writeFile(passwordFile, plan.password, { mode: 0o600 });
    if (plan.account) await chown(passwordFile, plan.account.uid, plan.account.gid);
    await runInitdb(plan, building, passwordFile);
    await rename(building, plan.cluster).catch((error: unknown) => {
      // Two first starts at once: the other one was faster, and its cluster is as good.
      if (!existsSync(join(plan.cluster, "PG_VERSION"))) throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(building, { recursive: true, force: true });
  }
}

async function removeLeftovers(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.building-`;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid || (await isAlive(pid))) continue;
    await rm(join(dirname(cluster), name), { recursive: true, force: true }).catch((error: unknown) => {
      // An initdb whose parent was killed may still write into it; the next start removes the rest.
      if (!isErrno(error, "ENOTEMPTY")) throw error;
    });
  }
}

function runInitdb(plan: ClusterPlan, target: string, passwordFile: string): Promise<void> {
  // From 17 on there is a locale provider of PostgreSQL's own: the same order everywhere, whatever the system has.
  const locale =
    plan.binaries.major >= 17
      ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
      : ["--locale-provider=libc", "--locale=C"];
  const flags = [
    "--pgdata", target, "--username", SUPERUSER, "--pwfile", passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
    "--text-search-config=simple", "--no-instructions", ...locale, ...(plan.durable ? [] : ["--no-sync"]),
  ]; // prettier-ignore
  return new Promise((resolve, reject) => {
    const child = spawn(join(plan.binaries.directory, "initdb"), flags, {
      ...asAccount(plan.account),
      env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString("utf8")).slice(-4000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(initFailed(target, output));
    });
  });
}

function initFailed(target: string, output: string): StartError {
  return new StartError("cluster", {
    zh: `无法在 ${dirname(target)} 建立数据库：\n${output}`,
    en: `Cannot make the database in ${dirname(target)}:\n${output}`,
  });
}
