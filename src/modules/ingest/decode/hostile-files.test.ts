import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sheetData, workbookFile, workbookParts } from "../../../../test/fixtures/files/workbook-file.ts";
import { zipFile, type ZipPart } from "../../../../test/fixtures/files/zip-file.ts";
import { FileRefusal } from "./file-refusal.ts";
import { sourceOfBytes } from "./file-source.ts";
import { openTable } from "./open-table.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./read-limits.ts";

const readAll = async (bytes: Uint8Array, limits: Partial<ReadLimits> = {}) => {
  const table = await openTable(sourceOfBytes(bytes), { ...DEFAULT_READ_LIMITS, ...limits });
  let rows = 0;
  for await (const chunk of table.chunks()) rows += chunk.length;
  return rows;
};
/** Code of the refusal; anything else that is thrown fails the test, since it would count as our bug. */
const refusal = async (bytes: Uint8Array, limits: Partial<ReadLimits> = {}) => {
  try {
    return `read ${await readAll(bytes, limits)} rows`;
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
};
const workbook = (xml: string, rest: { sharedStrings?: string; extra?: readonly ZipPart[] } = {}) =>
  workbookFile({ sheets: [{ name: "表", xml }], ...rest });
const withSheet = (content: string | Uint8Array, more: Partial<ZipPart> = {}) =>
  workbook("", { extra: [{ name: "xl/worksheets/sheet1.xml", content, ...more }] });
const ONE = sheetData([["甲", "乙"]]);

describe("a file of the wrong type is refused by name", () => {
  test.each<[string, string, string]>([
    ["file-empty", "", ""],
    ["file-empty", "efbbbf", ""],
    ["file-empty", "fffe", ""],
    ["file-empty", "0a0a20200a", ""],
    ["file-encrypted-or-old-excel", "d0cf11e0a1b11ae1000000000000", "Excel 97"],
    ["file-wrong-type", Buffer.from("%PDF-1.7\n").toString("hex"), "PDF"],
    ["file-wrong-type", "89504e470d0a1a0a0000", "PNG"],
    ["file-wrong-type", "526172211a0700", "RAR"],
    ["file-wrong-type", "377abcaf271c0004", "7z"],
    ["file-wrong-type", "1f8b0800", "gzip"],
    ["file-wrong-type", Buffer.from("\uFEFF<html><table><tr><td>1").toString("hex"), "web page"],
    [
      "file-wrong-type",
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:x">').toString("hex"),
      "Spreadsheet 2003",
    ],
    [
      "file-wrong-type",
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)).toString("hex"),
      "binary",
    ],
  ])("%s: %s", async (code, hex, words) => {
    await expect(readAll(Buffer.from(hex, "hex"))).rejects.toThrow(new RegExp(`^${code}: .*${words}`));
  });

  test.each([
    ["word/document.xml", "Word"],
    ["xl/workbook.bin", "xlsb"],
    ["content.xml", "OpenDocument"],
    ["a.csv", "zip archive"],
  ])("a zip with %s", async (name, words) => {
    const bytes = zipFile([
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name, content: "x" },
    ]);
    await expect(readAll(bytes)).rejects.toThrow(new RegExp(`^file-wrong-type: .*${words}`));
  });
});

