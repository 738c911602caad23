import type { Language } from "../kernel/text.ts";
import { memberOf, problemOf } from "./api-problem.ts";
import { sendBytes } from "./send-bytes.ts";

/** A paper that is attached to a record. */
export interface SendingDocument {
  readonly recordId: string;
  readonly kind: "decision" | "service-proof";
  readonly file: File;
  readonly language: Language;
  /** Told the bytes that have left so far. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** Attaches a paper to a record and gives its number there. What it is, its content proves. @throws ApiProblem */
export async function sendDocument({ recordId, kind, file, ...sending }: SendingDocument): Promise<number> {
  const query = new URLSearchParams({ kind, fileName: file.name.slice(0, 200) });
  const path = `/api/v1/records/${encodeURIComponent(recordId)}/documents?${query.toString()}`;
  const type = file.type === "" ? "application/octet-stream" : file.type;
  const { answer, status } = await sendBytes({ ...sending, path, file, type });
  const sequence = memberOf(answer, "sequence");
  if (status < 300 && typeof sequence === "number") return sequence;
  throw problemOf(answer, status);
}
