import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/**
 * A server or its database dies by kill -9 in the middle of a large import; after the restart the batch is there as a
 * whole or not at all, goes on by itself, and the counts agree. The moment is found by progress, never by time.
 */
const ROOT = resolve(import.meta.dirname, "../..");
const ROWS = Number(process.env["MINGXIN_KILL_ROWS"] ?? 20_000);
/** Lists count exactly up to here. */
const COUNTED = Math.min(ROWS, 10_000);
const started: ChildProcess[] = [];
const directories: string[] = [];

afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
});

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly progress: { readonly rowsRead: number };
  readonly counts: { readonly rows: number; readonly accepted: number; readonly rejected: number } | null;
}

class Server {
  readonly #data: string;
  readonly #port: number;
  #child: ChildProcess | null = null;

  constructor(data: string, port: number) {
    this.#data = data;
    this.#port = port;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, "bin/mingxin.mjs"), "serve"], {
      env: {
        ...process.env,
        MINGXIN_DATA: this.#data,
        MINGXIN_SAMPLE: "0",
        PORT: String(this.#port),
        LOG_LEVEL: "fatal",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(child);
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = "";
      child.stdout?.on("data", (text) => {
        said += String(text);
        if (said.includes("ready") || said.includes("已就绪")) ready();
      });
      child.once("exit", () => failed(new Error(`the server ended: ${said}`)));
    });
  }

  /** Ends the supervisor and whatever it runs, as a power cut would. */
  async kill(what: "server" | "database"): Promise<void> {
    if (what === "database") {
      process.kill(await this.#postmaster(), "SIGKILL");
      return;
    }
    const child = this.#child;
    const ended = new Promise((done) => child?.once("exit", done));
    child?.kill("SIGKILL");
    await ended;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    const ended = new Promise((done) => child?.once("exit", done));
    child?.kill("SIGINT");
    await ended;
  }

  async #postmaster(): Promise<number> {
    const cluster = await findPostmasterPid(this.#data);
    return Number((await readFile(cluster, "utf8")).split("\n")[0]);
  }

  async fetch(path: string, init: RequestInit & { duplex?: "half" } = {}): Promise<Response> {
    const key = (await readFile(join(this.#data, "admin.key"), "utf8")).trim();
    return fetch(`http://localhost:${this.#port}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}` },
    });
  }

  async publicRecords(): Promise<number> {
    const list = await this.#patiently<{ total: { value: number } }>("/publicity?limit=1", () => true);
    return list.total.value;
  }

  batch(batchId: string, until: (batch: Batch) => boolean): Promise<Batch> {
    return this.#patiently(`/batches/${batchId}`, until);
  }

  /** Asks again while the database comes back, and until the answer is the one waited for. */
  async #patiently<Shape>(path: string, until: (answer: Shape) => boolean): Promise<Shape> {
    for (;;) {
      const response = await this.fetch(path).catch(() => null);
      const answer = response?.ok === true ? ((await response.json()) as Shape) : null;
      if (answer && until(answer)) return answer;
      await new Promise((next) => setTimeout(next, 20));
    }
  }
}

async function findPostmasterPid(data: string): Promise<string> {
  const entries = await readdir(data, { recursive: true }).catch(() => []);
  const inside = entries.find((entry) => entry.endsWith("postmaster.pid"));
  if (inside !== undefined) return join(data, inside);
  const elsewhere = (await readFile(join(data, "location"), "utf8")).trim();
  return findPostmasterPid(elsewhere);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function largeFile(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    subjectName: `示例${at % 500}号有限公司（示例）`,
    uscc: inventedUscc(10_000 + (at % 500)),
    documentNumber: `黄示许〔2026〕${at + 1}号`,
  }));
  return reportCsv("administrative-licence", rows);
}

test.each(["server", "database"] as const)(
  "kill -9 of the %s in the middle of an import leaves all or nothing, and the import goes on",
  async (what) => {
    const data = await mkdtemp(join(tmpdir(), "mingxin-kill-"));
    directories.push(data);
    const server = new Server(data, await freePort());
    await server.start();
    const sent = await server.fetch("/batches?item=administrative-licence", { method: "POST", body: largeFile() });
    expect(sent.status).toBe(202);
    const { batchId } = (await sent.json()) as Batch;
    // Somewhere after the first chunk; the next poll may come at any moment of the merge.
    await server.batch(batchId, (batch) => batch.progress.rowsRead > 0 || batch.state === "done");
    await server.kill(what);
    if (what === "server") await server.start();
    // All or nothing: whatever moment it was, the public sees no part of a batch.
    expect([0, COUNTED]).toContain(await server.publicRecords());
    const done = await server.batch(batchId, (batch) => ["done", "failed", "refused"].includes(batch.state));
    expect(done.state).toBe("done");
    expect(done.counts).toMatchObject({ rows: ROWS, accepted: ROWS, rejected: 0 });
    expect(await server.publicRecords()).toBe(COUNTED);
    const again = await server.fetch("/batches?item=administrative-licence", { method: "POST", body: largeFile() });
    const duplicate = await server.batch(((await again.json()) as Batch).batchId, (batch) => batch.state === "done");
    expect(duplicate.counts).toMatchObject({ rows: ROWS, accepted: 0, duplicates: ROWS });
    await server.stop();
  },
  240_000,
);
