/**
 * Entry of the web and the worker process. The supervisor forks it and tells it over IPC what to be; it ends when told,
 * or when the supervisor has gone. Ctrl-C in a terminal reaches it, too, and is left to the supervisor, which knows the
 * order: processes first, then the database.
 */
import { flushCompileCache } from "node:module";
import type { FromRole, ToRole } from "./app/role-message.ts";
import { giveBackMemory } from "./platform/give-back-memory.ts";
import { StartError } from "./platform/start-error.ts";

interface Running {
  readonly port?: number;
  stop(): Promise<void>;
}

const ORPHAN_LIMIT_MS = 3000;

let running: Promise<Running> | null = null;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

process.on("message", (message: unknown) => {
  const order = parseOrder(message);
  if (order?.kind === "start" && running === null) running = begin(order);
  if (order?.kind === "stop") void end(0);
});

process.on("disconnect", () => {
  // Nobody is left to wait for us, and the next start wants our port.
  setTimeout(() => process.exit(1), ORPHAN_LIMIT_MS).unref();
  void end(1);
});

async function begin(order: Extract<ToRole, { kind: "start" }>): Promise<Running> {
  try {
    const role = await startRole(order);
    tell({ kind: "ready", port: role.port ?? null });
    // Now, not only at the end: a process may be killed at any moment.
    flushCompileCache();
    giveBackMemory();
    return role;
  } catch (error) {
    process.exitCode = 1;
    tell(faultOf(error, order.config.port), () => process.exit(1));
    throw error;
  }
}

async function startRole({ role, config, urls }: Extract<ToRole, { kind: "start" }>): Promise<Running> {
  if (role === "web") return (await import("./app/web.ts")).startWeb(config, urls);
  return (await import("./app/worker.ts")).startWorker(config, urls);
}

async function end(code: number): Promise<void> {
  try {
    await (await running)?.stop();
  } finally {
    process.exit(code);
  }
}

function faultOf(error: unknown, port: number): FromRole {
  if (error instanceof StartError) return { kind: "failed", text: error.text, final: true };
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    const text = {
      zh: `端口 ${port} 已被其他程序占用。请停止该程序，或用 PORT 指定另一端口`,
      en: `Port ${port} is in use by another program. Stop that, or name another port by PORT`,
    };
    return { kind: "failed", text, final: true };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    kind: "failed",
    text: { zh: `进程启动失败：${reason}`, en: `A process failed to start: ${reason}` },
    final: false,
  };
}

function tell(message: FromRole, then: () => void = () => undefined): void {
  if (process.send) process.send(message, undefined, undefined, then);
  else then();
}

function parseOrder(message: unknown): ToRole | null {
  if (typeof message !== "object" || message === null || !("kind" in message)) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: only the supervisor is at the other end
  return message.kind === "start" || message.kind === "stop" ? (message as ToRole) : null;
}
