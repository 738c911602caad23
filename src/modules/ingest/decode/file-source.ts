/**
 * Where the bytes of a file come from. `bytes` may be called several times and starts at the beginning each time: the
 * encoding is found in a first pass, and a second one reads. The raw file lies encrypted; decrypting is the caller's.
 */
export interface FileSource {
  bytes(): AsyncIterable<Uint8Array>;
}

/** A source over bytes in memory, handed over in pieces of `pieceBytes`. */
export function sourceOfBytes(content: Uint8Array, pieceBytes = 65_536): FileSource {
  return {
    async *bytes() {
      for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
    },
  };
}

/** The first `count` bytes, or all when there are fewer. */
export async function firstBytes(source: FileSource, count: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= count) break;
  }
  return Buffer.concat(pieces).subarray(0, count);
}
