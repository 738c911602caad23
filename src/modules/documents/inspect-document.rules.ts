import type { MediaType } from "./document.ts";

/** What a file is by its content, or why it is not taken. */
export type Inspection =
  | { readonly mediaType: MediaType; readonly pages: number | null }
  /** unknown: none of the types taken. not-whole: cut off, or something stands behind its end. active: it could act. encrypted: nobody could check or read it. */
  | { readonly fault: "unknown" | "not-whole" | "active" | "encrypted" };

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_HEAD = [0xff, 0xd8, 0xff];
const JPEG_END = [0xff, 0xd9];
/** Of a chunk of PNG: length, type and checksum around its data. */
const PNG_FRAME = 12;
/** Within so many characters of the end a PDF says that it ends (ISO 32000-1, annex H.3, note 18). */
const PDF_TAIL = 1024;

/**
 * Tells PDF, PNG and JPEG by their content alone, from the first byte to the last: a file that is also something else (a
 * polyglot) begins or ends with what does not belong to it. Nothing is unpacked, so what a PDF hides in compressed objects is
 * not seen here; that is why no reader of ours ever opens one, and every answer is a download.
 */
export function inspectDocument(content: Uint8Array): Inspection {
  if (startsWith(content, PNG_HEAD)) return isWholePng(content) ? image("image/png") : { fault: "not-whole" };
  if (startsWith(content, JPEG_HEAD)) return endsWith(content, JPEG_END) ? image("image/jpeg") : { fault: "not-whole" };
  const text = new TextDecoder("latin1").decode(content);
  return /^%PDF-[12]\.\d/.test(text.slice(0, 8)) ? inspectPdf(text) : { fault: "unknown" };
}

function image(mediaType: MediaType): Inspection {
  return { mediaType, pages: 1 };
}

function inspectPdf(text: string): Inspection {
  const tail = text.slice(-PDF_TAIL);
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0 || /[^\s\0]/.test(tail.slice(end + "%%EOF".length))) return { fault: "not-whole" };
  // A name may be written with #xx for any of its characters (ISO 32000-1, 7.3.5).
  const names = text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (/\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm)(?![A-Za-z0-9])|\/XFA\s*[[\d]/.test(names))
    return { fault: "active" };
  if (/\/Encrypt(?![A-Za-z0-9])/.test(names)) return { fault: "encrypted" };
  return { mediaType: "application/pdf", pages: pagesOf(names) };
}

/** Pages by the note of a linearized file, else by the page objects that stand in the clear. */
function pagesOf(text: string): number | null {
  const noted = /\/Linearized[^>]{0,300}?\/N\s+(\d{1,6})(?!\d)/.exec(text)?.[1];
  if (noted !== undefined && Number(noted) > 0) return Number(noted);
  if (/\/ObjStm(?![A-Za-z0-9])/.test(text)) return null;
  const pages = [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z0-9])/g)].length;
  return pages > 0 ? pages : null;
}

function isWholePng(content: Uint8Array): boolean {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let at = PNG_HEAD.length;
  let type = "";
  while (at + PNG_FRAME <= content.length && type !== "IEND") {
    const before = type;
    type = new TextDecoder("latin1").decode(content.subarray(at + 4, at + 8));
    if (before === "" && type !== "IHDR") return false;
    at += view.getUint32(at) + PNG_FRAME;
  }
  return type === "IEND" && at === content.length;
}

function startsWith(content: Uint8Array, head: readonly number[]): boolean {
  return content.length > head.length && head.every((byte, at) => content[at] === byte);
}

function endsWith(content: Uint8Array, end: readonly number[]): boolean {
  return end.every((byte, at) => content[content.length - end.length + at] === byte);
}