describe("a hostile zip is refused", () => {
  test("by the sizes it declares", async () => {
    expect(await refusal(withSheet(Buffer.alloc(12 * 1024 * 1024, 32)))).toBe("zip-suspicious-ratio");
    expect(await refusal(withSheet(Buffer.alloc(3_000_000, 32)), { inflatedBytes: 2_000_000 })).toBe("zip-too-large");
    expect(await refusal(withSheet(ONE, { declaredSize: 0xfffffff0 }))).toBe("zip-too-large");
  });

  test("by what comes out when the declared size lies", async () => {
    expect(await refusal(withSheet(Buffer.alloc(50_000_000, 32), { declaredSize: 500 }))).toBe("file-damaged");
    expect(await refusal(withSheet(`<worksheet>${ONE}</worksheet>`, { declaredSize: 1_000_000 }))).toBe("file-damaged");
  });

  test("by too many parts, doubles, encryption, an unknown method, a path that climbs", async () => {
    const many = Array.from({ length: 2100 }, (_, at) => ({ name: `p${at}`, content: "" }));
    expect(await refusal(workbook(ONE, { extra: many }))).toBe("zip-too-many-entries");
    const parts = workbookParts({ sheets: [{ name: "表", xml: ONE }] });
    expect(await refusal(zipFile([...parts, { name: "XL/Workbook.xml", content: "<workbook/>" }]))).toBe(
      "zip-duplicate-entry",
    );
    expect(await refusal(withSheet(ONE, { encrypted: true }))).toBe("zip-encrypted");
    expect(await refusal(withSheet(ONE, { method: 12 }))).toBe("file-damaged");
    expect(await refusal(workbook(ONE, { extra: [{ name: "../../evil", content: "x" }] }))).toBe("file-damaged");
  });

  test("when cut off anywhere, or with any byte changed, and never otherwise than by a refusal", async () => {
    const whole = workbook(
      sheetData([
        ["甲", "乙"],
        ["丙", 1],
      ]),
      { sharedStrings: "<si><t>x</t></si>" },
    );
    for (let length = 4; length < whole.length; length += 23) {
      expect(await refusal(whole.subarray(0, length)), `cut at ${length}`).toBe("file-damaged");
    }
    for (let at = 4; at < whole.length; at += 5) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      expect(await refusal(broken), `byte ${at}`).toMatch(/^(read \d rows|file-|zip-|workbook-|xml-)/);
    }
  });

  test("and a large one leaves nothing in the temporary directory", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("mingxin-"));
    expect(await refusal(withSheet("<worksheet><sheetData>"), { inMemoryBytes: 10 })).toBe("file-damaged");
    expect(
      readdirSync(tmpdir()).filter(
        (name) => name.startsWith("mingxin-") && !before.includes(name) && name.length === 32,
      ),
    ).toEqual([]);
  });
});

describe("hostile XML is refused", () => {
  test("with a document type: entity bomb or external entity", async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(await refusal(withSheet(bomb))).toBe("xml-doctype");
    expect(await refusal(withSheet('<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>'))).toBe("xml-doctype");
    expect(await refusal(withSheet("<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"))).toBe(
      "file-damaged",
    );
  });

  test("when it breaks off or is not UTF-8", async () => {
    expect(await refusal(withSheet("<worksheet><sheetData><row><c><v>1</v>"))).toBe("file-damaged");
    expect(await refusal(withSheet(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c])))).toBe("file-damaged");
  });

  test("with one endless text, tag, comment or cell of many runs, before it is held in memory", async () => {
    const limits = { cellCharacters: 1000 };
    const long = "x".repeat(2_000_000);
    const inSheet = (inner: string) => withSheet(`<worksheet><sheetData><row>${inner}</row></sheetData></worksheet>`);
    expect(await refusal(inSheet(`<c t="inlineStr"><is><t>${long}</t></is></c>`), limits)).toBe("file-damaged");
    expect(await refusal(inSheet(`<c a="${long}"/>`), limits)).toBe("file-damaged");
    expect(await refusal(inSheet(`<!--${long}-->`), limits)).toBe("file-damaged");
    expect(
      await refusal(inSheet(`<c t="inlineStr"><is>${"<r><t>xxxxxxxxxx</t></r>".repeat(200)}</is></c>`), limits),
    ).toBe("cell-too-long");
    expect(await refusal(inSheet(`<c t="str"><v>${"x".repeat(5000)}</v></c>`), limits)).toBe("cell-too-long");
  });

  test("with a filled cell far to the right or below the last row; an empty one is nothing, a far row is one row", async () => {
    const far = (cell: string) => workbook(`<sheetData><row r="1048576">${cell}</row></sheetData>`);
    expect(await refusal(far('<c r="XFD1048576"><v>1</v></c>'))).toBe("too-many-columns");
    expect(
      await refusal(far('<c r="A1048576"><v>1</v></c><c r="B1048576"><v>2</v></c><c r="XFD1048576" s="1"/>')),
    ).toBe("read 1 rows");
    expect(await refusal(far('<c r="ZZZZ1"><v>1</v></c>'))).toBe("file-damaged");
    expect(await refusal(workbook('<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>'))).toBe(
      "too-many-rows",
    );
    expect(await refusal(workbook('<sheetData><row r="2"/><row r="1"/></sheetData>'))).toBe("file-damaged");
  });

  test("with more shared strings than allowed, in number or bytes, or a reference to none", async () => {
    const cell = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>';
    const strings = "<si><t>黄石</t></si>".repeat(5000);
    expect(await refusal(workbook(cell, { sharedStrings: strings }), { sharedStrings: 4999 })).toBe(
      "shared-strings-too-large",
    );
    expect(await refusal(workbook(cell, { sharedStrings: strings }), { sharedStringBytes: 29_999 })).toBe(
      "shared-strings-too-large",
    );
    expect(await refusal(workbook(cell, { sharedStrings: strings }), { sharedStringBytes: 30_000 })).toBe(
      "read 1 rows",
    );
    expect(await refusal(workbook(cell, { sharedStrings: "<si/>" }))).toBe("file-damaged");
    expect(await refusal(workbook(cell))).toBe("file-damaged");
  });
});

