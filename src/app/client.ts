import { readFile } from "node:fs/promises";
import type { Config } from "../platform/config.ts";
import { adminKeyPath } from "./authenticate.ts";
import { findRunning } from "./running-note.ts";

/** A running Mingxin, spoken to over its own API. */
export interface ApiClient {
  readonly base: string;
  request(method: "GET" | "POST", path: string, options?: RequestOptions): Promise<Response>;
  close(): Promise<void>;
}

export interface RequestOptions {
  readonly body?: ReadableStream<Uint8Array>;
  readonly contentType?: string;
}

/**
 * Opens the API: of the server that serves the data directory, or else of one started here for the time of the command, on a free
 * port of the loopback, with the same routes, the same worker and the same data.
 */
export async function openClient(config: Config): Promise<ApiClient> {
  const running = await findServer(config);
  if (running !== null) return clientOf(running, config, async () => undefined);
  const { startLocal } = await import("./local.ts");
  const local = await startLocal(config);
  return clientOf(local.base, config, local.stop);
}

/**
 * The address of the server that serves this very data directory, on whatever port, or null. Anybody on the machine can
 * listen on a port and say that it is Mingxin, so nothing is asked of a port that the data directory itself does not name.
 */
export async function findServer(config: Config): Promise<string | null> {
  const note = await findRunning(config.dataDirectory);
  if (note === null) return null;
  const base = `http://localhost:${note.port}`;
  try {
    const health: unknown = await (await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(1500) })).json();
    const isMingxin =
      typeof health === "object" && health !== null && "service" in health && health.service === "mingxin";
    return isMingxin ? base : null;
  } catch {
    return null; // it is ending, or hangs
  }
}

async function clientOf(base: string, config: Config, close: () => Promise<void>): Promise<ApiClient> {
  const key = (await readFile(adminKeyPath(config.dataDirectory), "utf8")).trim();
  return {
    base,
    close,
    request: (method, path, options = {}) =>
      fetch(`${base}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(options.contentType === undefined ? {} : { "content-type": options.contentType }),
        },
        ...(options.body === undefined ? {} : { body: options.body, duplex: "half" }),
      } satisfies RequestInit & { duplex?: "half" }),
  };
}
