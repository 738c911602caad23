import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { StartError } from "../start-error.ts";
import { findSystemBinaries } from "./binaries.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";
import { findServersOf, isAlive } from "./process-probe.ts";
import { startPostgres, startPostgresFrom, type RunningPostgres, type StartOptions } from "./start-postgres.ts";

const HOLDER = fileURLToPath(new URL("../../../test/database-holder.ts", import.meta.url));

/** Waits for a condition as long as it takes on a busy machine. */
const PATIENT = { timeout: 30_000 };

const directories: string[] = [];
const holders: ChildProcess[] = [];

async function newDirectory(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "mingxin-postgres-"));
  directories.push(data);
  return data;
}

/** Where the cluster of a data directory lies; root's may lie elsewhere, and the note inside says where. */
async function clusterOf(data: string): Promise<string> {
  const note = JSON.parse(await readFile(join(data, "postgres.json"), "utf8")) as { cluster: string };
  return resolve(await realpath(data), note.cluster);
}

interface Outcome {
  readonly url?: string;
  readonly pid?: number;
  readonly adopted?: boolean;
  readonly code?: string;
  readonly text?: string;
}

/** Another process that starts the database of this directory, as a second `mingxin serve` would. */
async function hold(data: string, port: number): Promise<{ outcome: Outcome; process: ChildProcess }> {
  const child = spawn(process.execPath, [HOLDER, data, String(port)], { stdio: ["pipe", "pipe", "inherit"] });
  holders.push(child);
  for await (const line of createInterface(child.stdout))
    return { outcome: JSON.parse(line) as Outcome, process: child };
  throw new Error("the holder said nothing");
}

async function end(child: ChildProcess, how: "kill" | "stop"): Promise<void> {
  const exit = once(child, "exit");
  if (how === "kill") child.kill("SIGKILL");
  else child.stdin?.end();
  await exit;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const child of holders) child.kill("SIGKILL");
  for (const data of directories) {
    const cluster = await clusterOf(data).catch(() => null);
    const left = cluster === null ? null : await findPostmaster(cluster);
    if (left) await stopPostmaster(left.pid, true);
    if (cluster !== null) await rm(cluster, { recursive: true, force: true });
    await rm(data, { recursive: true, force: true });
  }
});

