import type { Worker } from "node:worker_threads";
import { FileRefusal } from "../decode/file-refusal.ts";
import { ingestProblem } from "../ingest.problems.ts";
import type { JudgePool } from "../judge-pool.ts";
import { TOO_HEAVY } from "../judge-stream.ts";
import type { AnnotateRequest, AnnotationDesk } from "./annotation.ts";
import type { AnnotationMessage, AnnotationReply } from "./annotation-port.ts";
import type { ShownColumn, ShownRow } from "./show-rows.ts";

type Spoken = Exclude<AnnotationMessage, { kind: "alive" }>;
type Given = Extract<Spoken, { kind: "bytes" | "rows" }>;

/** Files read at the same time; each has a thread. */
const MOST_AT_ONCE = 4;
let running = 0;

/**
 * The annotated file, made in a thread with its own heap limit as fast as it is read. Whoever stops reading ends the
 * thread. @throws FileRefusal; Problem ingest/annotating-busy
 */
export async function* annotationStream(
  pool: JudgePool,
  request: AnnotateRequest,
  desk: AnnotationDesk,
): AsyncGenerator<Uint8Array> {
  for await (const message of given(pool, request, desk)) if (message.kind === "bytes") yield message.bytes;
}

/** The rows that a request names, as many as the file has of them, by the same thread. @throws as annotationStream */
export async function rowsOf(
  pool: JudgePool,
  request: AnnotateRequest,
  desk: AnnotationDesk,
): Promise<{ readonly columns: readonly ShownColumn[]; readonly rows: readonly ShownRow[] }> {
  const rows: ShownRow[] = [];
  let columns: readonly ShownColumn[] = [];
  for await (const message of given(pool, request, desk)) {
    if (message.kind !== "rows") continue;
    columns = message.columns;
    rows.push(...message.rows);
  }
  return { columns, rows };
}

async function* given(pool: JudgePool, request: AnnotateRequest, desk: AnnotationDesk): AsyncGenerator<Given> {
  if (running >= MOST_AT_ONCE) throw ingestProblem("annotating-busy");
  running += 1;
  try {
    yield* conversation(pool, request, desk);
  } finally {
    running -= 1;
  }
}

async function* conversation(pool: JudgePool, request: AnnotateRequest, desk: AnnotationDesk): AsyncGenerator<Given> {
  const worker = pool.acquire();
  let isSound = false;
  try {
    let pending = nextMessage(worker, pool.limits.silenceMs);
    worker.postMessage(request);
    for (;;) {
      const message = await pending;
      if (message.kind === "end") {
        isSound = true;
        return;
      }
      if (message.kind === "refused") throw new FileRefusal(message.code, message.message, message.remedy);
      if (message.kind === "bytes" || message.kind === "rows") yield message;
      const reply = await replyTo(message, desk);
      pending = nextMessage(worker, pool.limits.silenceMs);
      worker.postMessage(reply);
    }
  } finally {
    await pool.release(worker, isSound);
  }
}

async function replyTo(
  message: Exclude<Spoken, { kind: "end" | "refused" }>,
  desk: AnnotationDesk,
): Promise<AnnotationReply> {
  switch (message.kind) {
    case "bytes":
    case "rows":
      return { kind: "more" };
    case "findings":
      return { kind: "findings", places: await desk.findings() };
    case "ask":
      return { kind: "ask", answers: await desk.ask(message.questions) };
  }
}

function nextMessage(worker: Worker, silenceMs: number): Promise<Spoken> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      // Each by name: the worker's own listeners, which keep its port open, must stay.
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const refuse = (): void => reject(new FileRefusal(TOO_HEAVY.code, TOO_HEAVY.message, TOO_HEAVY.remedy));
    const onMessage = (message: AnnotationMessage): void => {
      if (message.kind === "alive") timer.refresh();
      else settle(() => resolve(message));
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse() : reject(error)));
    const onExit = (code: number): void => settle(() => reject(new Error(`the annotating thread ended with ${code}`)));
    const timer = setTimeout(() => settle(refuse), silenceMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
