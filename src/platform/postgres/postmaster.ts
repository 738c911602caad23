import { spawn } from "node:child_process";
import { closeSync, openSync, existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../start-error.ts";
import type { ClusterPlan } from "./init-cluster.ts";
import { isErrno } from "../errno.ts";
import { findServersOf, isAlive, isServerOf, waitForExit } from "./process-probe.ts";
import { asAccount } from "./server-account.ts";

/** A running server of a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it ran before this process, left over from a killed run. */
  readonly adopted: boolean;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

/**
 * Gives the running server of this cluster, or starts one on `wantedPort` (any free one when it is null or taken). Crash
 * recovery is the server's own; leftovers that would keep it from starting are removed first.
 */
export async function runPostmaster(
  plan: ClusterPlan,
  wantedPort: number | null,
  logFile: string,
): Promise<Postmaster> {
  const running = await findPostmaster(plan.cluster);
  if (running) return running;
  await clearRemains(plan.cluster);
  let failure = "";
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = attempt === 0 && wantedPort !== null && (await isFree(wantedPort)) ? wantedPort : await findFreePort();
    const started = await startOnce(plan, port, logFile);
    if (typeof started !== "string") return started;
    failure = started;
    // Another start may have been faster by a moment.
    const other = await findPostmaster(plan.cluster);
    if (other) return other;
    await sleep(200);
    await clearRemains(plan.cluster);
  }
  throw new StartError("cluster", {
    zh: `数据库未能启动（日志：${logFile}）：\n${failure}`,
    en: `The database did not start (log: ${logFile}):\n${failure}`,
  });
}

/** The living server of this cluster, waited for while it starts, recovers or shuts down; null when there is none. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const end = performance.now() + START_LIMIT_MS;
  for (;;) {
    const state = await readPidFile(cluster);
    if (!state || state.pid === null || !(await isServerOf(state.pid, cluster))) return null;
    if (state.ready && state.port !== null) return { pid: state.pid, port: state.port, adopted: true };
    if (performance.now() > end) throw stuck(state.pid, cluster);
    await sleep(20);
  }
}

/**
 * Fast shutdown: open transactions are rolled back, everything is written, no recovery is needed next time. Harder means
 * follow when that takes too long, or at once when `immediately`: the next start recovers then.
 */
export async function stopPostmaster(pid: number, immediately = false): Promise<void> {
  for (const signal of immediately ? (["SIGQUIT", "SIGKILL"] as const) : (["SIGINT", "SIGQUIT", "SIGKILL"] as const)) {
    if (!(await isAlive(pid))) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (isErrno(error, "ESRCH")) return;
      throw error;
    }
    if (await waitForExit(pid, STOP_LIMIT_MS)) return;
  }
}

interface PidFile {
  /** Null in a file without content, as a power cut leaves it. */
  readonly pid: number | null;
  readonly port: number | null;
  readonly ready: boolean;
}

async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  });
  if (text === null) return null;
  const lines = text.split("\n");
  const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10));
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (!Number.isInteger(pid)) return { pid: null, port: null, ready: false };
  return { pid, port: Number.isInteger(port) ? port : null, ready: lines[7]?.trim() === "ready" };
}

/** Removes the pid file of a dead server and ends backends that outlived it; none of this touches data. */
async function clearRemains(cluster: string): Promise<void> {
  let state = await readPidFile(cluster);
  if (state?.pid === null) {
    // A server that starts at this moment makes its file and fills it an instant later.
    await sleep(100);
    state = await readPidFile(cluster);
  }
  if (state && state.pid !== null && (await isServerOf(state.pid, cluster))) return;
  if (state) await rm(join(cluster, "postmaster.pid"), { force: true });
  const left = await findServersOf(cluster);
  for (const pid of left) process.kill(pid, "SIGQUIT");
  for (const pid of left) await waitForExit(pid, 5000);
}

/** The server, or what it said when it did not start. */
async function startOnce(plan: ClusterPlan, port: number, logFile: string): Promise<Postmaster | string> {
  const log = openSync(logFile, "a", 0o600);
  const settings = serverSettings(plan, port).flatMap((setting) => ["-c", setting]);
  const child = spawn(join(plan.binaries.directory, "postgres"), ["-D", plan.cluster, ...settings], {
    ...asAccount(plan.account),
    // A process group of its own: Ctrl-C in a terminal must reach the supervisor only, which stops the database last.
    detached: true,
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const ended: string[] = [];
  child.once("error", (error) => ended.push(error.message));
  child.once("exit", (code, signal) => ended.push(`postgres ended with ${signal ?? code}`));
  const end = performance.now() + START_LIMIT_MS;
  while (ended.length === 0) {
    const state = await readPidFile(plan.cluster);
    if (state && state.pid !== null && state.pid === child.pid && state.ready)
      return { pid: state.pid, port, adopted: false };
    if (performance.now() > end && child.pid !== undefined) throw stuck(child.pid, plan.cluster);
    await sleep(15);
  }
  return `${ended.join()}\n${existsSync(logFile) ? (await readFile(logFile, "utf8")).slice(-1500) : ""}`;
}

const SMALLEST_BUFFERS = 64 * 1048576;
const LARGEST_BUFFERS = 4096 * 1048576;
const LARGEST_SCRATCH_BUFFERS = 256 * 1048576;

function serverSettings(plan: ClusterPlan, port: number): string[] {
  const megabytes = (bytes: number): string => `${Math.floor(bytes / 1048576)}MB`;
  // The keys of millions of records are random, so a large import works on all pages of their indexes at once.
  const most = plan.durable ? LARGEST_BUFFERS : LARGEST_SCRATCH_BUFFERS;
  const sharedBuffers = Math.min(most, Math.max(SMALLEST_BUFFERS, totalmem() / 6));
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `shared_buffers=${megabytes(sharedBuffers)}`,
    "work_mem=32MB",
    "maintenance_work_mem=128MB",
    // A large import touches every page of the larger indexes again and again; each checkpoint makes them be logged whole.
    "max_wal_size=8GB",
    "checkpoint_timeout=30min",
    "max_connections=100",
    // Plans of short queries cost more compiled than run.
    "jit=off",
    "random_page_cost=1.1",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix=%m [%p] %a ",
    "log_checkpoints=off",
    ...(plan.durable
      ? // A large import changes what the tables hold; the first reads after it should not be planned for the old ones.
        ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "autovacuum_naptime=10s"]
      : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]),
  ];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** A port of the loopback that nobody listens on now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}

function stuck(pid: number, cluster: string): StartError {
  return new StartError("cluster", {
    zh: `数据库进程 ${pid}（${cluster}）迟迟未就绪`,
    en: `The database process ${pid} (${cluster}) does not become ready`,
  });
}
