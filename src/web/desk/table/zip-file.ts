const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day that the format can write: the same content makes the same file. */
const FIRST_DAY = 0x21;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** A zip (PKWARE APPNOTE 4.3) whose entries are stored as they are: exports are small, and nothing has to be awaited. */
export function zipOf(entries: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(entries)) {
    const name = encoder.encode(path);
    const content = encoder.encode(text);
    const common = [
      ...[VERSION, UTF8_NAMES, 0, 0, FIRST_DAY].map(short),
      ...[crcOf(content), content.length, content.length].map(long),
      ...[name.length, 0].map(short),
    ];
    const local = joined([long(LOCAL_HEADER), ...common, name, content]);
    parts.push(local);
    directory.push(
      joined([long(DIRECTORY_ENTRY), short(VERSION), ...common, ...[0, 0, 0].map(short), long(0), long(offset), name]),
    );
    offset += local.length;
  }
  const listed = joined(directory);
  const number = directory.length;
  const end = [long(DIRECTORY_END), ...[0, 0, number, number].map(short), long(listed.length), long(offset), short(0)];
  return joined([...parts, listed, ...end]);
}

function short(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8);
}

function long(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crcOf(content: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of content) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
