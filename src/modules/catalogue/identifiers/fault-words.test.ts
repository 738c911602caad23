import fc from "fast-check";
import { expect, test } from "vitest";
import { checkIdentifier, type IdentifierKind } from "./check-identifier.ts";

const KINDS: readonly IdentifierKind[] = [
  "uscc",
  "organisation-code",
  "registration-number",
  "tax-number",
  "institution-certificate",
  "social-organisation-certificate",
  "citizen-id",
];

test("the words of a fault do not hold the value, so that equal faults are one cause", () => {
  const words = new Map<string, Set<string>>();
  const text = fc.string({ unit: fc.constantFrom(...Array.from("0123456789ABIOSVZX黄-")), maxLength: 22 });
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), text, (kind, value) => {
      const checked = checkIdentifier(kind, value);
      if (checked.valid) return;
      const key = `${kind} ${checked.reason}`;
      words.set(key, (words.get(key) ?? new Set()).add(checked.message.zh));
    }),
    { numRuns: 5000 },
  );
  expect([...words].filter(([, texts]) => texts.size > 1)).toEqual([]);
});
