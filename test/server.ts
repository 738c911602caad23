import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { findFreePort, findPostmaster, stopPostmaster } from "../src/platform/postgres/postmaster.ts";

const COMMAND = resolve(import.meta.dirname, "../bin/mingxin.mjs");

/** What a command of the command line answered. */
export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `mingxin …` as a person would and waits for its end. */
export function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Answer> {
  return new Promise((done, failed) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...args],
      { env: { ...process.env, DATABASE_URL: "", ...environment } },
      (_error, stdout, stderr) => done({ code: child.exitCode, stdout, stderr }),
    );
    child.once("error", failed);
    child.stdin?.end(input);
  });
}

/** The shipped start command on a data directory of its own: what the test runner transforms is not what Node runs. */
export class TestServer {
  readonly data: string;
  readonly base: string;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;

  private constructor(data: string, port: number) {
    this.data = data;
    this.base = `http://localhost:${port}`;
    this.#environment = { MINGXIN_DATA: data, MINGXIN_SAMPLE: "0", PORT: String(port), LOG_LEVEL: "fatal" };
  }

  /** Not started yet. */
  static async create(): Promise<TestServer> {
    return new TestServer(await mkdtemp(join(tmpdir(), "mingxin-server-")), await findFreePort());
  }

  /** Of the supervisor; null while none runs. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Starts and waits for the line that says it is ready; by npm, its process is that of npm. */
  async start(by: "node" | "npm" = "node"): Promise<void> {
    const [command, ...args] = by === "npm" ? ["npm", "start"] : [process.execPath, COMMAND, "serve"];
    const child = spawn(command ?? "", args, {
      cwd: resolve(COMMAND, "../.."),
      env: { ...process.env, DATABASE_URL: "", ...this.#environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = "";
      child.stdout.on("data", (text) => {
        said += String(text);
        if (said.includes("已就绪")) ready();
      });
      child.once("error", failed);
      child.once("exit", () => failed(new Error(`the server ended: ${said}`)));
    });
  }

  /** Ends the supervisor or the database as a power cut would. */
  async kill(what: "server" | "database"): Promise<void> {
    if (what === "server") await this.#end("SIGKILL");
    else process.kill(await this.databasePid(), "SIGKILL");
  }

  /** As Ctrl-C does; gives the exit code. */
  stop(): Promise<number | null> {
    return this.#end("SIGINT");
  }

  /** As a service manager does; gives the exit code, null where npm ended by the signal itself. */
  terminate(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  async #end(signal: "SIGINT" | "SIGTERM" | "SIGKILL"): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    }
    this.#child = null;
    return child.exitCode;
  }

  async databasePid(): Promise<number> {
    const server = await findPostmaster(await this.#cluster());
    if (!server) throw new Error("no database runs");
    return server.pid;
  }

  /** A command beside the server, on the same data and port. */
  run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return runCommand(args, { ...this.#environment, ...environment });
  }

  /** Fetches a path of the API as the administrator. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const key = (await readFile(join(this.data, "admin.key"), "utf8")).trim();
    return fetch(`${this.base}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${key}` } });
  }

  /** Asks the API again while the database comes back, and until the answer is the one waited for. */
  async ask<Shape>(path: string, until: (answer: Shape) => boolean = () => true): Promise<Shape> {
    for (;;) {
      const response = await this.fetch(path).catch(() => null);
      const answer = response?.ok === true ? ((await response.json()) as Shape) : null;
      if (answer && until(answer)) return answer;
      await wait(20);
    }
  }

  /** Living processes of this server: the supervisor, all that it started, and whatever names the data directory. */
  async processes(): Promise<readonly RunningProcess[]> {
    return familyOf(await listProcesses(), this.pid, this.data);
  }

  /** Ends whatever runs and removes all data. */
  async dispose(): Promise<void> {
    await this.kill("server");
    const cluster = await this.#cluster().catch(() => null);
    const database = cluster === null ? null : await findPostmaster(cluster);
    if (database) await stopPostmaster(database.pid, true);
    if (cluster !== null) await rm(cluster, { recursive: true, force: true });
    await rm(this.data, { recursive: true, force: true });
  }

  /** Root's database may lie outside the data directory; the note inside says where. */
  async #cluster(): Promise<string> {
    const note = JSON.parse(await readFile(join(this.data, "postgres.json"), "utf8")) as { cluster: string };
    return resolve(await realpath(this.data), note.cluster);
  }
}

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All living processes; zombies that nobody has fetched count as dead. */
export async function listProcesses(): Promise<readonly RunningProcess[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,stat=,args="], {
    maxBuffer: 2 ** 26,
  });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const living = state !== undefined && !state.startsWith("Z");
    return living ? [{ pid: Number(pid), parent: Number(parent), command: command ?? "" }] : [];
  });
}

function familyOf(all: readonly RunningProcess[], root: number | null, data: string): readonly RunningProcess[] {
  const family = new Set<RunningProcess>(all.filter((entry) => entry.pid === root || entry.command.includes(data)));
  // A set goes on to what is added while it is walked.
  for (const member of family) {
    for (const entry of all) if (entry.parent === member.pid) family.add(entry);
  }
  return [...family];
}
