import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, realpath, stat, truncate } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import type { Config } from "../config.ts";
import { readIfPresent, readOrMake, replaceFile } from "../durable-file.ts";
import { isErrno } from "../errno.ts";
import { StartError } from "../start-error.ts";
import { findBundledBinaries, type ServerBinaries } from "./binaries.ts";
import { initCluster, SUPERUSER, type ClusterPlan } from "./init-cluster.ts";
import { runPostmaster, stopPostmaster } from "./postmaster.ts";
import { makeOutsidePlace, outsidePlace, reachableBinaries } from "./reachable-binaries.ts";
import { canEnter, findServerAccount, type ServerAccount } from "./server-account.ts";
import { takeSupervisorLock, type SupervisorLock } from "./supervisor-lock.ts";

/** The database server of a data directory while this process looks after it. */
export interface RunningPostgres {
  /** URL of the superuser of the database `mingxin`. */
  readonly url: string;
  readonly pid: number;
  /** Whether it was left running by a killed process and taken over. */
  readonly adopted: boolean;
  /** Fast shutdown, then waits until its processes have gone; `immediately` leaves recovery to the next start. */
  stop(immediately?: boolean): Promise<void>;
}

export interface StartOptions {
  /** Told when the server dies under us; `startPostgres` may then be called again. */
  readonly onLost?: () => void;
}

/**
 * Starts the bundled PostgreSQL on the cluster of this data directory, or takes over one that a killed process left
 * running. The first start makes the cluster. Only one process at a time may do so.
 *
 * `postgres.json` (mode 0600) in the data directory holds the superuser's password, the port and the cluster's place: the
 * folder `postgres` beside it, or, for root in a place that others cannot enter, one below /var/lib/mingxin; then the file
 * `location` names that place.
 * @throws StartError "already-running", "no-binaries", "cluster"
 */
export async function startPostgres(
  config: Pick<Config, "dataDirectory" | "port">,
  options: StartOptions = {},
): Promise<RunningPostgres> {
  return startPostgresFrom(await findBundledBinaries(), config, options);
}

/** The same with other programs, for example an older PostgreSQL of the system. */
export async function startPostgresFrom(
  binaries: ServerBinaries,
  config: Pick<Config, "dataDirectory" | "port">,
  options: StartOptions = {},
): Promise<RunningPostgres> {
  const account = await findServerAccount();
  const directory = await openDataDirectory(config.dataDirectory, account);
  const { plan, port: wanted } = await planCluster(binaries, account, directory);
  await initCluster(plan);
  const logFile = join(directory, "postgres.log");
  await shorten(logFile);
  const { pid, port, adopted } = await runPostmaster(plan, wanted, logFile);
  const url = `postgres://${SUPERUSER}:${plan.password}@127.0.0.1:${port}/mingxin`;
  let lock: SupervisorLock;
  try {
    await ensureDatabase(url);
    // From here on nobody else starts, stops or changes this server.
    lock = await takeSupervisorLock(url, config.port, options.onLost ?? (() => undefined));
  } catch (error) {
    if (!adopted && !(error instanceof StartError && error.code === "already-running")) await stopPostmaster(pid);
    throw error;
  }
  if (port !== wanted) await rememberPort(directory, port);
  return {
    url,
    pid,
    adopted,
    stop: async (immediately = false) => {
      // The lock is held to the end, so that a start at this moment cannot take over a server that goes away.
      lock.expectEnd();
      await stopPostmaster(pid, immediately);
      await lock.release();
    },
  };
}

/** Makes the directory and gives its path without links. @throws StartError when it belongs to another user */
async function openDataDirectory(path: string, account: ServerAccount | null): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    // Root's database runs as another account, which must pass through; what lies in here is closed file by file.
    await chmod(path, account ? 0o711 : 0o700);
    return await realpath(path);
  } catch (error) {
    if (!isErrno(error, "EPERM") && !isErrno(error, "EACCES")) throw error;
    const text = {
      zh: `数据目录 ${path} 不属于当前用户。请以原用户启动，或用 MINGXIN_DATA 指定另一目录`,
      en: `The data directory ${path} belongs to another user. Start as that user, or name another directory by MINGXIN_DATA`,
    };
    throw new StartError("cluster", text, error);
  }
}

