import type { FileSource } from "../decode/file-source.ts";
import { ArrayCutter, LineCutter, type JsonPiece } from "../decode/json-objects.ts";
import { DEFAULT_READ_LIMITS } from "../decode/read-limits.ts";
import { decodeText, findEncoding } from "../decode/text-encoding.ts";
import type { RowMark } from "./annotation.ts";
import { encodeText } from "./csv/encode-text.ts";
import { ownColumn, PROBLEM_HEADER, PROPOSAL_HEADER, ROW_KEY_HEADER } from "./markers.rules.ts";
import { MarkQueue } from "./mark-queue.ts";
import { problemText, proposalText } from "./row-texts.rules.ts";

/**
 * The same objects with three members more; every object has them, so that they are found however late the first bad one
 * comes. A line that is no object stays as it is. What is written otherwise than it was is the space between objects.
 */
export async function* annotateJson(
  source: FileSource,
  kind: "ndjson" | "json-array",
  marks: AsyncGenerator<readonly RowMark[]>,
): AsyncGenerator<Buffer> {
  const found = await findEncoding(source);
  const queue = new MarkQueue(marks);
  async function* pieces(): AsyncGenerator<string> {
    const cutter = kind === "ndjson" ? new LineCutter(DEFAULT_READ_LIMITS) : new ArrayCutter(DEFAULT_READ_LIMITS);
    let before = kind === "ndjson" ? "" : "[";
    const write = async (cut: readonly JsonPiece[]): Promise<string> => {
      await queue.fill(cut.length + 1);
      let text = "";
      for (const piece of cut) {
        text += before + withMembers(piece.text, queue.take(piece.row));
        before = kind === "ndjson" ? "\n" : ",\n";
      }
      return text;
    };
    for await (const text of decodeText(source, found)) yield await write(cutter.push(text));
    yield await write(cutter.end());
    yield kind === "ndjson" ? "\n" : "]\n";
  }
  try {
    yield* encodeText(pieces(), found);
  } finally {
    await queue.close();
  }
}

function withMembers(text: string, mark: RowMark | null): string {
  const object = mark === null ? null : bareObject(text.trim());
  if (mark === null || object === null) return text.replace(/\r$/, "");
  const members = {
    [PROBLEM_HEADER]: problemText(mark, false),
    [PROPOSAL_HEADER]: proposalText(mark),
    [ROW_KEY_HEADER]: mark.key ?? "",
  };
  const own = JSON.stringify(members).slice(1);
  return `${object.slice(0, -1).trimEnd()}${object === "{}" ? "" : ","}${own}`;
}

/** The object without members of ours from an earlier round; null when it is none. Numbers stay as they are written. */
function bareObject(text: string): string | null {
  if (!text.startsWith("{") || !text.endsWith("}")) return null;
  let value: unknown;
  try {
    value = JSON.parse(text, keepNumber);
  } catch {
    return null; // told as an error of that row
  }
  if (typeof value !== "object" || value === null) return null;
  const members = Object.entries(value);
  const others = members.filter(([key]) => ownColumn(key) === null);
  if (others.length === 0) return "{}";
  return others.length === members.length ? text : JSON.stringify(Object.fromEntries(others));
}

/** ECMAScript "JSON.parse source text access": a double would lose the end of an 18-digit code. */
function keepNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number" || context?.source === undefined) return value;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- newer than the types of the language that we compile with
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(context.source);
}
