import type { CanonicalValue } from "../../verify/canonical-json.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";

/** Keys whose values differ between two payloads, sorted. A key that one of them lacks differs. */
export function changedFields(
  before: Readonly<Record<string, CanonicalValue>>,
  after: Readonly<Record<string, CanonicalValue>>,
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const same = (a: CanonicalValue | undefined, b: CanonicalValue | undefined): boolean =>
    a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
  return [...keys].filter((key) => !same(before[key], after[key])).toSorted();
}
