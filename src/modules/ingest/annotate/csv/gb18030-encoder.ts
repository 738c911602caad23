/**
 * Text to GB18030, which Node only decodes. The table is the decoder's own, turned round: every code of two bytes and
 * every code of four bytes within the first plane; the other planes follow by arithmetic (WHATWG Encoding, 10.2.2).
 */
export function encodeGb18030(text: string): Buffer {
  const table = tableOf();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[length] = unit;
      length += 1;
      continue;
    }
    const point = text.codePointAt(at) ?? 0xfffd;
    if (point > 0xffff) at += 1;
    const code = point > 0xffff ? fourBytes(point - 0x10000 + 189_000) : (table[point] ?? 0);
    if (code > 0xffff) length = bytes.writeUInt32BE(code, length);
    else length = bytes.writeUInt16BE(code === 0 ? QUESTION : code, length);
  }
  return bytes.subarray(0, length);
}

/** U+FF1F, for half a surrogate pair: no other character is without a code. */
const QUESTION = 0xa3bf;
let table: Uint32Array | null = null;

function tableOf(): Uint32Array {
  if (table) return table;
  const made = new Uint32Array(0x10000);
  const decoder = new TextDecoder("gb18030", { ignoreBOM: true });
  const learn = (code: number, bytes: Buffer): void => {
    const text = decoder.decode(bytes);
    const point = text.codePointAt(0) ?? 0;
    if (text.length === 1 && point >= 0x80 && point !== 0xfffd && made[point] === 0) made[point] = code;
  };
  const two = Buffer.alloc(2);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      two.writeUInt16BE((lead << 8) | trail);
      if (trail !== 0x7f) learn((lead << 8) | trail, two);
    }
  }
  const four = Buffer.alloc(4);
  for (let pointer = 0; pointer < 39_420; pointer += 1) {
    const code = fourBytes(pointer);
    four.writeUInt32BE(code);
    learn(code, four);
  }
  made[0xfffd] = fourBytes(39_417); // the decoder gives it for faults too, so it was passed over above
  table = made;
  return made;
}

function fourBytes(pointer: number): number {
  const a = Math.floor(pointer / 12_600);
  const b = Math.floor(pointer / 1260) % 10;
  const c = Math.floor(pointer / 10) % 126;
  return (((0x81 + a) << 24) | ((0x30 + b) << 16) | ((0x81 + c) << 8) | (0x30 + (pointer % 10))) >>> 0;
}
