import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { ServerBinaries } from "./binaries.ts";
import { canEnter, type ServerAccount } from "./server-account.ts";

/** Root of this checkout or installed package. */
const CHECKOUT = resolve(import.meta.dirname, "../../..");

/** Where root keeps what the server's account could not reach inside the checkout; one folder per checkout. */
export function outsidePlace(): string {
  return join("/var/lib/mingxin", createHash("sha256").update(CHECKOUT).digest("hex").slice(0, 16));
}

/** Makes `outsidePlace()`, open to passing through whatever this process's umask says. */
export async function makeOutsidePlace(): Promise<string> {
  const place = outsidePlace();
  await mkdir(place, { recursive: true });
  for (const directory of [dirname(place), place]) await chmod(directory, 0o755);
  return place;
}

/**
 * The same programs where the server's account can run them: as they are, or copied to `outsidePlace()` when the checkout
 * is closed to others (for example under root's home).
 */
export async function reachableBinaries(
  binaries: ServerBinaries,
  account: ServerAccount | null,
): Promise<ServerBinaries> {
  if (!binaries.bundle || (await canEnter(account, binaries.directory))) return binaries;
  const root = join(outsidePlace(), `postgres-${binaries.bundle.version}`);
  if (!existsSync(root)) {
    await makeOutsidePlace();
    const copying = `${root}.copying-${randomBytes(4).toString("hex")}`;
    await cp(binaries.bundle.root, copying, { recursive: true, verbatimSymlinks: true });
    await openToReaders(copying);
    await rename(copying, root).catch(async (error: unknown) => {
      await rm(copying, { recursive: true, force: true });
      if (!existsSync(root)) throw error;
    });
  }
  return { ...binaries, directory: join(root, "bin"), bundle: { ...binaries.bundle, root } };
}

/** Copies of a checkout made under a strict umask are closed; programs and their libraries hold no secret. */
async function openToReaders(path: string): Promise<void> {
  const { mode, ...kind } = await lstat(path).then((entry) => ({
    mode: entry.mode,
    link: entry.isSymbolicLink(),
    directory: entry.isDirectory(),
  }));
  if (kind.link) return;
  await chmod(path, mode & 0o100 ? 0o755 : 0o644);
  if (!kind.directory) return;
  for (const name of await readdir(path)) await openToReaders(join(path, name));
}
