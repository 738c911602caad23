import { statfs } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Multipart } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { Problem } from "../../kernel/problem.ts";
import { httpProblem } from "./http.problems.ts";

export interface UploadLimits {
  /** Largest content in bytes, whichever way it comes. */
  readonly maximumBytes: number;
  /** Where uploads are kept, and the bytes that must stay free there. */
  readonly directory: string;
  readonly keepFreeBytes: number;
}

export interface Upload {
  /** As the form names it; null for a raw body. */
  readonly fileName: string | null;
  /** To be iterated once. Ends only when all of it has come; @throws Problem otherwise. */
  readonly content: AsyncIterable<Buffer>;
}

const MEBIBYTE = 1024 ** 2;
/** Bytes after which the free room is looked at again while an upload is written. */
const LOOK_EVERY = 64 * MEBIBYTE;

/**
 * The one file of a request: its raw body, or the file of a multipart form. Both are counted by the same guard, so a file
 * that is too large, cut off or without room on the disk is refused and never taken for a whole one.
 * @throws Problem http/too-large, http/no-room, http/unreadable-form
 */
export async function openUpload(request: FastifyRequest, limits: UploadLimits): Promise<Upload | null> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > limits.maximumBytes + (request.isMultipart() ? MEBIBYTE : 0)) throw tooLarge(limits);
  await demandRoom(limits, declared);
  if (!request.isMultipart()) return { fileName: null, content: guarded(piecesOf(request.raw), limits) };
  const parts = request.parts({ limits: { fileSize: limits.maximumBytes + 1, files: 1 } });
  const part = await nextPart(parts);
  if (part === null) return null;
  if (part.type !== "file") throw unreadable(FIELD_IN_FORM);
  return { fileName: part.filename || null, content: guarded(fileOf(part, parts, limits), limits) };
}

/** Counts what goes by and looks at the disk now and then. */
async function* guarded(source: AsyncIterable<Buffer>, limits: UploadLimits): AsyncGenerator<Buffer> {
  let bytes = 0;
  let looked = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > limits.maximumBytes) throw tooLarge(limits);
    if (bytes - looked >= LOOK_EVERY) {
      await demandRoom(limits, 0);
      looked = bytes;
    }
    yield piece;
  }
}

/** The pieces of a stream. It is left as it is when the reader leaves: destroying it would cut off the answer as well. */
async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) yield parsePiece(piece);
  } catch (error) {
    throw unreadable(CUT_OFF, error);
  }
}

async function* fileOf(
  part: Extract<Multipart, { type: "file" }>,
  parts: AsyncIterator<Multipart>,
  limits: UploadLimits,
): AsyncGenerator<Buffer> {
  yield* piecesOf(part.file);
  if (part.file.truncated) throw tooLarge(limits);
  // The form must end as forms end, and nobody's second file may be passed over.
  const more = await nextPart(parts);
  if (more !== null) throw unreadable(more.type === "file" ? SECOND_FILE : FIELD_IN_FORM);
}

async function nextPart(parts: AsyncIterator<Multipart>): Promise<Multipart | null> {
  try {
    const next = await parts.next();
    return next.done === true ? null : next.value;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "FST_FILES_LIMIT") throw unreadable(SECOND_FILE);
    throw unreadable(CUT_OFF, error);
  }
}

function parsePiece(piece: unknown): Buffer {
  if (Buffer.isBuffer(piece)) return piece;
  throw new Error("a body gives bytes");
}

const CUT_OFF = {
  zh: "请求正文不完整，或不是所声明的 multipart/form-data 格式",
  en: "The body is cut off, or is not the multipart/form-data that it says it is",
};
const SECOND_FILE = { zh: "一次请求只能提交一个文件", en: "A request carries one file" };
const FIELD_IN_FORM = {
  zh: "表单中只能有一个文件字段，其余参数请写在地址的查询参数中",
  en: "The form holds one file and nothing else; parameters belong in the query of the address",
};

function unreadable(detail: { readonly zh: string; readonly en: string }, cause?: unknown): Problem {
  return cause instanceof Problem
    ? cause
    : httpProblem("unreadable-form", { detail, ...(cause === undefined ? {} : { cause }) });
}

function tooLarge({ maximumBytes }: UploadLimits): Problem {
  const limit = Math.floor(maximumBytes / MEBIBYTE);
  return httpProblem("too-large", {
    detail: {
      zh: `文件不得超过 ${limit} MiB，请拆分后分批提交`,
      en: `A file may have ${limit} MiB at most; split it and send the parts one by one`,
    },
    extra: { limitBytes: maximumBytes },
  });
}

async function demandRoom({ directory, keepFreeBytes }: UploadLimits, needed: number): Promise<void> {
  const disk = await statfs(directory);
  if (disk.bavail * disk.bsize < keepFreeBytes + needed) throw httpProblem("no-room");
}
