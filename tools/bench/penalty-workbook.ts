import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SaxesParser } from "saxes";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import { penaltyCells, penaltyHeader, type PenaltyFileOptions } from "./penalty-file.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const PIECE = 200_000;

/** The rows of {@link writePenaltyCsv} as a workbook like those of Excel: one sheet, shared strings, number cells. */
export async function writePenaltyWorkbook(path: string, options: PenaltyFileOptions): Promise<void> {
  const strings = new Map<string, number>();
  const zip = new ZipWriter();
  const parts: readonly (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/${SHEET}" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/${STRINGS}" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="处罚" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
  ];
  for (const [name, xml] of parts) zip.addBuffer(Buffer.from(HEAD + xml), name);
  zip.addReadStreamLazy(SHEET, (give) => give(null, Readable.from(sheetXml(options, strings))));
  // Written when its turn comes, after the sheet that found the strings.
  zip.addReadStreamLazy(STRINGS, (give) => give(null, Readable.from(stringsXml(strings))));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* sheetXml({ rows, firms, from = 1 }: PenaltyFileOptions, strings: Map<string, number>): Generator<string> {
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(1, penaltyHeader(), strings)}`;
  for (let at = 0; at < rows; at++) {
    text += rowXml(at + 2, penaltyCells(from + at, firms), strings);
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield `${text}</sheetData></worksheet>`;
}

function rowXml(number: number, cells: readonly string[], strings: Map<string, number>): string {
  let xml = `<row r="${number}">`;
  for (const [at, cell] of cells.entries()) {
    if (cell === "") continue;
    const place = `${columnName(at)}${number}`;
    if (/^\d{1,9}(\.\d+)?$/.test(cell)) {
      xml += `<c r="${place}"><v>${cell}</v></c>`;
      continue;
    }
    const index = strings.get(cell) ?? strings.size;
    if (index === strings.size) strings.set(cell, index);
    xml += `<c r="${place}" t="s"><v>${index}</v></c>`;
  }
  return `${xml}</row>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  let text = `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
  for (const string of strings.keys()) {
    text += `<si><t>${string.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></si>`;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield `${text}</sst>`;
}

function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${String.fromCharCode(64 + Math.floor(at / 26))}${last}`;
}

/**
 * The limit of reading: a streaming reader that makes the cells' texts of such a workbook and does nothing with them, nor
 * minds what it reads. Gives the number of cells.
 */
export async function readCells(path: string): Promise<number> {
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const strings: string[] = [];
  let cells = 0;
  let value = "";
  let isShared = false;
  const text = (found: string): void => {
    value = found;
  };
  await readPart(zip, entries.get(STRINGS), {
    open: () => undefined,
    text,
    close: (tag) => {
      if (tag === "t") strings.push(value);
    },
  });
  await readPart(zip, entries.get(SHEET), {
    open: (tag, attributes) => {
      if (tag === "c") isShared = attributes["t"] === "s";
    },
    text,
    close: (tag) => {
      if (tag === "v" && (isShared ? strings[Number(value)] : value) !== undefined) cells += 1;
    },
  });
  zip.close();
  return cells;
}

interface Listener {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(tag: string): void;
}

async function readPart(zip: ZipFile, entry: Entry | undefined, listener: Listener): Promise<void> {
  if (!entry) throw new Error("the workbook lacks a part");
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  parser.on("opentag", (tag) => listener.open(tag.name, tag.attributes));
  parser.on("text", (text) => listener.text(text));
  parser.on("closetag", (tag) => listener.close(tag.name));
  const stream = await zip.openReadStreamPromise(entry);
  stream.setEncoding("utf8");
  for await (const piece of stream) parser.write(String(piece));
  parser.close();
}