describe("two starts of one data directory at the same moment", () => {
  test("make one cluster: one start serves, the other is refused and names the first, round after round", async () => {
    const data = await newDirectory();
    for (let round = 0; round < 4; round++) {
      const both = await Promise.all([hold(data, 4001), hold(data, 4002)]);
      const winner = both.find(({ outcome }) => outcome.url !== undefined);
      const loser = both.find(({ outcome }) => outcome.code !== undefined);
      if (!winner || !loser) throw new Error(JSON.stringify(both.map(({ outcome }) => outcome)));
      expect(loser.outcome.code).toBe("already-running");
      expect(loser.outcome.text).toContain(`process ${winner.process.pid}, port ${winner === both[0] ? 4001 : 4002}`);
      expect(await query(winner.outcome.url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      expect((await findPostmaster(await clusterOf(data)))?.pid).toBe(winner.outcome.pid);
      await end(winner.process, "stop");
      expect(await isAlive(winner.outcome.pid ?? 0)).toBe(false);
    }
  });
});

describe("what a killed run left behind", () => {
  let data: string;
  let running: RunningPostgres | null = null;
  beforeAll(async () => {
    data = await newDirectory();
    running = await startPostgres({ dataDirectory: data, port: 4000 });
    await query(running.url, "CREATE TABLE kept AS SELECT 'kept' AS word");
  });
  afterEach(async () => {
    await running?.stop();
    running = null;
  });

  /** Starts and sees that it is usable with what it held before. */
  async function start(options: StartOptions = {}): Promise<RunningPostgres> {
    running = await startPostgres({ dataDirectory: data, port: 4000 }, options);
    expect(await query(running.url, "SELECT word FROM kept")).toEqual([{ word: "kept" }]);
    return running;
  }

  async function writePidFile(text: string): Promise<void> {
    await writeFile(join(await clusterOf(data), "postmaster.pid"), text);
  }

  test("nothing is found after a stop, and the next start takes the same port", async () => {
    const before = running?.url;
    await running?.stop();
    expect(await findPostmaster(await clusterOf(data))).toBeNull();
    expect((await start()).url).toBe(before);
  });

  test("an orphan server is found and taken over, with its data and its port", async () => {
    const { outcome, process: holder } = await hold(data, 4000);
    await end(holder, "kill");
    expect(await findPostmaster(await clusterOf(data))).toMatchObject({ pid: outcome.pid, adopted: true });
    const { pid, adopted, url } = await start();
    expect({ pid, adopted, url }).toEqual({ pid: outcome.pid, adopted: true, url: outcome.url });
  });

  test("stopping a server that was taken over ends it", async () => {
    const { outcome, process: holder } = await hold(data, 4000);
    await end(holder, "kill");
    await (await start()).stop();
    expect(await isAlive(outcome.pid ?? 0)).toBe(false);
    expect(await findServersOf(await clusterOf(data))).toEqual([]);
  });

  test("a server killed under us is told, and its pid file does not keep the next from starting", async () => {
    let tell: () => void = () => undefined;
    const lost = new Promise<void>((resolved) => (tell = resolved));
    const first = await start({ onLost: () => tell() });
    process.kill(first.pid, "SIGKILL");
    await lost;
    const pidFile = await readFile(join(await clusterOf(data), "postmaster.pid"), "utf8");
    expect(pidFile.split("\n")[0]).toBe(String(first.pid));
    const second = await start();
    expect([second.adopted, second.pid === first.pid, second.url]).toEqual([false, false, first.url]);
  });

  test.runIf(process.platform === "linux")("a backend that outlives its killed server is ended", async () => {
    const { pid, url } = await start();
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    await client.connect();
    const found = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const backend = found.rows[0]?.pid ?? 0;
    // It never looks up from this to see that its server has gone.
    const busy = client.query("SELECT count(*) FROM generate_series(1, 1e12::bigint)").catch(() => undefined);
    await expect
      .poll(() => query(url, `SELECT state FROM pg_stat_activity WHERE pid = ${backend}`))
      .toEqual([{ state: "active" }]);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isAlive(pid), PATIENT).toBe(false);
    expect(await isAlive(backend)).toBe(true);
    await start();
    expect(await isAlive(backend)).toBe(false);
    await busy;
  });

  test.each<[string, () => string]>([
    [
      "names a living process that is no server",
      () => `${process.pid}\n/somewhere\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`,
    ],
    ["names nobody", () => "4194300\n/somewhere\n1\n5432\n\n127.0.0.1\n0 0\nready   \n"],
    ["is empty, as a power cut leaves it", () => ""],
    ["holds what is no number", () => "\0\0\0\0"],
  ])("a pid file that %s is taken for nobody's", async (_what, text) => {
    await writePidFile(text());
    expect(await findPostmaster(await clusterOf(data))).toBeNull();
    expect((await start()).adopted).toBe(false);
  });

  test("a port that somebody else took meanwhile makes the server take another and remember it", async () => {
    const { url, stop } = await start();
    await stop();
    const taken = createServer().listen(Number(new URL(url).port), "127.0.0.1");
    await once(taken, "listening");
    const elsewhere = await start();
    expect(elsewhere.url).not.toBe(url);
    taken.close();
    await elsewhere.stop();
    expect((await start()).url).toBe(elsewhere.url);
  });
});

test("an older PostgreSQL of the system is run, killed and started again in the same way", async ({ skip }) => {
  const binaries = findSystemBinaries(15);
  if (!binaries) return skip("PostgreSQL 15 is not installed here");
  const config = { dataDirectory: await newDirectory(), port: 4000 };
  const first = await startPostgresFrom(binaries, config);
  expect(await query(first.url, "SHOW server_version_num")).toEqual([
    { server_version_num: expect.stringMatching(/^15/) as string },
  ]);
  process.kill(first.pid, "SIGKILL");
  const second = await startPostgresFrom(binaries, config);
  expect([second.adopted, second.url]).toEqual([false, first.url]);
  await second.stop();
});

describe("a data directory whose note on its database", () => {
  async function refusal(data: string): Promise<StartError> {
    const error: unknown = await startPostgres({ dataDirectory: data, port: 4000 }).catch((reason: unknown) => reason);
    if (!(error instanceof StartError)) throw new Error(`no StartError: ${String(error)}`);
    return error;
  }

  test.each(["", "{", "null", "{}", '{"cluster": 5, "password": "x", "port": null}'])(
    "is cut to %j stops the start and is named",
    async (text) => {
      const data = await newDirectory();
      await writeFile(join(data, "postgres.json"), text, { mode: 0o600 });
      const { code, message } = await refusal(data);
      expect(code).toBe("cluster");
      expect(message).toContain(join(await realpath(data), "postgres.json"));
      expect(await readFile(join(data, "postgres.json"), "utf8")).toBe(text);
    },
  );

  test("is missing while the database is there stops the start, and putting it back mends it", async () => {
    const data = await newDirectory();
    const { url, stop } = await startPostgres({ dataDirectory: data, port: 4000 });
    await stop();
    await rename(join(data, "postgres.json"), join(data, "postgres.json.away"));
    const { code, message } = await refusal(data);
    expect(code).toBe("cluster");
    expect(message).toContain("is missing");
    await rename(join(data, "postgres.json.away"), join(data, "postgres.json"));
    const again = await startPostgres({ dataDirectory: data, port: 4000 });
    expect(again.url).toBe(url);
    await again.stop();
  });
});
