import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKeyring, lookupHash, open, rotate, seal, SealError, unwrapKey, wrapKey, type Keyring } from "./keyring.ts";
import { StartError } from "./start-error.ts";

let scratch: string;
let keyring: Keyring;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "mingxin-keyring-"));
  keyring = await loadKeyring(await directory());
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const directory = (): Promise<string> => mkdtemp(join(scratch, "data-"));
const SECRET = Buffer.from("110101199003070000 示例", "utf8");
/** Bytes 1 to 8 name the key. */
const namesKey = (at: number): boolean => at >= 1 && at <= 8;

function refusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof SealError ? error.code : error;
  }
}

async function startRefusal(data: string): Promise<StartError> {
  const error: unknown = await loadKeyring(data).catch((reason: unknown) => reason);
  if (!(error instanceof StartError)) throw new Error(`no StartError: ${String(error)}`);
  return error;
}

/** Any bytes and any purpose, short ones and such that hold each other included. */
const SEALED = [fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "binary", maxLength: 20 })] as const;

describe("a sealed value", () => {
  test("opens for the purpose it was sealed for, and only then", () => {
    fc.assert(
      fc.property(...SEALED, SEALED[1], (plaintext, purpose, other) => {
        const sealed = seal(keyring, plaintext, purpose);
        expect(open(keyring, sealed, purpose)).toEqual(Buffer.from(plaintext));
        if (Buffer.from(other).equals(Buffer.from(purpose))) return;
        expect(refusal(() => open(keyring, sealed, other))).toBe("damaged");
      }),
    );
  });

  test("is refused when any byte of it was changed, also where it lies within a larger buffer", () => {
    fc.assert(
      fc.property(...SEALED, fc.nat(), fc.integer({ min: 1, max: 255 }), (plaintext, purpose, where, change) => {
        const sealed = seal(keyring, plaintext, purpose);
        const at = where % sealed.length;
        const around = Buffer.concat([Buffer.alloc(5, 7), sealed, Buffer.alloc(5, 7)]);
        const within = around.subarray(5, 5 + sealed.length);
        expect(open(keyring, within, purpose)).toEqual(Buffer.from(plaintext));
        within.writeUInt8(within.readUInt8(at) ^ change, at);
        expect(refusal(() => open(keyring, within, purpose))).toBe(namesKey(at) ? "unknown-key" : "damaged");
      }),
    );
  });

  test("is refused at each single byte and each length that it was cut to", () => {
    const sealed = seal(keyring, SECRET, "field");
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect([at, refusal(() => open(keyring, changed, "field"))]).toEqual([
        at,
        namesKey(at) ? "unknown-key" : "damaged",
      ]);
      expect([at, refusal(() => open(keyring, sealed.subarray(0, at), "field"))]).toEqual([at, "damaged"]);
    }
    expect(refusal(() => open(keyring, Buffer.concat([sealed, Buffer.alloc(1)]), "field"))).toBe("damaged");
  });

  test("shows nothing of its content, and the same content is sealed otherwise each time", () => {
    const first = seal(keyring, SECRET, "field");
    expect(first.includes(SECRET.subarray(0, 6))).toBe(false);
    expect(seal(keyring, SECRET, "field").equals(first)).toBe(false);
  });

  test("of a keyring that is not here is refused by the name of its key", async () => {
    const stranger = await loadKeyring(await directory());
    const sealed = seal(stranger, SECRET, "field");
    expect(refusal(() => open(keyring, sealed, "field"))).toBe("unknown-key");
    expect(() => open(keyring, sealed, "field")).toThrow(stranger.current);
  });

  test("cannot be passed off as a wrapped key, nor the other way round", () => {
    const key = Buffer.alloc(32, 9);
    expect(unwrapKey(keyring, wrapKey(keyring, key))).toEqual(key);
    expect(refusal(() => unwrapKey(keyring, seal(keyring, key, "field")))).toBe("damaged");
    expect(refusal(() => open(keyring, wrapKey(keyring, key), "field"))).toBe("damaged");
  });
});

