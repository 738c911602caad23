import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { StartError } from "../start-error.ts";

/** The system account that the database server runs as; null means the account of this process. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root lends it the account `nobody`. */
export async function findServerAccount(): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const line = (await readFile("/etc/passwd", "utf8")).split("\n").find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  // macOS writes nobody as -2.
  if (uid !== undefined && gid !== undefined) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  throw new StartError("cluster", {
    zh: "以 root 启动时数据库须借用系统账户 nobody 运行，但 /etc/passwd 中没有该账户。请改用普通用户启动",
    en: "Started as root, the database must run as the system account nobody, which /etc/passwd lacks. Start as an ordinary user",
  });
}

/** Spawn options that lend the account; the working directory must be one that it can enter. */
export function asAccount(account: ServerAccount | null): { uid?: number; gid?: number; cwd: string } {
  return account ? { uid: account.uid, gid: account.gid, cwd: "/" } : { cwd: "/" };
}

/** Whether the account can enter this directory, found out by trying: mode bits alone do not tell (ACLs, mounts). */
export function canEnter(account: ServerAccount | null, directory: string): Promise<boolean> {
  if (!account) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", ["-c", 'cd "$1" 2>/dev/null', "sh", directory], {
      ...asAccount(account),
      stdio: "ignore",
      env: {},
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}
