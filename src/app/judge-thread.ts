/**
 * Entry of the reader thread: judges one raw file and hands over chunk after chunk, each when the one before was asked
 * for. Composes intake with what publication works out about a row, so that neither knows the other.
 */
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { judgeTable, type JudgeRequest } from "#ingest";
import { compileAnnotator } from "#publish";
import { loadLaw } from "./law.ts";

const port = parentPort;
if (!port) throw new Error("runs as a reader thread only");
const request = parseRequest(workerData);
const { catalogue, publication } = await loadLaw(request.lawDirectory);
const messages = judgeTable(request, catalogue, (item) => compileAnnotator(catalogue, publication, item));
for await (const message of messages) {
  // Must come first: the answer may be there before the next line runs.
  const more = message.kind === "chunk" ? once(port, "message") : null;
  port.postMessage(message);
  await more;
}

function parseRequest(data: unknown): JudgeRequest {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: only our own JudgeStream is at the other end
  return data as JudgeRequest;
}
