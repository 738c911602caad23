import type { Worker } from "node:worker_threads";
import type { LocalDate } from "../../kernel/time.ts";
import type { Text } from "../../kernel/text.ts";
import { FileRefusal } from "./decode/file-refusal.ts";
import type { JudgePool } from "./judge-pool.ts";
import type { JudgedChunk, TableEnd } from "./prepared-row.ts";
import type { BatchContent } from "./repair/batch-content.ts";

/** What the reader thread needs to judge one raw file. Everything survives a structured clone. */
export interface JudgeRequest {
  readonly content: BatchContent;
  readonly fileName: string;
  readonly item: string;
  readonly edition: number;
  readonly profile: string | null;
  /** Body named by the uploader, or null where each row names its own. */
  readonly sourceBody: string | null;
  readonly attested: boolean;
  readonly today: LocalDate;
  readonly lawDirectory: string;
  /** Key for the keyed hash of identity numbers. */
  readonly lookupKey: Uint8Array;
}

/** Messages from the reader thread. After each chunk it waits for "more", so memory stays bounded. */
export type JudgeMessage =
  | { readonly kind: "chunk"; readonly chunk: JudgedChunk }
  | { readonly kind: "end"; readonly end: TableEnd }
  | { readonly kind: "refused"; readonly code: string; readonly message: Text; readonly remedy: Text };

export const TOO_HEAVY = {
  code: "file-too-heavy",
  message: {
    zh: "读取该文件所需的内存或时间超出上限",
    en: "Reading this file needs more memory or time than is allowed",
  },
  remedy: {
    zh: "把文件拆成几份，或另存为 CSV（UTF-8）后重新报送",
    en: "Split the file, or save it as CSV (UTF-8) and send it again",
  },
};

/**
 * Reads and judges a raw file in a thread of its own, with its own heap limit: both cores work, and a hostile file ends
 * the thread, not the server. Iterate `chunks`, then read `end`. @throws FileRefusal when the file as such is unusable.
 */
export class JudgeStream {
  readonly #pool: JudgePool;
  readonly #worker: Worker;
  readonly #request: JudgeRequest;
  #end: TableEnd | null = null;

  constructor(pool: JudgePool, request: JudgeRequest) {
    this.#pool = pool;
    this.#request = request;
    this.#worker = pool.acquire();
  }

  get end(): TableEnd {
    if (!this.#end) throw new Error("the table has not ended yet");
    return this.#end;
  }

  async *chunks(): AsyncGenerator<JudgedChunk> {
    try {
      let pending = this.#next();
      this.#worker.postMessage(this.#request);
      for (;;) {
        const message = await pending;
        if (message.kind === "refused") throw new FileRefusal(message.code, message.message, message.remedy);
        if (message.kind === "end") {
          this.#end = message.end;
          return;
        }
        // Ask before filing, so that the next chunk is judged on the other core meanwhile.
        pending = this.#next();
        pending.catch(() => undefined); // awaited in the next round; must not count as unhandled until then
        this.#worker.postMessage("more");
        yield message.chunk;
      }
    } finally {
      // Only a thread that has said its last word on this file may read another.
      await this.#pool.release(this.#worker, this.#end !== null);
    }
  }

  #next(): Promise<JudgeMessage> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        // Each by name: the worker's own listeners, which keep its port open, must stay.
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        act();
      };
      const refuse = (): void => reject(new FileRefusal(TOO_HEAVY.code, TOO_HEAVY.message, TOO_HEAVY.remedy));
      const onMessage = (message: JudgeMessage): void => settle(() => resolve(message));
      const onError = (error: NodeJS.ErrnoException): void =>
        settle(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse() : reject(error)));
      const onExit = (code: number): void => settle(() => reject(new Error(`the reader thread ended with ${code}`)));
      const timer = setTimeout(() => settle(refuse), this.#pool.limits.silenceMs);
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    });
  }
}
