import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Text } from "../kernel/text.ts";
import type { Config } from "../platform/config.ts";
import type { ServingUrls } from "../platform/db/database-urls.ts";
import type { Logger } from "../platform/log.ts";
import type { FromRole, Role, ToRole } from "./role-message.ts";

const ENTRY = fileURLToPath(new URL("../main.ts", import.meta.url));
/** A process that lived shorter than this died "fast"; five fast deaths in a row and the supervisor gives up. */
const FAST_MS = 10_000;
const MOST_FAST_DEATHS = 5;
const STOP_LIMIT_MS = 10_000;
/** MiB of the youngest objects before they are looked through. Node's own 16 cost an import 200 MiB and gain it nothing. */
const YOUNG_MEBIBYTES = 4;

export interface RoleEvents {
  onReady(port: number | null): void;
  /** It died too often, or said that another try would fail alike. */
  onGiveUp(text: Text): void;
}

/**
 * Keeps one process of a role running. States: *starting* → *ready*; a death in either leads to *waiting*, then to
 * *starting* anew, later and later; after five fast deaths to *given up*; `stop` leads from each to *stopped*.
 */
export class RoleProcess {
  readonly #role: Role;
  readonly #logger: Logger;
  readonly #events: RoleEvents;
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | null = null;
  #fastDeaths = 0;
  #stopping = false;
  #fault: { text: Text; final: boolean } | null = null;

  constructor(role: Role, logger: Logger, events: RoleEvents) {
    this.#role = role;
    this.#logger = logger;
    this.#events = events;
  }

  start(config: Config, urls: ServingUrls): void {
    const started = performance.now();
    this.#fault = null;
    const child = fork(ENTRY, [], {
      execArgv: [...process.execArgv, `--max-semi-space-size=${YOUNG_MEBIBYTES}`],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child = child;
    child.on("message", (message) => this.#hear(parseFromRole(message)));
    child.on("error", (error) => this.#logger.error({ err: error, role: this.#role }, "process error"));
    child.once("exit", (code, signal) => {
      this.#child = null;
      if (this.#stopping) return;
      this.#logger.warn({ role: this.#role, code, signal }, "process ended");
      this.#fastDeaths = performance.now() - started < FAST_MS ? this.#fastDeaths + 1 : 1;
      if (this.#fault?.final === true || this.#fastDeaths >= MOST_FAST_DEATHS) {
        this.#events.onGiveUp(this.#fault?.text ?? diedOften(this.#role));
        return;
      }
      this.#timer = setTimeout(() => this.start(config, urls), 200 * 2 ** (this.#fastDeaths - 1));
    });
    this.#tell(child, startOrder(this.#role, config, urls));
  }

  /** Asks the process to finish what it does; kills it after 10 s, or at once when `immediately`. */
  async stop(immediately = false): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearTimeout(this.#timer);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    if (immediately) child.kill("SIGKILL");
    else this.#tell(child, { kind: "stop" });
    const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  }

  #hear(message: FromRole | null): void {
    if (message?.kind === "ready") this.#events.onReady(message.port);
    if (message?.kind === "failed") this.#fault = { text: message.text, final: message.final };
  }

  #tell(child: ChildProcess, message: ToRole): void {
    // One that ended a moment ago cannot hear; its exit is handled where it is told.
    child.send(message, () => undefined);
  }
}

/** What a process is told: the secrets of its own work, not those of whoever migrates or erases. */
export function startOrder(
  role: Role,
  config: Config,
  { app, publicRead, accounts }: ServingUrls,
): Extract<ToRole, { kind: "start" }> {
  const signOn = role === "web" ? config.signOn : null;
  return { kind: "start", role, config: { ...config, databaseUrl: null, signOn }, urls: { app, publicRead, accounts } };
}

function diedOften(role: Role): Text {
  return {
    zh: `${role} 进程连续 ${MOST_FAST_DEATHS} 次异常退出，已停止重启，原因见日志`,
    en: `The ${role} process died ${MOST_FAST_DEATHS} times in a row and is not started again; the log says why`,
  };
}

function parseFromRole(message: unknown): FromRole | null {
  if (typeof message !== "object" || message === null || !("kind" in message)) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: only our own src/main.ts is at the other end
  return message.kind === "ready" || message.kind === "failed" ? (message as FromRole) : null;
}
