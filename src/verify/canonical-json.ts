/** A value that RFC 8785 can write. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** What cannot be written canonically: undefined, NaN, infinities, functions, lone surrogates. */
export class CanonicalJsonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CanonicalJsonError";
  }
}

/**
 * Writes JSON in the one form of RFC 8785 (JCS): keys sorted by UTF-16 code units, numbers as ECMAScript writes them, no
 * white space. @throws CanonicalJsonError where JSON has no such value, instead of dropping it as JSON.stringify does.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new CanonicalJsonError(`${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((entry: CanonicalValue) => canonicalJson(entry)).join(",")}]`;
  if (typeof value !== "object") throw new CanonicalJsonError(`${typeof value} has no JSON form`);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${canonicalString(key)}:${canonicalJson(entry)}`);
  return `{${members.join(",")}}`;
}

/** A string as RFC 8785 §3.2.2.2 writes it. @throws CanonicalJsonError for half of a surrogate pair */
export function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new CanonicalJsonError("text holds half of a surrogate pair (RFC 8785 §3.2.2.2)");
  return JSON.stringify(text);
}
