import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "./file-source.ts";
import { decodeText, findEncoding, type TextEncoding } from "./text-encoding.ts";

/** 黄石市示例 in GB18030 (made with another encoder than the one under test). */
const GB_HUANGSHI = Buffer.from("bbc6caafcad0cabec0fd", "hex");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const decode = async (bytes: Uint8Array, piece = 65_536) => {
  const source = sourceOfBytes(bytes, piece);
  const found = await findEncoding(source);
  let text = "";
  for await (const part of decodeText(source, found)) text += part;
  return { encoding: found.encoding, text };
};

describe("an encoding", () => {
  const text = "名称,代码\r\n黄石市示例,1\r\n";
  test.each<[string, Buffer, TextEncoding]>([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["UTF-16LE with mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
    ["UTF-16LE without mark", Buffer.from(text, "utf16le"), "utf-16le"],
    ["UTF-16BE with mark", utf16be(`\uFEFF${text}`), "utf-16be"],
    ["UTF-16BE without mark", utf16be(text), "utf-16be"],
  ])("is found: %s, and the mark is no part of the text", async (_, bytes, encoding) => {
    expect(await decode(bytes)).toEqual({ encoding, text });
  });

  test("is GB18030 where UTF-8 is invalid, also behind megabytes of ASCII", async () => {
    const bytes = Buffer.concat([Buffer.from("a,b\n".repeat(300_000)), GB_HUANGSHI, Buffer.from(",1\n")]);
    const read = await decode(bytes);
    expect(read.encoding).toBe("gb18030");
    expect(read.text.slice(-8)).toBe("黄石市示例,1\n");
  });

  test("is UTF-8 with a fault, and not GB18030, where one byte of many is broken; the offset is named", async () => {
    const bytes = Buffer.from("黄石市示例企业有限公司".repeat(20));
    bytes[100] = 0xff;
    await expect(decode(bytes, 64)).rejects.toThrow(/^file-encoding: Read as UTF-8.* offset (99|100) /);
  });

  test("refuses an invalid byte of GB18030 with its offset, and a file that ends within a character", async () => {
    const bytes = Buffer.concat([GB_HUANGSHI, GB_HUANGSHI, Buffer.from([0x41, 0xff, 0x41]), GB_HUANGSHI]);
    await expect(decode(bytes, 7)).rejects.toThrow(/^file-encoding: Read as GB18030.* offset 21 /);
    await expect(decode(GB_HUANGSHI.subarray(0, 9))).rejects.toMatchObject({ code: "file-encoding" });
    await expect(decode(Buffer.from("黄石").subarray(0, 5))).rejects.toMatchObject({ code: "file-encoding" });
    await expect(decode(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8, 0x41, 0x00]))).rejects.toMatchObject({
      code: "file-encoding",
    });
  });

  test("gives the same text however the bytes are cut, also inside characters", async () => {
    const unit = fc.constantFrom("a", ",", "\n", "黄", "é", "𠮷", "（");
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit, minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (value, piece) => {
          expect((await decode(Buffer.from(`\uFEFF${value}`), piece)).text).toBe(value);
          expect((await decode(Buffer.from(`\uFEFF${value}`, "utf16le"), piece)).text).toBe(value);
          expect((await decode(utf16be(`\uFEFF${value}`), piece)).text).toBe(value);
        },
      ),
    );
  });
});
