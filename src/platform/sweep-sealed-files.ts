import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseId, type Uuid } from "../kernel/ids.ts";
import { millisOf, type Instant } from "../kernel/time.ts";
import { isErrno } from "./errno.ts";

/** Nothing younger is touched: its upload may be under way. */
const OLD_MS = 24 * 3600 * 1000;

export interface Swept {
  /** Files of uploads that were never finished. */
  readonly parts: number;
  /** Sealed files that nothing names. */
  readonly orphans: number;
  /** Orphans that were left alone, since the register knows fewer of the files than it does not. */
  readonly spared: number;
}

/**
 * Removes what a killed upload left behind under a directory of `<xx>/<id>.sealed`: unfinished files, and sealed ones that
 * nothing names, older than a day. Where most files are unknown, the register is another one than that of this directory, and
 * nothing but unfinished ones goes.
 */
export async function sweepSealedFiles<Id extends Uuid<string>>(
  root: string,
  now: Instant,
  findKnown: (ids: readonly Id[]) => Promise<ReadonlySet<Id>>,
): Promise<Swept> {
  const before = millisOf(now) - OLD_MS;
  const parts: string[] = [];
  const sealed = new Map<Id, string>();
  for await (const { name, path } of listFiles(root)) {
    const id = parseId<Id>(name.replace(/\.sealed$/, ""));
    if (!name.endsWith(".part") && id === null) continue;
    if ((await stat(path)).mtimeMs >= before) continue;
    if (id === null) parts.push(path);
    else sealed.set(id, path);
  }
  const known = await findKnown([...sealed.keys()]);
  const orphans = [...sealed].filter(([id]) => !known.has(id)).map(([, path]) => path);
  const isOurs = known.size >= orphans.length;
  for (const path of [...parts, ...(isOurs ? orphans : [])]) await rm(path, { force: true });
  return { parts: parts.length, orphans: isOurs ? orphans.length : 0, spared: isOurs ? 0 : orphans.length };
}

async function* listFiles(root: string): AsyncGenerator<{ name: string; path: string }> {
  for (const directory of await listDirectory(root)) {
    if (!directory.isDirectory()) continue;
    for (const file of await listDirectory(join(root, directory.name)))
      if (file.isFile()) yield { name: file.name, path: join(root, directory.name, file.name) };
  }
}

async function listDirectory(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (isErrno(error, "ENOENT")) return []; // nothing was ever handed in
    throw error;
  }
}
