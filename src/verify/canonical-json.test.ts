import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, CanonicalJsonError, type CanonicalValue } from "./canonical-json.ts";

describe("canonical JSON (RFC 8785)", () => {
  test("writes the sample of RFC 8785 §3.2.3 with keys in UTF-16 order", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    // Integer-like keys would be moved by JSON.parse, so the order is read off the text itself.
    expect([...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });
  test("writes numbers and literals as RFC 8785 §3.2.2 does", () => {
    const value = {
      // oxlint-disable-next-line no-loss-of-precision -- the very number of the RFC's example
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  test("refuses what JSON cannot hold", () => {
    for (const bad of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      { a: undefined },
      "\ud800",
      { "\udc00": 1 },
      [() => 1],
    ])
      expect(() => canonicalJson(bad as CanonicalValue)).toThrow(CanonicalJsonError);
  });
  test("does not depend on the order in which keys were set, and parses back", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ stringUnit: "grapheme" })),
        (record) => {
          const value = record as CanonicalValue & object;
          const turned = Object.fromEntries(Object.entries(value).toReversed()) as CanonicalValue;
          expect(canonicalJson(turned)).toBe(canonicalJson(value));
          expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });
});
