import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSealed, SealedFileError, writeSealed } from "./files.ts";

const KEY = randomBytes(32);
/** The file's form: a head of 20 bytes, then frames of 64 KiB with a tag of 16. */
const HEAD = 20;
const FRAME = 65_536 + 16;

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "mingxin-files-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const emptyDirectory = (): Promise<string> => mkdtemp(join(scratch, "files-"));

async function sealed(bytes: Uint8Array, piece = 50_000): Promise<{ path: string; bytes: number; sha256: string }> {
  const path = join(await emptyDirectory(), "file");
  return { path, ...(await writeSealed(path, inPieces(bytes, piece), KEY)) };
}

async function read(path: string, key: Uint8Array = KEY): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(readSealed(path, key)));
}

/** The code of the refusal, or "read" when the file was read as if nothing were. */
async function fault(path: string, key: Uint8Array = KEY): Promise<string> {
  return read(path, key).then(
    () => "read",
    (error: unknown) => (error instanceof SealedFileError ? error.code : String(error)),
  );
}

/** Writes the file's bytes anew as `change` gives them, and tells what became of reading it. */
async function faultAfter(path: string, change: (bytes: Buffer) => Uint8Array): Promise<string> {
  const changed = `${path}.changed`;
  await writeFile(changed, change(await readFile(path)));
  return fault(changed);
}

describe("a sealed file", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])("of %i bytes is read as written", async (size) => {
    const content = randomBytes(size);
    for (const piece of [1_000, 65_536, 300_000]) {
      const file = await sealed(content, piece);
      expect(file.bytes).toBe(size);
      expect(file.sha256).toBe(createHash("sha256").update(content).digest("hex"));
      expect((await read(file.path)).equals(content)).toBe(true);
    }
  });

  test("is the same whatever pieces its content came in, empty ones included", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 140_000 }), { maxLength: 6 }), async (sizes) => {
        const pieces = sizes.map((size, index) => Buffer.alloc(size, index + 1));
        const path = join(await emptyDirectory(), "file");
        await writeSealed(path, (async function* () { yield* pieces; })(), KEY); // prettier-ignore
        expect((await read(path)).equals(Buffer.concat(pieces))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("holds no clear text, neither when complete nor while it is written, and is closed to others", async () => {
    const words = Buffer.from("黄石示例建材有限公司 91420200MAXX000153;".repeat(6000), "utf8");
    const mark = Buffer.from("91420200MAXX000153", "utf8");
    const directory = join(await emptyDirectory(), "new");
    const seen: Buffer[] = [];
    async function* watched(): AsyncGenerator<Uint8Array> {
      yield words;
      // What is on disk at this moment, under whatever name.
      for (const name of await readdir(directory)) seen.push(await readFile(join(directory, name)));
      yield words;
    }
    const path = join(directory, "file");
    await writeSealed(path, watched(), KEY);
    seen.push(await readFile(path));
    expect(seen.map((bytes) => bytes.length > words.length / 2)).toEqual([true, true]);
    expect(seen.filter((bytes) => bytes.includes(mark))).toEqual([]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  test("looks otherwise each time it is sealed", async () => {
    const content = Buffer.alloc(1000, 1);
    const [first, second] = await Promise.all([sealed(content), sealed(content)]);
    const bytes = await Promise.all([readFile(first.path), readFile(second.path)]);
    expect(bytes[0].subarray(HEAD).equals(bytes[1].subarray(HEAD))).toBe(false);
  });
});

describe("a sealed file that was touched", () => {
  test("is refused when it was cut, wherever that was", async () => {
    const { path } = await sealed(randomBytes(200_000));
    const { length } = await readFile(path);
    const lengths = [length - 1, HEAD + 3 * FRAME + 16, HEAD + 3 * FRAME + 1, HEAD + 3 * FRAME, HEAD + FRAME + 5];
    for (const cut of [...lengths, HEAD + FRAME, HEAD + 17, HEAD + 1, HEAD]) {
      expect([cut, await faultAfter(path, (bytes) => bytes.subarray(0, cut))]).toEqual([cut, "damaged"]);
    }
    for (const cut of [HEAD - 1, 4, 1, 0]) {
      expect([cut, await faultAfter(path, (bytes) => bytes.subarray(0, cut))]).toEqual([cut, "not-sealed"]);
    }
  });

  test.each<[string, (frame: (at: number) => Buffer) => Buffer[]]>([
    ["two frames changed places", (frame) => [frame(1), frame(0), frame(2), frame(3)]],
    ["a frame was left out", (frame) => [frame(0), frame(2), frame(3)]],
    ["the first frame was left out", (frame) => [frame(1), frame(2), frame(3)]],
    ["a frame was repeated", (frame) => [frame(0), frame(0), frame(1), frame(2), frame(3)]],
    ["the last frame was repeated", (frame) => [frame(0), frame(1), frame(2), frame(3), frame(3)]],
    ["something was appended", (frame) => [frame(0), frame(1), frame(2), frame(3), Buffer.alloc(40)]],
    ["one byte was appended", (frame) => [frame(0), frame(1), frame(2), frame(3), Buffer.alloc(1)]],
  ])("is refused when %s", async (_what, order) => {
    const { path } = await sealed(randomBytes(200_000));
    const outcome = await faultAfter(path, (bytes) =>
      Buffer.concat([
        bytes.subarray(0, HEAD),
        ...order((at) => bytes.subarray(HEAD + at * FRAME, HEAD + (at + 1) * FRAME)),
      ]),
    );
    expect(outcome).toBe("damaged");
  });

  test("is refused when its last frame is as full as the others and anything follows or lacks", async () => {
    const { path } = await sealed(randomBytes(131_072));
    expect((await readFile(path)).length).toBe(HEAD + 2 * FRAME);
    expect(await faultAfter(path, (bytes) => bytes.subarray(0, HEAD + FRAME))).toBe("damaged");
    expect(await faultAfter(path, (bytes) => Buffer.concat([bytes, bytes.subarray(HEAD + FRAME)]))).toBe("damaged");
  });

  test("is refused when the frames are those of another file of the same key", async () => {
    const [one, other] = await Promise.all([sealed(randomBytes(1000)), sealed(randomBytes(1000))]);
    const foreign = await readFile(other.path);
    const swap = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, HEAD), foreign.subarray(HEAD)]);
    expect(await faultAfter(one.path, swap)).toBe("damaged");
  });

  test("is refused when any byte of it was changed", async () => {
    const { path } = await sealed(randomBytes(66_000));
    const { length } = await readFile(path);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(HEAD + 20), fc.nat(length - 1)),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const outcome = await faultAfter(path, (bytes) => {
            bytes.writeUInt8(bytes.readUInt8(at) ^ by, at);
            return bytes;
          });
          expect(outcome).toBe(at < 4 ? "not-sealed" : "damaged");
        },
      ),
    );
  });
});

