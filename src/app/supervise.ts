import { setTimeout as sleep } from "node:timers/promises";
import type { Text } from "../kernel/text.ts";
import type { Config } from "../platform/config.ts";
import { createLogger, type Logger } from "../platform/log.ts";
import { giveBackMemory } from "../platform/give-back-memory.ts";
import { StartError } from "../platform/start-error.ts";
import { adminKeyPath, ensureAdminKey } from "./authenticate.ts";
import { openLocal, type ReadyDatabase } from "./local-database.ts";
import type { Role } from "./role-message.ts";
import { RoleProcess } from "./role-process.ts";
import { forgetRunning, noteRunning } from "./running-note.ts";

export { openLocal } from "./local-database.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** npm and the start script pass on what the terminal sends, too: one Ctrl-C arrives more than once within this time. */
const ONE_PRESS_MS = 700;
const MOST_DATABASE_DEATHS = 5;

/**
 * Runs the platform until it is told to stop: database, web process, worker process. Resolves when all have ended after
 * SIGINT, SIGTERM, SIGHUP or the end of the process that started us; a second Ctrl-C cuts everything short.
 * @throws StartError when it cannot start or go on; everything has ended then as well.
 */
export async function serve(config: Config): Promise<void> {
  // Whoever read our words may go away; that is no reason to fall over.
  process.stdout.on("error", () => undefined);
  const supervisor = new Supervisor(config, createLogger("supervisor", config.logLevel));
  const stop = stopOnSignals((immediately) => supervisor.end(null, immediately));
  try {
    await supervisor.run();
  } finally {
    stop();
  }
}

class Supervisor {
  readonly #config: Config;
  readonly #logger: Logger;
  readonly #roles: readonly RoleProcess[];
  readonly #ready = new Map<Role, number | null>();
  #database: ReadyDatabase | null = null;
  #databaseDeaths = 0;
  /** A restart of the database under way; whoever stops it waits for it first, or it would come up behind our back. */
  #reopened: Promise<void> = Promise.resolve();
  #immediately = false;
  #announced = false;
  #noted: Promise<void> = Promise.resolve();
  #ending = false;
  #end: (fault: Text | null) => void = () => undefined;
  readonly #ended: Promise<Text | null>;

  constructor(config: Config, logger: Logger) {
    this.#config = config;
    this.#logger = logger;
    this.#ended = new Promise((resolve) => (this.#end = resolve));
    const onGiveUp = (text: Text): void => this.end(text, false);
    this.#roles = [
      new RoleProcess("web", logger, { onReady: (port) => this.#hearReady("web", port), onGiveUp }),
      new RoleProcess("worker", logger, { onReady: (port) => this.#hearReady("worker", port), onGiveUp }),
    ];
  }

  async run(): Promise<void> {
    say(`明信 Mingxin 正在启动，数据目录 data directory ${this.#config.dataDirectory}`);
    let fault: Text | null = null;
    try {
      const database = await this.#openDatabase();
      await ensureAdminKey(this.#config.dataDirectory);
      if (!this.#ending) for (const role of this.#roles) role.start(this.#config, database.urls);
      fault = await this.#ended;
    } finally {
      await this.#stopAll();
    }
    if (fault) throw new StartError("children", fault);
    say("明信 Mingxin 已停止 stopped");
  }

  /** Leads to the end of `run`; with a fault that it throws. The second call may hurry it. */
  end(fault: Text | null, immediately: boolean): void {
    if (!this.#ending) say("正在停止 stopping");
    this.#ending = true;
    this.#end(fault);
    if (!immediately || this.#immediately) return;
    this.#immediately = true;
    for (const role of this.#roles) void role.stop(true);
  }

  async #openDatabase(): Promise<ReadyDatabase> {
    this.#database = await openLocal(this.#config, () => {
      this.#reopened = this.#reopenDatabase();
    });
    return this.#database;
  }

  /** The database died under us: its restart recovers what was committed, the processes connect anew by themselves. */
  async #reopenDatabase(): Promise<void> {
    if (this.#ending) return;
    this.#databaseDeaths += 1;
    this.#logger.error({ deaths: this.#databaseDeaths }, "the database ended, starting it again");
    const before = this.#database?.urls.admin;
    this.#database = null;
    try {
      if (this.#databaseDeaths > MOST_DATABASE_DEATHS) throw new Error("it died too often");
      await sleep(100 * this.#databaseDeaths);
      const database = await this.#openDatabase();
      if (database.urls.admin !== before) throw new Error("its port was taken meanwhile");
      setTimeout(() => (this.#databaseDeaths = 0), 60_000).unref();
    } catch (error) {
      this.#logger.fatal({ err: error }, "the database does not come back");
      const reason = error instanceof StartError ? error.text : { zh: String(error), en: String(error) };
      this.end({ zh: `数据库无法恢复运行：${reason.zh}`, en: `The database does not come back: ${reason.en}` }, false);
    }
  }

  /** Ready is who can serve and file; the worker's first start takes the time of the sample city. */
  #hearReady(role: Role, port: number | null): void {
    this.#ready.set(role, port);
    if (this.#ready.size === this.#roles.length) void this.#announce(this.#ready.get("web") ?? this.#config.port);
  }

  async #announce(port: number): Promise<void> {
    if (this.#announced || this.#ending) return;
    this.#announced = true;
    // Must come first: a command that is started upon our words looks for it.
    this.#noted = noteRunning(this.#config.dataDirectory, port).catch((error: unknown) =>
      this.#logger.warn({ err: error }, "server.json was not written"),
    );
    await this.#noted;
    const { host, dataDirectory } = this.#config;
    const shown = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(host) ? "localhost" : host;
    say(`明信 Mingxin 已就绪 http://${shown}:${port}/`);
    say(`管理密钥 administrator key ${adminKeyPath(dataDirectory)}`);
    giveBackMemory();
  }

  async #stopAll(): Promise<void> {
    this.#ending = true;
    await Promise.all(this.#roles.map((role) => role.stop(this.#immediately)));
    await this.#reopened;
    await this.#database?.stop(this.#immediately);
    await this.#noted;
    if (this.#announced) await forgetRunning(this.#config.dataDirectory);
  }
}

/** Calls `end` on the first signal, and with true on a later one. Gives the function that takes the handlers off. */
function stopOnSignals(end: (immediately: boolean) => void): () => void {
  let first: number | null = null;
  const onSignal = (): void => {
    const now = performance.now();
    first ??= now;
    if (now === first) end(false);
    else if (now - first > ONE_PRESS_MS) end(true);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // Started by bin/mingxin.mjs under an older Node: its end is ours.
  process.on("disconnect", onSignal);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off("disconnect", onSignal);
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
