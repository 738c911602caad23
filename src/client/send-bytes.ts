import type { Language } from "../kernel/text.ts";
import { unreachable, type ApiProblem } from "./api-problem.ts";

const STOPPED = "stopped by the reporter";

/** A file on its way as the body of a POST. */
interface SendingBytes {
  readonly path: string;
  readonly file: File;
  readonly type: string;
  readonly language: Language;
  /** Told the bytes that have left so far. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file and gives the answer with its status. By XMLHttpRequest, since fetch tells nothing while it sends.
 * @throws ApiProblem where there is no answer, or where it was stopped
 */
export function sendBytes(sending: SendingBytes): Promise<{ readonly answer: unknown; readonly status: number }> {
  const { path, file, type, language, onProgress, signal } = sending;
  return new Promise((resolve, reject: (problem: ApiProblem) => void) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("accept-language", language);
    request.setRequestHeader("content-type", type);
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => {
      const answer: unknown = request.response;
      resolve({ answer, status: request.status });
    });
    request.addEventListener("error", () => reject(unreachable("no answer")));
    request.addEventListener("abort", () => reject(unreachable(STOPPED)));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** Whether a sending ended because the reporter stopped it. */
export function isStopped(error: unknown): boolean {
  return error instanceof Error && error.cause === STOPPED;
}
