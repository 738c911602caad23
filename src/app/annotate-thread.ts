/** Entry of an annotating thread: writes raw files back with what was found in them, one after the other. */
import { once } from "node:events";
import { parentPort, type MessagePort } from "node:worker_threads";
import { serveAnnotation, type AnnotateRequest } from "#ingest";
import { lawOf } from "./law.ts";

if (!parentPort) throw new Error("runs as an annotating thread only");
await serveRequests(parentPort);

async function serveRequests(port: MessagePort): Promise<never> {
  for (;;) {
    const received: readonly unknown[] = await once(port, "message");
    const request = parseRequest(received[0]);
    await serveAnnotation(port, request, (await lawOf(request.lawDirectory)).catalogue);
  }
}

function parseRequest(data: unknown): AnnotateRequest {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: only our own annotationStream is at the other end
  return data as AnnotateRequest;
}
