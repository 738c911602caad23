/**
 * A load generator that costs little itself: raw keep-alive sockets in a thread of its own, one request at a time each.
 * Run as a worker with {port, paths, connections, seconds}; posts {requests, seconds, errors}.
 */
import { connect, type Socket } from "node:net";
import { parentPort, Worker, workerData } from "node:worker_threads";

export interface Load {
  readonly port: number;
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  readonly accept?: string;
}

interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly errors: number;
}

/** Requests a second that were answered with 200. @throws Error when any was not */
export async function requestsPerSecond(load: Load): Promise<number> {
  const worker = new Worker(new URL(import.meta.url), { workerData: load });
  const result = await new Promise<LoadResult>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  if (result.errors > 0) throw new Error(`${result.errors} of ${result.requests} answers were not 200`);
  return result.requests / result.seconds;
}

class Caller {
  requests = 0;
  errors = 0;
  readonly #socket: Socket;
  readonly #load: Load;
  #received: Buffer = Buffer.alloc(0);
  #next: number;
  #stopped = false;

  constructor(load: Load, number: number) {
    this.#load = load;
    this.#next = number;
    this.#socket = connect(load.port, "127.0.0.1", () => this.#ask());
    this.#socket.setNoDelay(true);
    this.#socket.on("data", (bytes) => this.#hear(bytes));
    this.#socket.on("error", () => (this.errors += 1));
  }

  stop(): void {
    this.#stopped = true;
    this.#socket.destroy();
  }

  #ask(): void {
    const { paths, accept = "application/json" } = this.#load;
    const path = paths[this.#next++ % paths.length] ?? "/";
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: ${accept}\r\n\r\n`);
  }

  #hear(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const head = this.#received.indexOf("\r\n\r\n");
    if (head < 0) return;
    const text = this.#received.toString("latin1", 0, head);
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (this.#received.length < head + 4 + length) return;
    this.#received = Buffer.alloc(0);
    this.requests += 1;
    if (!text.startsWith("HTTP/1.1 200")) this.errors += 1;
    if (!this.#stopped) this.#ask();
  }
}

if (parentPort) {
  const load = workerData as Load;
  const callers = Array.from({ length: load.connections }, (_, number) => new Caller(load, number));
  const started = performance.now();
  setTimeout(() => {
    for (const caller of callers) caller.stop();
    const sum = (key: "requests" | "errors"): number => callers.reduce((total, caller) => total + caller[key], 0);
    parentPort?.postMessage({
      requests: sum("requests"),
      errors: sum("errors"),
      seconds: (performance.now() - started) / 1000,
    });
  }, load.seconds * 1000);
}
