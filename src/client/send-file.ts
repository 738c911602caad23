import type { Language } from "../kernel/text.ts";
import { memberOf, problemOf } from "./api-problem.ts";
import { sendBytes } from "./send-bytes.ts";

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
  /** Its decisions are not served yet: to be filed and held. */
  readonly unserved?: boolean;
  readonly language: Language;
  /** Told the bytes that have left so far. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** Hands a file in and gives the id of its batch. @throws ApiProblem */
export async function sendFile(sending: Sending): Promise<string> {
  const { file, item, source, body, attest = false, channel, unserved = false, ...bytes } = sending;
  const query = new URLSearchParams({ item, fileName: file.name.slice(0, 200) });
  if (source !== null) query.set("source", source);
  if (body !== null) query.set("body", body);
  if (attest) query.set("attest", "true");
  if (channel !== undefined) query.set("channel", channel);
  if (unserved) query.set("unserved", "true");
  const path = `/api/v1/batches?${query.toString()}`;
  const { answer, status } = await sendBytes({ ...bytes, path, file, type: typeOf(file.name) });
  const batchId = memberOf(answer, "batchId");
  if (status < 300 && typeof batchId === "string") return batchId;
  throw problemOf(answer, status);
}

/** By the name, as browsers call the same kind of file by many types. The server looks into the file in any case. */
function typeOf(name: string): string {
  if (/\.xlsx$/i.test(name)) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return /\.(nd)?jsonl?$/i.test(name) ? "application/x-ndjson" : "text/csv";
}
