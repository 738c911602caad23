import { readFile } from "node:fs/promises";
import type { Config } from "../platform/config.ts";
import { adminKeyPath } from "./authenticate.ts";

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
 * Opens the API: of the server that runs on PORT, or else of one started here for the time of the command, on a free
 * port of the loopback, with the same routes, the same worker and the same data.
 */
export async function openClient(config: Config): Promise<ApiClient> {
  const running = `http://localhost:${config.port}`;
  if (await isOurs(running, config)) return clientOf(running, config, async () => undefined);
  const { startLocal } = await import("./local.ts");
  const local = await startLocal(config);
  return clientOf(local.base, config, local.stop);
}

/** Whether the server there is Mingxin and serves this very data directory: it knows the key that lies in it. */
async function isOurs(base: string, config: Config): Promise<boolean> {
  const key = await readFile(adminKeyPath(config.dataDirectory), "utf8").catch(() => null);
  if (key === null) return false;
  try {
    const health: unknown = await (await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(1500) })).json();
    if (typeof health !== "object" || health === null || !("service" in health) || health.service !== "mingxin")
      return false;
    const answer = await fetch(`${base}/api/v1/batches?limit=1`, {
      headers: { authorization: `Bearer ${key.trim()}` },
    });
    return answer.ok;
  } catch {
    return false; // nobody listens there, or somebody else does
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
