import { createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { openClient, type ApiClient } from "../app/client.ts";
import { readConfig } from "../platform/config.ts";
import { readArguments, UsageError } from "./usage.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".txt": "text/csv",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".ndjson": "application/x-ndjson",
  ".jsonl": "application/x-ndjson",
};
const POLL_MS = 150;
/** Rows listed one by one in the JSON answer; causes always list all rows. */
const LISTED = 5000;

interface Receipt {
  readonly batchId: string;
  readonly state: string;
  readonly progress: { readonly rowsRead: number };
  readonly counts: Readonly<
    Record<"rows" | "accepted" | "changed" | "duplicates" | "review" | "held" | "rejected", number>
  > | null;
  readonly seconds: number | null;
  readonly publication: Readonly<Record<string, number>>;
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  readonly refusal: { readonly code: string; readonly message: Words; readonly remedy: Words } | null;
  readonly repairs: string | null;
  readonly repair: Readonly<Record<"problems" | "recognised" | "solved", number>> | null;
}
interface Words {
  readonly zh: string;
  readonly en: string;
}
interface Errors {
  readonly causes: readonly {
    readonly code: string;
    readonly severity: string;
    readonly total: number;
    readonly column: string | null;
    readonly message: Words;
    readonly remedy: Words;
    readonly rows: readonly (readonly [number, number])[];
  }[];
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  readonly total: number;
}

/** `mingxin import ITEM FILE`: hands a file in and waits for its receipt. True when the batch was filed. */
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
  const client = await openClient(readConfig(process.env, process.cwd()));
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
    const receipt = await waitFor(client, (await readJson<Receipt>(response)).batchId, !values.json);
    const found = await readJson<Errors>(
      await client.request("GET", `/batches/${receipt.batchId}/errors?limit=${LISTED}`),
    );
    const out = values.annotated ?? null;
    const annotated = out !== null && receipt.state === "done" && found.total > 0 ? out : null;
    if (annotated !== null) await saveAnnotated(client, receipt.batchId, annotated);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...toJson(receipt, found), annotated }, null, 2)}\n`
        : toText(receipt, found) + (annotated === null ? "" : `批注文件 annotated file: ${annotated}\n`),
    );
    return receipt.state === "done";
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

async function waitFor(client: ApiClient, batchId: string, tell: boolean): Promise<Receipt> {
  for (;;) {
    const receipt = await readJson<Receipt>(await client.request("GET", `/batches/${batchId}`));
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

function toJson(receipt: Receipt, found: Errors): Record<string, unknown> {
  const counts = receipt.counts ?? { rows: 0, accepted: 0, changed: 0, duplicates: 0, review: 0, held: 0, rejected: 0 };
  return {
    batch: receipt.batchId,
    state: receipt.state,
    ...counts,
    seconds: receipt.seconds ?? 0,
    publication: receipt.publication,
    notes: receipt.notes,
    refusal: receipt.refusal,
    repairs: receipt.repairs,
    repair: receipt.repair,
    errors: found.errors,
    errorsListed: found.errors.length,
    errorsTotal: found.total,
    causes: found.causes,
  };
}

function toText(receipt: Receipt, found: Errors): string {
  const lines = [`批次 batch ${receipt.batchId}`];
  if (receipt.refusal)
    lines.push(
      `未收 refused (${receipt.refusal.code}): ${receipt.refusal.message.zh} / ${receipt.refusal.message.en}`,
      `  → ${receipt.refusal.remedy.zh} / ${receipt.refusal.remedy.en}`,
    );
  if (receipt.counts) {
    const c = receipt.counts;
    lines.push(
      `共 ${c.rows} 行：新增 ${c.accepted}，变更 ${c.changed}，重复 ${c.duplicates}，待确认 ${c.review}，未收 ${c.rejected}（${receipt.seconds} 秒）`,
    );
    lines.push(
      `rows ${c.rows}: accepted ${c.accepted}, changed ${c.changed}, duplicates ${c.duplicates}, review ${c.review}, rejected ${c.rejected} (${receipt.seconds} s)`,
    );
  }
  if (receipt.repairs !== null && receipt.repair !== null) {
    const { problems, solved } = receipt.repair;
    lines.push(
      `修正批次 repairs batch ${receipt.repairs}：原有问题 ${problems} 行，已解决 ${solved} 行 / ${solved} of ${problems} rows with problems solved`,
    );
  }
  for (const [reason, count] of Object.entries(receipt.publication)) lines.push(`  ${reason}: ${count}`);
  for (const note of receipt.notes) lines.push(`· ${note.zh} / ${note.en}`);
  for (const cause of found.causes) {
    const rows = cause.rows
      .slice(0, 8)
      .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
      .join(", ");
    const more = cause.rows.length > 8 ? ` … 共 ${cause.rows.length} 段` : "";
    lines.push(
      `[${cause.severity}] ${cause.total} × ${cause.code}${cause.column === null ? "" : `（${cause.column}）`} 行 rows ${rows}${more}`,
      `  ${cause.message.zh} → ${cause.remedy.zh}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
