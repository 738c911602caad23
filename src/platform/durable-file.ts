import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { isErrno } from "./errno.ts";

/**
 * Gives the text of a file, making it with `content` (mode 0600) when it is missing. Of several that make it at once one
 * wins and all get the winner's text; a crash leaves the whole file or none.
 */
export async function readOrMake(path: string, content: () => string): Promise<string> {
  const present = await readIfPresent(path);
  if (present !== null) return present;
  const temporary = await writeBeside(path, content());
  try {
    await link(temporary, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return readFile(path, "utf8");
}

/** Replaces a file as a whole (mode 0600): readers see the old text or the new one. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = await writeBeside(path, content);
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

export async function readIfPresent(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  });
}

/** Makes a rename or link in this directory survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeBeside(path: string, content: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}
