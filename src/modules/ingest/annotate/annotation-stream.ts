import type { Worker } from "node:worker_threads";
import { FileRefusal } from "../decode/file-refusal.ts";
import type { JudgePool } from "../judge-pool.ts";
import { TOO_HEAVY } from "../judge-stream.ts";
import type { AnnotateRequest, AnnotationDesk } from "./annotation.ts";
import type { AnnotationMessage, AnnotationReply } from "./annotation-port.ts";

type Spoken = Exclude<AnnotationMessage, { kind: "alive" }>;

/**
 * The annotated file, made in a thread with its own heap limit as fast as it is read. Whoever stops reading ends the
 * thread. @throws FileRefusal
 */
export async function* annotationStream(
  pool: JudgePool,
  request: AnnotateRequest,
  desk: AnnotationDesk,
): AsyncGenerator<Uint8Array> {
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
      if (message.kind === "bytes") yield message.bytes;
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
      return { kind: "bytes" };
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
