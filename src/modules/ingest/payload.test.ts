import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCatalogue, maskNumber, type RowValues } from "#catalogue";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import { compilePayload } from "./payload.ts";

const catalogue = await loadCatalogue(fileURLToPath(new URL("../../../data", import.meta.url)));

test.each(catalogue.items.map((item) => [`${item.item}@${item.edition}`, item] as const))(
  "%s: is what the general canonicaliser writes, identity numbers as their keyed hash only",
  (_name, item) => {
    const write = compilePayload(item, (clear) => `h(${clear})`);
    const text = fc.string({ unit: "grapheme" }).map((value) => value.toWellFormed());
    const value = fc.oneof(text, fc.integer(), fc.array(text));
    const values = fc.record(
      Object.fromEntries(item.fields.map((field) => [field.key, field.type === "identity-number" ? text : value])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (row) => {
        const identities = item.fields.filter((field) => field.type === "identity-number").map((field) => field.key);
        const expected: Record<string, CanonicalValue> = { ...(row as RowValues) };
        const clear: Record<string, string> = {};
        for (const key of identities) {
          const number = row[key];
          if (typeof number !== "string") continue;
          expected[key] = { hash: `h(${number})`, masked: maskNumber(number) };
          clear[key] = number;
        }
        const written = write(row as RowValues);
        expect(written.json).toBe(canonicalJson(expected));
        const told: unknown = written.identity === null ? {} : JSON.parse(written.identity);
        expect(told).toEqual(clear);
      }),
    );
  },
);