describe("a sheet that refers to one long text again and again is refused", () => {
  const cell = '<c t="s"><v>0</v></c>';
  const sheet = (rows: number, columns: number) =>
    workbook(`<sheetData>${`<row>${cell.repeat(columns)}</row>`.repeat(rows)}</sheetData>`, {
      sharedStrings: `<si><t>${"长".repeat(1000)}</t></si>`,
    });

  test("by the length of one row", async () => {
    expect(await refusal(sheet(1, 30), { rowCharacters: 20_000 })).toBe("row-too-long");
    expect(await refusal(sheet(1, 20), { rowCharacters: 20_000 })).toBe("read 1 rows");
  });

  test("by what a few bytes of it expand to", async () => {
    expect(await refusal(sheet(400, 20), { pendingCharacters: 200_000 })).toBe("cells-too-large");
    expect(await refusal(sheet(400, 20))).toBe("read 400 rows");
  });
});

describe("hostile text is refused or contained", () => {
  test("an open quote, one line of 2 MB, too many columns", async () => {
    expect(await refusal(Buffer.from('名称,代码\n"甲,1\n乙,2\n'))).toBe("csv-unbalanced-quote");
    expect(await refusal(Buffer.from("x".repeat(2_000_000)))).toBe("row-too-long");
    expect(await refusal(Buffer.from(`${"a,".repeat(1000)}\n`))).toBe("too-many-columns");
    expect(await refusal(Buffer.from(`{"a":"${"x".repeat(2_000_000)}"}`))).toBe("row-too-long");
  });

  test("NUL and half surrogates make their cell an error and are told", async () => {
    const table = await openTable(
      sourceOfBytes(Buffer.from("名称,代码\n甲\u0000乙,1\n丙\u0007,2\n丁,3\n".padEnd(600, "戊,4\n"))),
    );
    const rows = [];
    for await (const chunk of table.chunks()) rows.push(...chunk);
    expect(rows[1]?.cells[0]).toEqual({ text: "甲\uFFFD乙", kind: "error" });
    expect(table.notes().map((note) => [note.code, note.zh])).toEqual([
      ["control-characters", "单元格含控制字符：共 2 行（第 2, 3 行）"],
    ]);
    const json = await openTable(sourceOfBytes(Buffer.from('{"a":"\\ud800","__proto__":"x"}')));
    const [, row] = (await Array.fromAsync(json.chunks())).flat();
    expect(row?.cells).toEqual([
      { text: "\uFFFD", kind: "error" },
      { text: "x", kind: "text" },
    ]);
  });

  test("deeply nested JSON is that line's error", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(await refusal(Buffer.from(`{"a":1}\n{"a":${deep}}\n`))).toBe("read 3 rows");
  });
});

test("the test's zip writer deflates, so that the bombs above are bombs", () => {
  expect(deflateRawSync(Buffer.alloc(12 * 1024 * 1024, 32)).length).toBeLessThan(20_000);
});
