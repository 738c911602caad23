import type { FoundEncoding, TextEncoding } from "../../decode/text-encoding.ts";
import { encodeGb18030 } from "./gb18030-encoder.ts";

const ENCODERS: Readonly<Record<TextEncoding, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text, "utf8"),
  gb18030: encodeGb18030,
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
};

/** Turns pieces of text into bytes of the encoding that the file was found in, with its mark where it had one. */
export async function* encodeText(pieces: AsyncIterable<string>, found: FoundEncoding): AsyncGenerator<Buffer> {
  const encode = ENCODERS[found.encoding];
  if (found.length > 0) yield encode("\uFEFF");
  for await (const piece of pieces) if (piece !== "") yield encode(piece);
}
