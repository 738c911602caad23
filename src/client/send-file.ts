import type { Language } from "../kernel/text.ts";
import { memberOf, problemOf, unreachable, type ApiProblem } from "./api-problem.ts";

const STOPPED = "stopped by the reporter";

/** A file that is handed in. */
export interface Sending {
  readonly file: File;
  readonly item: string;
  readonly source: string | null;
  readonly body: string | null;
  /** The reporter vouches for proposed severities. */
  readonly attest?: boolean;
  /** Typed at the desk; a file where nobody says. */
  readonly channel?: "form";
  readonly language: Language;
  /** Told the bytes that have left so far. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Hands a file in and gives the id of its batch. By XMLHttpRequest, since fetch tells nothing while it sends.
 * @throws ApiProblem
 */
export function sendFile(sending: Sending): Promise<string> {
  const { file, item, source, body, attest = false, channel, language, onProgress, signal } = sending;
  const query = new URLSearchParams({ item, fileName: file.name.slice(0, 200) });
  if (source !== null) query.set("source", source);
  if (body !== null) query.set("body", body);
  if (attest) query.set("attest", "true");
  if (channel !== undefined) query.set("channel", channel);
  return new Promise((resolve, reject: (problem: ApiProblem) => void) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/batches?${query.toString()}`);
    request.responseType = "json";
    request.setRequestHeader("accept-language", language);
    request.setRequestHeader("content-type", typeOf(file.name));
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => {
      const answer: unknown = request.response;
      const batchId = memberOf(answer, "batchId");
      if (request.status < 300 && typeof batchId === "string") resolve(batchId);
      else reject(problemOf(answer, request.status));
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

/** By the name, as browsers call the same kind of file by many types. The server looks into the file in any case. */
function typeOf(name: string): string {
  if (/\.xlsx$/i.test(name)) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return /\.(nd)?jsonl?$/i.test(name) ? "application/x-ndjson" : "text/csv";
}
