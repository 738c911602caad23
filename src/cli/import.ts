import { createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { adminKeyPath } from "../app/authenticate.ts";
import { openClient, type ApiClient } from "../app/client.ts";
import { readConfig, type Config } from "../platform/config.ts";
import { isFiled, toJson, toText, type Errors, type Receipt } from "./import-answer.ts";
import { readArguments, UsageError } from "./usage.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".txt": "text/csv",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".ndjson": "application/x-ndjson",
  ".jsonl": "application/x-ndjson",
};
const POLL_MS = 150;
/** Answers, over half a minute, that say "not for the moment" before we stop to wait. */
const MOST_OUTAGES = 20;
/** Rows listed one by one in the JSON answer; causes always list all rows. */
const LISTED = 5000;

/**
 * `mingxin import ITEM FILE`: hands a file in and waits for its receipt. True when the batch was filed, and not
 * everything in it refused.
 */
export async function importCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = readArguments(args, {
    source: { type: "string" },
    body: { type: "string" },
    attest: { type: "boolean", default: false },
    annotated: { type: "string" },
    json: { type: "boolean", default: false },
  });
  const [item, file] = positionals;
  if (item === undefined || file === undefined || positionals.length > 2) {
    throw new UsageError(
      "用法 usage: mingxin import ITEM FILE [--source PROFILE] [--body BODY] [--attest] [--annotated OUT] [--json]",
    );
  }
  if (!(await stat(file).catch(() => null))?.isFile()) throw new UsageError(`没有文件 no such file: ${file}`);
  const config = readConfig(process.env, process.cwd());
  const client = await openClient(config);
  let batchId: string | null = null;
  try {
    const query = new URLSearchParams({ item, fileName: basename(file), attest: String(values.attest) });
    if (values.source !== undefined) query.set("source", values.source);
    if (values.body !== undefined) query.set("body", values.body);
    const handle = await open(file);
    // A parse: it gives bytes unless a type is asked for.
    const content = handle.readableWebStream({ autoClose: true }) as ReadableStream<Uint8Array>;
    const response = await client.request("POST", `/batches?${query.toString()}`, {
      body: content,
      contentType: TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
    });
    if (!response.ok) return await refuse(response, values.json);
    batchId = (await readJson<Receipt>(response)).batchId;
    const receipt = await waitFor(client, batchId, !values.json);
    const listed = await client.request("GET", `/batches/${batchId}/errors?limit=${LISTED}`);
    if (!listed.ok) return await refuse(listed, values.json);
    const found = await readJson<Errors>(listed);
    const out = values.annotated ?? null;
    const annotated = out !== null && receipt.state === "done" && found.total > 0 ? out : null;
    if (annotated !== null) await saveAnnotated(client, receipt.batchId, annotated);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...toJson(receipt, found), annotated }, null, 2)}\n`
        : toText(receipt, found) + (annotated === null ? "" : `批注文件 annotated file: ${annotated}\n`),
    );
    return isFiled(receipt);
  } catch (error) {
    if (!isLost(error)) throw error;
    return tellLost(batchId, client.base, config, values.json);
  } finally {
    await client.close();
  }
}

/** Writes the annotated file to `path`. */
async function saveAnnotated(client: ApiClient, batchId: string, path: string): Promise<void> {
  const response = await client.request("GET", `/batches/${batchId}/annotated`);
  if (!response.ok || !response.body) {
    const problem = await readJson<{ title: string; detail: string }>(response);
    throw new Error(`${problem.title}：${problem.detail}`);
  }
  await pipeline(Readable.fromWeb(response.body), createWriteStream(path));
}

/** Whether the server went away: `fetch` says so by a TypeError whose cause is the broken connection. */
function isLost(error: unknown): boolean {
  return error instanceof ServerGone || (error instanceof TypeError && error.cause instanceof Error);
}

/** The server ended, or its database did, and does not come back while we wait. */
class ServerGone extends Error {}

function tellLost(batchId: string | null, base: string, config: Config, json: boolean): false {
  const look = `curl -H "Authorization: Bearer $(cat ${adminKeyPath(config.dataDirectory)})" ${base}/api/v1/batches/${batchId}`;
  const words =
    batchId === null
      ? {
          zh: `与服务（${base}）的连接中断，不能确定文件是否已收到。服务恢复后重新报送即可，已入库的行计为重复`,
          en: `The connection to the server (${base}) broke; it is not certain whether the file was received. Hand it in again when the server is back: rows that are in already count as duplicates`,
        }
      : {
          zh: `与服务（${base}）的连接中断。文件已收到，批次为 ${batchId}，服务恢复后自动继续处理，无须重新报送。查看结果：${look}`,
          en: `The connection to the server (${base}) broke. The file was received as batch ${batchId}; it goes on by itself when the server is back and need not be handed in again. To look at it: ${look}`,
        };
  process.stderr.write(`${words.zh}\n${words.en}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ batch: batchId, state: "unknown", lost: words }, null, 2)}\n`);
  return false;
}

async function waitFor(client: ApiClient, batchId: string, tell: boolean): Promise<Receipt> {
  let outages = 0;
  for (;;) {
    const answer = await client.request("GET", `/batches/${batchId}`);
    if (!answer.ok) {
      // The database is being started again; the server says so and is back in a while.
      outages += 1;
      if (answer.status !== 503 || outages > MOST_OUTAGES) throw new ServerGone(`status ${answer.status}`);
      await wait(POLL_MS * 10);
      continue;
    }
    const receipt = await readJson<Receipt>(answer);
    if (["done", "refused", "failed"].includes(receipt.state)) {
      if (tell && process.stderr.isTTY) process.stderr.write("\r\u001B[K");
      return receipt;
    }
    if (tell && process.stderr.isTTY) process.stderr.write(`\r${receipt.state}: ${receipt.progress.rowsRead} 行 rows`);
    await wait(POLL_MS);
  }
}

/** The one place where an answer becomes a type: the server is our own and its contract says so. */
async function readJson<Shape>(response: Response): Promise<Shape> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: see above
  return (await response.json()) as Shape;
}

async function refuse(response: Response, json: boolean): Promise<boolean> {
  const problem = await readJson<{ title: string; detail: string }>(response);
  process.stderr.write(`${problem.title}：${problem.detail}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ problem }, null, 2)}\n`);
  return false;
}