describe("rotation", () => {
  test("keeps older things readable and seals with the new key, after a new start too", async () => {
    const data = await directory();
    const before = await loadKeyring(data);
    const old = seal(before, SECRET, "field");
    const after = await rotate(data);
    const fresh = seal(after, SECRET, "field");
    expect(after.current).not.toBe(before.current);
    expect(fresh.toString("hex", 1, 9)).toBe(after.current);
    expect(await loadKeyring(data)).toEqual(after);
    for (const sealed of [old, fresh]) expect(open(after, sealed, "field")).toEqual(SECRET);
    expect(refusal(() => open(before, fresh, "field"))).toBe("unknown-key");
    const third = await rotate(data);
    expect(third.keys.size).toBe(3);
    for (const sealed of [old, fresh]) expect(open(third, sealed, "field")).toEqual(SECRET);
  });

  test("leaves the key of lookups as it is, so that what was sealed before is found again", async () => {
    const data = await directory();
    const before = lookupHash((await loadKeyring(data)).lookupKey, "citizen-id", "x");
    const { lookupKey } = await rotate(data);
    expect(lookupHash(lookupKey, "citizen-id", "x")).toBe(before);
    expect(lookupHash(lookupKey, "passport", "x")).not.toBe(before);
  });
});

describe("the keyring file", () => {
  test("is made by the first start, closed to others, and read by the next", async () => {
    const data = await directory();
    const first = await loadKeyring(data);
    expect((await stat(join(data, "keyring.json"))).mode & 0o777).toBe(0o600);
    expect(await loadKeyring(data)).toEqual(first);
    await rotate(data);
    expect((await stat(join(data, "keyring.json"))).mode & 0o777).toBe(0o600);
  });

  test("is one for all that load it at once", async () => {
    const data = await directory();
    const loaded = await Promise.all(Array.from({ length: 12 }, () => loadKeyring(data)));
    expect(new Set(loaded.map((entry) => entry.current)).size).toBe(1);
    expect(loaded).toEqual(loaded.map(() => loaded[0]));
    expect(await readdir(data)).toEqual(["keyring.json"]);
  });

  test.each([0o640, 0o604, 0o660, 0o644])("stops the start when its mode %o opens it to others", async (mode) => {
    const data = await directory();
    await loadKeyring(data);
    await chmod(join(data, "keyring.json"), mode);
    const { code, text } = await startRefusal(data);
    expect(code).toBe("keyring");
    expect(text.zh).toContain("chmod 600");
    expect(text.en).toContain("chmod 600");
  });

  const KEY = Buffer.alloc(32, 1).toString("base64");
  const complete = { current: "00000000000000aa", keys: { "00000000000000aa": KEY }, lookupKey: KEY };
  test.each<[string, unknown]>([
    ["nothing", ""],
    ["half of itself", JSON.stringify(complete).slice(0, 60)],
    ["null", null],
    ["a list", []],
    ["no current key", { ...complete, current: undefined }],
    ["a current key that is missing", { ...complete, current: "00000000000000bb" }],
    ["no keys", { ...complete, keys: undefined }],
    ["null for keys", { ...complete, keys: null }],
    ["no lookup key", { ...complete, lookupKey: undefined }],
    ["a lookup key cut short", { ...complete, lookupKey: Buffer.alloc(31).toString("base64") }],
    ["a key cut short", { ...complete, keys: { ...complete.keys, "00000000000000cc": "AAAA" } }],
    ["a key that is no text", { ...complete, keys: { ...complete.keys, "00000000000000cc": 5 } }],
    ["a key without a proper name", { ...complete, keys: { ...complete.keys, first: KEY } }],
  ])("stops the start when it holds %s, and stays as it was", async (_what, content) => {
    const data = await directory();
    const path = join(data, "keyring.json");
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(path, text, { mode: 0o600 });
    const refused = await startRefusal(data);
    expect(refused.code).toBe("keyring");
    expect(refused.text.en).toContain(path);
    await expect(rotate(data)).rejects.toThrow(StartError);
    expect(await readFile(path, "utf8")).toBe(text);
  });

  test("of that form is read", async () => {
    const data = await directory();
    await writeFile(join(data, "keyring.json"), JSON.stringify(complete), { mode: 0o600 });
    expect((await loadKeyring(data)).current).toBe(complete.current);
  });
});
