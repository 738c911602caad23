/**
 * Entry of a reader thread: judges raw files one after the other and hands over chunk after chunk, each when the one
 * before was asked for. Composes intake with what publication works out about a row, so that neither knows the other.
 */
import { once } from "node:events";
import { parentPort, type MessagePort } from "node:worker_threads";
import { blocksOf, judgeTable, type JudgeRequest } from "#ingest";
import { compileAnnotator } from "#publish";
import { lawOf } from "./law.ts";

if (!parentPort) throw new Error("runs as a reader thread only");
await serveRequests(parentPort);

async function serveRequests(port: MessagePort): Promise<never> {
  for (;;) {
    const received: readonly unknown[] = await once(port, "message");
    await judge(port, parseRequest(received[0]));
  }
}

async function judge(port: MessagePort, request: JudgeRequest): Promise<void> {
  const { catalogue, publication } = await lawOf(request.lawDirectory);
  for await (const message of judgeTable(request, catalogue, (item) =>
    compileAnnotator(catalogue, publication, item),
  )) {
    // Must come first: the answer may be there before the next line runs.
    const more = message.kind === "chunk" ? once(port, "message") : null;
    if (message.kind === "chunk") port.postMessage(message, blocksOf(message.chunk));
    else port.postMessage(message);
    await more;
  }
}

function parseRequest(data: unknown): JudgeRequest {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: only our own JudgeStream is at the other end
  return data as JudgeRequest;
}