interface ClusterNote {
  readonly cluster: string;
  readonly password: string;
  readonly port: number | null;
}

/** Decides where programs and cluster lie; the decision of the first start holds. */
async function planCluster(
  binaries: ServerBinaries,
  account: ServerAccount | null,
  directory: string,
): Promise<{ plan: ClusterPlan; port: number | null }> {
  const notePath = join(directory, "postgres.json");
  const inside = join(directory, "postgres");
  const reachable = await reachableBinaries(binaries, account);
  const away = reachable !== binaries || !(await canEnter(account, directory));
  const present = existsSync(inside);
  const known = await readIfPresent(notePath);
  if (known === null && present) throw noteLost(notePath, inside);
  const note = parseNote(
    known ??
      (await readOrMake(notePath, () =>
        newNote(away ? join(outsidePlace(), `cluster-${randomBytes(4).toString("hex")}`) : "postgres"),
      )),
    notePath,
  );
  const place = note.cluster === "postgres" ? inside : note.cluster;
  if (place !== inside) await replaceFile(join(directory, "location"), `${dirname(place)}\n`);
  await makePlace(dirname(place), place === inside ? null : account);
  const cluster = join(await realpath(dirname(place)), basename(place));
  const owner = account && (await ownerOf(cluster, account));
  return {
    plan: { binaries: reachable, account: owner, cluster, password: note.password, durable: true },
    port: note.port,
  };
}

/** A cluster runs only as the account that owns it: that of an ordinary user's earlier start, too. */
async function ownerOf(cluster: string, account: ServerAccount): Promise<ServerAccount> {
  if (!existsSync(cluster)) return account;
  const { uid, gid } = await stat(cluster);
  return uid === 0 ? account : { uid, gid };
}

async function makePlace(directory: string, account: ServerAccount | null): Promise<void> {
  if (account) await makeOutsidePlace();
  await mkdir(directory, { recursive: true });
}

function newNote(cluster: string): string {
  return printNote({ cluster, password: randomBytes(32).toString("hex"), port: null });
}

function printNote(note: ClusterNote): string {
  return `${JSON.stringify(note, null, 2)}\n`;
}

function parseNote(text: string, path: string): ClusterNote {
  const value = parseJson(text);
  if (typeof value === "object" && value !== null && "cluster" in value && "password" in value && "port" in value) {
    const { cluster, password, port } = value;
    if (typeof cluster === "string" && typeof password === "string" && (port === null || typeof port === "number")) {
      return { cluster, password, port };
    }
  }
  throw new StartError("cluster", {
    zh: `${path} 内容不完整，请从备份恢复`,
    en: `${path} is incomplete; restore it from a backup`,
  });
}

/** Null where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function rememberPort(directory: string, port: number): Promise<void> {
  const path = join(directory, "postgres.json");
  const text = await readIfPresent(path);
  if (text !== null) await replaceFile(path, printNote({ ...parseNote(text, path), port }));
}

function noteLost(note: string, cluster: string): StartError {
  return new StartError("cluster", {
    zh: `${cluster} 已有数据库，但缺少记有其密码的 ${note}。请恢复该文件，或将该目录移走后重新开始`,
    en: `${cluster} holds a database, but ${note} with its password is missing. Restore that file, or move the folder away to start anew`,
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href, connectionTimeoutMillis: 15_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'mingxin'");
    if (rowCount === 0) {
      await client.query("CREATE DATABASE mingxin").catch((error: unknown) => {
        // Two first starts at once: the other one made it.
        if (!(error instanceof pg.DatabaseError) || !["42P04", "23505"].includes(error.code ?? "")) throw error;
      });
    }
  } finally {
    await client.end();
  }
}

/** The server's own log is for finding faults; it starts anew when it has grown beyond 10 MB. */
async function shorten(logFile: string): Promise<void> {
  const size = existsSync(logFile) ? (await stat(logFile)).size : 0;
  if (size > 10_000_000) await truncate(logFile, 0);
}
