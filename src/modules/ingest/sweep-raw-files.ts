import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseId, type BatchId } from "../../kernel/ids.ts";
import { millisOf } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { isErrno } from "../../platform/errno.ts";
import { findExisting } from "./batches.store.ts";
import { rawFilesDirectory } from "./raw-file.ts";
import type { IngestRuntime } from "./run-batch.ts";

/** Nothing younger is touched: its upload or its batch may be under way. */
const OLD_MS = 24 * 3600 * 1000;

export interface Swept {
  /** Files of uploads that were never finished. */
  readonly parts: number;
  /** Raw files without a batch. */
  readonly orphans: number;
  /** Orphans that were left alone, since the register knows fewer of the raw files than it does not. */
  readonly spared: number;
}

/**
 * Removes what a killed upload left behind: unfinished files and raw files that no batch names, older than a day. Where
 * most files are unknown, the register is another one than that of this directory, and nothing but unfinished ones goes.
 */
export async function sweepRawFiles({ db, clock, dataDirectory }: IngestRuntime): Promise<Swept> {
  const before = millisOf(clock.now()) - OLD_MS;
  const parts: string[] = [];
  const sealed = new Map<BatchId, string>();
  for await (const { name, path } of listFiles(rawFilesDirectory(dataDirectory))) {
    const batchId = parseId<BatchId>(name.replace(/\.sealed$/, ""));
    if (!name.endsWith(".part") && batchId === null) continue;
    if ((await stat(path)).mtimeMs >= before) continue;
    if (batchId === null) parts.push(path);
    else sealed.set(batchId, path);
  }
  const known = await inScope(db, (tx) => findExisting(tx, [...sealed.keys()]));
  const orphans = [...sealed].filter(([batchId]) => !known.has(batchId)).map(([, path]) => path);
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
