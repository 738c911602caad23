import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent, replaceFile } from "../platform/durable-file.ts";
import { isAlive } from "../platform/postgres/process-probe.ts";

/** `server.json` in the data directory: the supervisor's process and the port of its web process. */
export interface RunningNote {
  readonly pid: number;
  readonly port: number;
}

/** Leaves word that this process serves the data directory on a port. */
export async function noteRunning(dataDirectory: string, port: number): Promise<void> {
  await replaceFile(pathOf(dataDirectory), `${JSON.stringify({ pid: process.pid, port })}\n`);
}

/** Who serves the data directory now, or null; what a killed platform left behind does not count. */
export async function findRunning(dataDirectory: string): Promise<RunningNote | null> {
  const note = parseNote(await readIfPresent(pathOf(dataDirectory)));
  return note && mayBeOurs(note.pid) && (await isAlive(note.pid)) ? note : null;
}

/** Takes the word back, unless another start of the same data on an outside database has written its own. */
export async function forgetRunning(dataDirectory: string): Promise<void> {
  const note = parseNote(await readIfPresent(pathOf(dataDirectory)));
  if (note?.pid === process.pid) await rm(pathOf(dataDirectory), { force: true });
}

function pathOf(dataDirectory: string): string {
  return join(dataDirectory, "server.json");
}

/** A process that we may not signal belongs to another user, so its number was given anew. */
function mayBeOurs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function parseNote(text: string | null): RunningNote | null {
  try {
    const note: unknown = JSON.parse(text ?? "null");
    if (typeof note !== "object" || note === null || !("pid" in note) || !("port" in note)) return null;
    const { pid, port } = note;
    return typeof pid === "number" && typeof port === "number" && pid > 0 ? { pid, port } : null;
  } catch {
    return null; // cut off by a crash: nobody says that they run
  }
}
