import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isErrno } from "../errno.ts";

/** Whether a process lives. A zombie that nobody reaps (containers without an init) counts as dead. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return isErrno(error, "EPERM");
  }
  if (process.platform !== "linux") return true;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat !== "" && stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) !== "Z";
}

/** Waits until the process has gone; false when it still lives after `millis`. */
export async function waitForExit(pid: number, millis: number): Promise<boolean> {
  const end = performance.now() + millis;
  while (await isAlive(pid)) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Whether this pid is a server of the cluster, and not another process that was given the number of a dead one: a server
 * has its cluster as working directory.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  if (process.platform === "linux") {
    return readlink(`/proc/${pid}/cwd`).then(
      (cwd) => cwd === cluster,
      () => false,
    );
  }
  return new Promise((resolve) => {
    execFile("ps", ["-p", String(pid), "-o", "command="], (_error, output) => resolve(output.includes(cluster)));
  });
}

/** Backends that outlived their killed postmaster; they would keep a new one from starting. Linux only. */
export async function findServersOf(cluster: string): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    const pid = Number(name);
    if (Number.isInteger(pid) && pid !== process.pid && (await isPostgresIn(pid, cluster))) found.push(pid);
  }
  return found;
}

async function isPostgresIn(pid: number, cluster: string): Promise<boolean> {
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => "");
  if (cwd !== cluster) return false;
  return (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).startsWith("postgres");
}
