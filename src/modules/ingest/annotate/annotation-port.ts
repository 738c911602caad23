import type { MessagePort } from "node:worker_threads";
import type { Catalogue } from "#catalogue";
import type { Text } from "../../../kernel/text.ts";
import { FileRefusal } from "../decode/file-refusal.ts";
import { annotateFile } from "./annotate-file.ts";
import { showRows, type ShownColumn, type ShownRow } from "./show-rows.ts";
import type { AnnotateRequest, AnnotationDesk, FindingPlace, RegisterAnswer, RegisterQuestion } from "./annotation.ts";

/** Messages of the annotating thread; those that ask or give something are answered before the next one comes. */
export type AnnotationMessage =
  | { readonly kind: "findings" }
  | { readonly kind: "ask"; readonly questions: readonly RegisterQuestion[] }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "rows"; readonly columns: readonly ShownColumn[]; readonly rows: readonly ShownRow[] }
  /** A sign of life; is not answered. */
  | { readonly kind: "alive" }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly code: string; readonly message: Text; readonly remedy: Text };

/** The answer to each kind of message. */
export type AnnotationReply =
  | { readonly kind: "findings"; readonly places: readonly FindingPlace[] }
  | { readonly kind: "ask"; readonly answers: readonly RegisterAnswer[] }
  | { readonly kind: "more" };

/** Bytes sent at a time. */
const PIECE_BYTES = 131_072;
const ALIVE_MS = 5000;

/** Annotates one file for whoever is at the other end of the port. */
export async function serveAnnotation(
  port: MessagePort,
  request: AnnotateRequest,
  catalogue: Catalogue,
): Promise<void> {
  const line = new Line(port);
  // A large sheet is surveyed for longer than silence would be taken for life.
  const alive = setInterval(() => port.postMessage({ kind: "alive" } satisfies AnnotationMessage), ALIVE_MS);
  try {
    if (request.rows !== null) {
      for await (const shown of showRows(request, request.rows, catalogue, line))
        await line.call({ kind: "rows", ...shown });
    } else await sendFile(request, catalogue, line);
    port.postMessage({ kind: "end" } satisfies AnnotationMessage);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code, text: message, remedy } = error;
    port.postMessage({ kind: "refused", code, message, remedy } satisfies AnnotationMessage);
  } finally {
    clearInterval(alive);
  }
}

async function sendFile(request: AnnotateRequest, catalogue: Catalogue, line: Line): Promise<void> {
  let waiting: Buffer[] = [];
  let length = 0;
  const send = async (): Promise<void> => {
    const bytes = Uint8Array.from(Buffer.concat(waiting, length));
    waiting = [];
    length = 0;
    await line.call({ kind: "bytes", bytes });
  };
  for await (const piece of annotateFile(request, catalogue, line)) {
    waiting.push(piece);
    length += piece.length;
    if (length >= PIECE_BYTES) await send();
  }
  if (length > 0) await send();
}

/** One call after the other over a port, whoever calls: rewriting and asking take turns. */
class Line implements AnnotationDesk {
  readonly #port: MessagePort;
  #last: Promise<unknown> = Promise.resolve();

  constructor(port: MessagePort) {
    this.#port = port;
  }

  async findings(): Promise<readonly FindingPlace[]> {
    const reply = await this.call({ kind: "findings" });
    return reply.kind === "findings" ? reply.places : [];
  }

  async ask(questions: readonly RegisterQuestion[]): Promise<readonly RegisterAnswer[]> {
    const reply = await this.call({ kind: "ask", questions });
    return reply.kind === "ask" ? reply.answers : [];
  }

  call(message: AnnotationMessage): Promise<AnnotationReply> {
    const turn = this.#last.then(
      () =>
        new Promise<AnnotationReply>((resolve) => {
          this.#port.once("message", resolve);
          this.#port.postMessage(message);
        }),
    );
    this.#last = turn;
    return turn;
  }
}
