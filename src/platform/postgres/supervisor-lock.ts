import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { LOCKS } from "../db/locks.ts";
import { StartError } from "../start-error.ts";
import { isAlive } from "./process-probe.ts";

/** The right to run the platform on one data directory, held by a database session: it ends with its process. */
export interface SupervisorLock {
  /** From now on the end of the session is meant: nobody is told of it. */
  expectEnd(): void;
  release(): Promise<void>;
}

const NAME_FORM = /^mingxin pid=(\d+) port=(\d+)$/;

/**
 * Takes the lock or refuses, naming the process that holds it and its port. The lock of a process that was just killed is
 * waited for until the database has noticed.
 * @param onLost told when the session breaks: the database went away under us.
 * @throws StartError "already-running"
 */
export async function takeSupervisorLock(url: string, port: number, onLost: () => void): Promise<SupervisorLock> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `mingxin pid=${process.pid} port=${port}`,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  });
  let ours = true;
  const lost = (): void => {
    if (ours) onLost();
    ours = false;
  };
  client.on("error", lost);
  client.on("end", lost);
  try {
    await client.connect();
    await waitForLock(client);
  } catch (error) {
    ours = false;
    await client.end();
    throw error;
  }
  return {
    expectEnd: () => {
      ours = false;
    },
    release: async () => {
      ours = false;
      await client.end();
    },
  };
}

async function waitForLock(client: pg.Client): Promise<void> {
  const end = performance.now() + 10_000;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS taken", [
      ...LOCKS.supervisor,
    ]);
    if (rows[0]?.taken === true) return;
    const holder = await findHolder(client);
    const lives = holder !== null && holder.pid !== process.pid && (await isAlive(holder.pid));
    if (lives || performance.now() > end) throw alreadyRunning(holder);
    await sleep(50);
  }
}

async function findHolder(client: pg.Client): Promise<{ pid: number; port: number } | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT activity.application_name AS name FROM pg_locks AS held JOIN pg_stat_activity AS activity USING (pid)
      WHERE held.locktype = 'advisory' AND held.granted AND held.classid = $1::int::oid AND held.objid = $2::int::oid
        AND held.objsubid = 2 AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [...LOCKS.supervisor],
  );
  const parts = NAME_FORM.exec(rows[0]?.name ?? "");
  return parts ? { pid: Number(parts[1]), port: Number(parts[2]) } : null;
}

function alreadyRunning(holder: { pid: number; port: number } | null): StartError {
  const who = holder
    ? { zh: `进程 ${holder.pid}，端口 ${holder.port}`, en: `process ${holder.pid}, port ${holder.port}` }
    : { zh: "另一进程", en: "another process" };
  return new StartError("already-running", {
    zh: `该数据目录已由${who.zh}使用。如其正在启动，待其显示“已就绪”后再试；否则请先停止它，或用 MINGXIN_DATA 指定另一目录`,
    en: `This data directory is in use by ${who.en}. If it is still starting, try again once it says ready; else stop it first, or name another directory by MINGXIN_DATA`,
  });
}
