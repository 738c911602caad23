import { describe, expect, test } from "vitest";
import { inspectDocument } from "./inspect-document.rules.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const pdf = (body: string): string =>
  `%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n` +
  `3 0 obj <</Type /Page /Parent 2 0 R>> endobj\n${body}\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`;
const chunk = (type: string, data = ""): string => {
  const size = data.length;
  return (
    String.fromCharCode(size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255) + type + data + "\0\0\0\0"
  );
};
const png = `\x89PNG\r\n\x1a\n${chunk("IHDR", "\0".repeat(13))}${chunk("IDAT", "x")}${chunk("IEND")}`;
const jpeg = `\xff\xd8\xff\xe0\0\x10JFIF\0${"\0".repeat(20)}\xff\xd9`;

describe("a file is what its content proves", () => {
  test.each([
    ["a PDF, its pages counted", pdf(""), { mediaType: "application/pdf", pages: 1 }],
    ["a linearized PDF by its note", pdf("9 0 obj <</Linearized 1 /L 99 /N 12 /T 1>> endobj"), { pages: 12 }],
    ["a PDF whose pages lie in compressed objects", pdf("9 0 obj <</Type /ObjStm /N 3>> endobj"), { pages: null }],
    ["a PNG", png, { mediaType: "image/png", pages: 1 }],
    ["a JPEG", jpeg, { mediaType: "image/jpeg", pages: 1 }],
  ])("%s", (_name, content, expected) => {
    expect(inspectDocument(bytes(content))).toMatchObject(expected);
  });
});

describe("what is not taken", () => {
  test.each([
    ["a page of HTML", "<!doctype html><script>alert(1)</script>", "unknown"],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "unknown"],
    ["a ZIP", "PK\x03\x04", "unknown"],
    ["an old Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown"],
    ["nothing but a beginning", "%PDF-1.7", "not-whole"],
    ["a PDF behind something else", `PK\x03\x04${pdf("")}`, "unknown"],
    ["a PDF with a ZIP behind it", `${pdf("")}PK\x05\x06`, "not-whole"],
    ["a PNG with a page behind it", `${png}<script>`, "not-whole"],
    ["a PNG that was cut off", png.slice(0, -3), "not-whole"],
    [
      "a PNG that does not begin with its header",
      `\x89PNG\r\n\x1a\n${chunk("tEXt", "x")}${chunk("IEND")}`,
      "not-whole",
    ],
    ["a JPEG with a ZIP behind it", `${jpeg}PK\x05\x06`, "not-whole"],
    ["a PDF with a script", pdf("9 0 obj <</S /JavaScript /JS (app.alert\\(1\\))>> endobj"), "active"],
    ["a PDF with a script whose name is written in hex", pdf("9 0 obj <</S /J#61vaScript>> endobj"), "active"],
    ["a PDF that starts a program", pdf("9 0 obj <</S /Launch /F (cmd.exe)>> endobj"), "active"],
    ["a PDF with a file in it", pdf("9 0 obj <</Type /EmbeddedFile>> endobj"), "active"],
    ["a PDF with an XFA form", pdf("9 0 obj <</XFA [(a) 10 0 R]>> endobj"), "active"],
    ["a PDF with a password", pdf("9 0 obj <<>> endobj trailer <</Encrypt 9 0 R>>"), "encrypted"],
  ])("%s", (_name, content, fault) => {
    expect(inspectDocument(bytes(content))).toEqual({ fault });
  });
});
