import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminKeyPath } from "../src/app/authenticate.ts";
import { loadLaw, syncLaw } from "../src/app/law.ts";
import { openRuntime } from "../src/app/runtime.ts";
import { buildWeb, listen } from "../src/app/web.ts";
import { runWorker } from "../src/app/worker.ts";
import { systemClock, type Clock } from "../src/kernel/time.ts";
import { readConfig } from "../src/platform/config.ts";
import { createLogger } from "../src/platform/log.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

/** The whole platform on a database of its own, reached over HTTP as anybody would. */
export interface TestCity {
  readonly base: string;
  readonly dataDirectory: string;
  /** The header that makes a request the administrator's. */
  readonly key: { readonly authorization: string };
  readonly database: TestDatabase;
  /** Fetches a path of the site; as the public unless a key is asked for. */
  get(
    path: string,
    options?: { readonly asAdministrator?: boolean; readonly headers?: Record<string, string> },
  ): Promise<Response>;
  /** The JSON answer of an API path. */
  json<Shape>(path: string, options?: { readonly asAdministrator?: boolean }): Promise<Shape>;
  post(path: string, body?: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
  /** Hands a file in and waits until its batch has ended. */
  report(item: string, content: string | Uint8Array, query?: Record<string, string>): Promise<Receipt>;
  errors(receipt: Receipt): Promise<ErrorReport>;
  /** The annotated file of a batch. */
  annotated(receipt: Receipt): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface Receipt {
  readonly batchId: string;
  readonly state: string;
  readonly counts: Readonly<
    Record<"rows" | "accepted" | "changed" | "duplicates" | "review" | "held" | "rejected", number>
  >;
  readonly publication: Readonly<Record<string, number>>;
  readonly notes: readonly { readonly code: string }[];
  readonly refusal: { readonly code: string } | null;
  readonly repairs: string | null;
  readonly repair: { readonly problems: number; readonly recognised: number; readonly solved: number } | null;
  readonly links: {
    readonly errors: Readonly<Record<"json" | "csv" | "xlsx", string>>;
    readonly annotated: string | null;
  };
}

export interface ErrorReport {
  readonly causes: readonly { readonly code: string; readonly severity: string; readonly total: number }[];
  readonly errors: readonly {
    readonly row: number;
    readonly field: string | null;
    readonly column: string | null;
    readonly value: string;
    readonly code: string;
    readonly severity: string;
    readonly remedy: { readonly zh: string };
  }[];
}

export interface CityOptions {
  readonly clock?: Clock;
  /** Law data other than the shipped. */
  readonly lawDirectory?: string;
  /** A migrated database other than one of the run's own server; dropped when the city stops. */
  readonly database?: TestDatabase;
  /** Further settings, as environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startCity(options: CityOptions = {}): Promise<TestCity> {
  const database = options.database ?? (await createTestDatabase());
  const dataDirectory = await mkdtemp(join(tmpdir(), "mingxin-city-"));
  const config = readConfig({
    MINGXIN_DATA: dataDirectory,
    MINGXIN_SAMPLE: "0",
    LOG_LEVEL: "fatal",
    ...options.settings,
    ...(options.lawDirectory === undefined ? {} : { MINGXIN_LAW: options.lawDirectory }),
  });
  await syncLaw(database.urls.admin, await loadLaw(config.lawDirectory));
  const runtime = await openRuntime(config, database.urls, options.clock ?? systemClock);
  const worker = runWorker(runtime, createLogger("worker", "fatal"));
  const app = await buildWeb(runtime, worker.wake);
  const base = `http://127.0.0.1:${await listen(app, { port: 0, host: "127.0.0.1" })}`;
  const key = { authorization: `Bearer ${(await readFile(adminKeyPath(dataDirectory), "utf8")).trim()}` };
  const get: TestCity["get"] = (path, { asAdministrator = false, headers = {} } = {}) =>
    fetch(base + path, {
      headers: { ...(asAdministrator ? { ...key, "x-purpose": "test" } : {}), ...headers },
      redirect: "manual",
    });
  const json = async <Shape>(path: string, how?: { readonly asAdministrator?: boolean }): Promise<Shape> => {
    const response = await get(path, how);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Shape;
  };
  const post: TestCity["post"] = (path, body, headers = {}) =>
    fetch(base + path, {
      method: "POST",
      headers: { ...key, ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body) }),
    });
  return {
    base,
    dataDirectory,
    key,
    database,
    get,
    json,
    post,
    report: async (item, content, query = {}) => {
      const parameters = new URLSearchParams({ item, ...query });
      const response = await post(`/api/v1/batches?${parameters.toString()}`, content, { "content-type": "text/csv" });
      const { batchId } = (await response.json()) as Receipt;
      if (!response.ok) throw new Error(`not received: ${response.status}`);
      for (;;) {
        const receipt = await json<Receipt>(`/api/v1/batches/${batchId}`, { asAdministrator: true });
        if (["done", "refused", "failed"].includes(receipt.state)) return receipt;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    errors: ({ batchId }) => json<ErrorReport>(`/api/v1/batches/${batchId}/errors`, { asAdministrator: true }),
    annotated: async ({ batchId }) => {
      const response = await get(`/api/v1/batches/${batchId}/annotated`, { asAdministrator: true });
      if (!response.ok) throw new Error(`not annotated: ${response.status} ${await response.text()}`);
      return Buffer.from(await response.arrayBuffer());
    },
    stop: async () => {
      await app.close();
      await worker.stop();
      await runtime.close();
      await database.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
