import { spawn, type ChildProcess } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findFreePort } from "../../src/platform/postgres/postmaster.ts";
import { seconds } from "./bench.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const POLL_MS = 100;

export interface BatchResult {
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  /** From the first byte sent until the receipt says done. */
  readonly seconds: number;
  /** Largest memory of the server's processes together meanwhile, in MiB; the database is not counted. */
  readonly peakMebibytes: number;
}

/** The shipped server with its embedded database, in a directory of its own, driven over HTTP as by anybody. */
export class Platform {
  readonly directory: string;
  readonly port: number;
  #child: ChildProcess | null = null;

  private constructor(directory: string, port: number) {
    this.directory = directory;
    this.port = port;
  }

  static async create(): Promise<Platform> {
    return new Platform(await mkdtemp(join(tmpdir(), "mingxin-bench-")), await findFreePort());
  }

  /** A running platform without sample data. */
  static async start(): Promise<Platform> {
    const platform = await Platform.create();
    await platform.boot();
    return platform;
  }

  /** Starts the server and gives the seconds until it said that it is ready. */
  async boot(sample = false): Promise<number> {
    const started = performance.now();
    const child = spawn(process.execPath, [join(ROOT, "bin/mingxin.mjs"), "serve"], {
      env: {
        ...process.env,
        MINGXIN_DATA: join(this.directory, "data"),
        MINGXIN_SAMPLE: sample ? "1" : "0",
        PORT: String(this.port),
        LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = "";
      child.stdout?.on("data", (text) => {
        said += String(text);
        if (said.includes("已就绪")) ready();
      });
      child.once("exit", () => failed(new Error(`the server ended: ${said}`)));
    });
    return seconds(started);
  }

  get base(): string {
    return `http://localhost:${this.port}`;
  }

  /** A connection of the database's superuser, for what is measured beside the product. */
  async connect(): Promise<pg.Client> {
    const note = await this.#databaseNote();
    const client = new pg.Client({
      host: "127.0.0.1",
      port: note.port,
      user: "mingxin_admin",
      password: note.password,
      database: "mingxin",
    });
    await client.connect();
    return client;
  }

  /** Hands a file in and waits for its receipt. */
  async report(item: string, path: string): Promise<BatchResult> {
    const started = performance.now();
    const meter = new MemoryMeter(this.#child?.pid ?? 0);
    const key = (await readFile(join(this.directory, "data/admin.key"), "utf8")).trim();
    const headers = { authorization: `Bearer ${key}`, "content-length": String((await stat(path)).size) };
    const sent = await fetch(`${this.base}/api/v1/batches?item=${item}&fileName=${encodeURIComponent(path)}`, {
      method: "POST",
      headers,
      body: Readable.toWeb(createReadStream(path)),
      duplex: "half",
    } satisfies RequestInit & { duplex: "half" });
    if (sent.status !== 202) throw new Error(`not received: ${sent.status} ${await sent.text()}`);
    const { batchId } = (await sent.json()) as { batchId: string };
    for (;;) {
      await meter.look();
      const response = await fetch(`${this.base}/api/v1/batches/${batchId}`, {
        headers: { authorization: headers.authorization },
      });
      const batch = (await response.json()) as { state: string; counts: Record<string, number> | null };
      if (["done", "failed", "refused"].includes(batch.state)) {
        return { state: batch.state, counts: batch.counts ?? {}, seconds: seconds(started), peakMebibytes: meter.peak };
      }
      await sleep(POLL_MS);
    }
  }

  async halt(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGINT");
    await ended;
  }

  async stop(): Promise<void> {
    await this.halt();
    // As root the cluster lies outside: its user cannot enter a directory of ours.
    const { cluster } = await this.#databaseNote();
    if (isAbsolute(cluster)) await rm(cluster, { recursive: true, force: true });
    await rm(this.directory, { recursive: true, force: true });
  }

  async #databaseNote(): Promise<{ readonly cluster: string; readonly password: string; readonly port: number }> {
    const text = await readFile(join(this.directory, "data/postgres.json"), "utf8");
    return JSON.parse(text) as { cluster: string; password: string; port: number };
  }
}

/**
 * Memory of a process and its children of Node by proportional share (PSS): a page that they share counts once among them.
 * From /proc; 0 where there is no /proc.
 */
class MemoryMeter {
  peak = 0;
  readonly #root: number;

  constructor(root: number) {
    this.#root = root;
  }

  async look(): Promise<void> {
    const sum = (await Promise.all([this.#root, ...(await childrenOf(this.#root))].map(shareMebibytes))).reduce(
      (total, one) => total + one,
      0,
    );
    this.peak = Math.max(this.peak, sum);
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const own = text
    .split(" ")
    .filter((part) => part !== "")
    .map(Number);
  return [...own, ...(await Promise.all(own.map(childrenOf))).flat()];
}

async function shareMebibytes(pid: number): Promise<number> {
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  if (name.startsWith("postgres")) return 0;
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}