describe("reading refuses with its own error", () => {
  test("a wrong key as damage, and one of a wrong length as our mistake", async () => {
    const { path } = await sealed(Buffer.from("content"));
    expect(await fault(path, randomBytes(32))).toBe("damaged");
    expect(await fault(path, randomBytes(31))).toContain("RangeError");
  });

  test("a file that is missing, and files that were never sealed", async () => {
    const directory = await emptyDirectory();
    expect(await fault(join(directory, "nothing"))).toBe("missing");
    for (const content of ["", "MXF1", "名称,代码\n甲,1\n".repeat(9000), "MXF2".padEnd(200, "x")]) {
      await writeFile(join(directory, "plain"), content);
      expect(await fault(join(directory, "plain"))).toBe("not-sealed");
    }
  });

  test("never before the first bad frame: what it gave until then was right", async () => {
    const content = randomBytes(200_000);
    const { path } = await sealed(content);
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(HEAD + FRAME + 100) ^ 1, HEAD + FRAME + 100);
    await writeFile(path, bytes);
    const given: Buffer[] = [];
    const reading = (async () => {
      for await (const frame of readSealed(path, KEY)) given.push(frame);
    })();
    await expect(reading).rejects.toThrow(SealedFileError);
    expect(Buffer.concat(given).equals(content.subarray(0, 65_536))).toBe(true);
  });
});

describe("a content that breaks off", () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(150_000, 5);
    throw new Error("the line went dead");
  }

  test("leaves no file behind, and the error is the content's own", async () => {
    const directory = await emptyDirectory();
    await expect(writeSealed(join(directory, "file"), broken(), KEY)).rejects.toThrow("the line went dead");
    expect(await readdir(directory)).toEqual([]);
  });

  test("leaves the file that was there before as it was", async () => {
    const { path } = await sealed(Buffer.from("before"));
    await expect(writeSealed(path, broken(), KEY)).rejects.toThrow("the line went dead");
    expect((await read(path)).toString()).toBe("before");
    expect(await readdir(join(path, ".."))).toEqual(["file"]);
  });
});
