import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SeenKeys } from "./seen-keys.ts";

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();

test("tells the first, the same and the contradicting row apart, as a map would", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(2)), { maxLength: 200 }), (rows) => {
      const seen = new SeenKeys();
      const map = new Map<number, number>();
      for (const [key, content] of rows) {
        const before = map.get(key);
        const expected = before === undefined ? null : before === content ? "same" : "other";
        if (before === undefined) map.set(key, content);
        expect(seen.see(hash(`k${key}`), hash(`c${content}`))).toBe(expected);
      }
    }),
  );
});

test("remembers every key when it grows", () => {
  const seen = new SeenKeys();
  const keys = Array.from({ length: 40_000 }, (_, at) => hash(String(at)));
  expect(keys.every((key) => seen.see(key, key) === null)).toBe(true);
  expect(keys.every((key) => seen.see(key, key) === "same")).toBe(true);
});

test("a key that begins with zeros is a key like any other", () => {
  const seen = new SeenKeys();
  const zeros = new Uint8Array(32);
  expect(seen.see(zeros, hash("a"))).toBe(null);
  expect(seen.see(zeros, hash("a"))).toBe("same");
  expect(seen.see(zeros, hash("b"))).toBe("other");
});
