import { findPersonalNumbers } from "./find-personal-numbers.ts";
import { maskNumber } from "./mask-number.ts";
import type { PersonalNumberKind } from "./number-context.ts";

export interface MaskedText {
  /** The text as the public may see it. */
  readonly text: string;
  /** What was masked, by kind; empty when nothing was. */
  readonly found: readonly { readonly kind: PersonalNumberKind; readonly count: number }[];
}

/**
 * Masks identity, telephone and account numbers in a text that is to be published (Personal Information Protection Law:
 * no more than the purpose needs). Credit codes, numbers of documents and licences, amounts and dates stay.
 */
export function maskPersonalNumbers(text: string, strict = false): MaskedText {
  const numbers = findPersonalNumbers(text, strict);
  if (numbers.length === 0) return { text, found: [] };
  let masked = "";
  let at = 0;
  const counts = new Map<PersonalNumberKind, number>();
  for (const { kind, start, end } of numbers) {
    masked += text.slice(at, start) + maskNumber(text.slice(start, end));
    at = end;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { text: masked + text.slice(at), found: [...counts].map(([kind, count]) => ({ kind, count })) };
}
