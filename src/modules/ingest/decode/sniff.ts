import { refuseFile, type FileRefusal } from "./file-refusal.ts";
import { encodingOfMark, guessUtf16 } from "./text-encoding.ts";

export type FileKind = "csv" | "xlsx" | "ndjson" | "json-array";

const SIGNATURES: readonly (readonly [signature: string, zh: string, en: string])[] = [
  ["25504446", "PDF 文档", "a PDF document"],
  ["89504e470d0a1a0a", "PNG 图片", "a PNG image"],
  ["ffd8ff", "JPEG 图片", "a JPEG image"],
  ["47494638", "GIF 图片", "a GIF image"],
  ["424d", "BMP 图片", "a BMP image"],
  ["49492a00", "TIFF 图片", "a TIFF image"],
  ["4d4d002a", "TIFF 图片", "a TIFF image"],
  ["526172211a07", "RAR 压缩包", "a RAR archive"],
  ["377abcaf271c", "7z 压缩包", "a 7z archive"],
  ["1f8b", "gzip 压缩包", "a gzip archive"],
  ["7b5c727466", "RTF 文档", "an RTF document"],
  ["4d5a", "Windows 程序", "a Windows program"],
  ["7f454c46", "可执行程序", "a program"],
  ["53514c69746520666f726d6174", "SQLite 数据库", "an SQLite database"],
];
/** Compound File Binary: .xls, and .xlsx with an opening password ([MS-CFB] §2.2). */
const COMPOUND_FILE = "d0cf11e0a1b11ae1";

/** Finds out from the first bytes (64 KB are enough) what a file is; gives, not throws, the refusal of anything else. */
export function sniff(first: Uint8Array): FileKind | FileRefusal {
  const bytes = Buffer.from(first.buffer, first.byteOffset, first.length);
  if (bytes.length === 0) return refuseFile("file-empty");
  const head = bytes.toString("hex", 0, 16);
  if (head.startsWith("504b0304") || head.startsWith("504b0506")) return "xlsx";
  if (head.startsWith(COMPOUND_FILE)) return refuseFile("file-encrypted-or-old-excel");
  // "BM" and "MZ" also begin plain texts; a text has no NUL so early.
  const binary = bytes.subarray(0, 512).includes(0);
  const known = SIGNATURES.find(
    ([signature]) => head.startsWith(signature) && (signature.length > 4 || binary || signature === "1f8b"),
  );
  if (known) return refuseFile("file-wrong-type", { zh: known[1], en: known[2] });
  const mark = encodingOfMark(bytes);
  const utf16 = mark?.encoding ?? guessUtf16(bytes);
  if (utf16 !== "utf-16le" && utf16 !== "utf-16be" && looksBinary(bytes)) {
    return refuseFile("file-wrong-type", { zh: "二进制文件", en: "a binary file" });
  }
  return sniffText(
    utf16 === "utf-16le" ? bytes.toString("utf16le", 0, 4096) : bytes.toString("utf8", mark?.length ?? 0, 4096),
  );
}

function sniffText(start: string): FileKind | FileRefusal {
  const text = start.replace(/^\uFEFF/, "").trimStart();
  if (/^<\?xml/i.test(text) && /<(\w+:)?Workbook\b/.test(text)) {
    return refuseFile("file-wrong-type", { zh: "XML 表格 2003", en: "an XML Spreadsheet 2003" });
  }
  if (/^(<!doctype html|<html|<head|<meta|<table|<div|<body|<style)/i.test(text)) {
    return refuseFile("file-wrong-type", { zh: "网页（常被冒充为 .xls）", en: "a web page (often disguised as .xls)" });
  }
  if (/^<\?xml/i.test(text)) return refuseFile("file-wrong-type", { zh: "XML 文件", en: "an XML file" });
  if (/^\{\s*["}]/.test(text)) return "ndjson";
  if (/^\[\s*[{\]]/.test(text)) return "json-array";
  return "csv";
}

/** Control characters that no text has make up more than 1 % of the bytes, or NUL stands among the first ones. */
function looksBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) odd += 1;
  return odd * 100 > bytes.length;
}
