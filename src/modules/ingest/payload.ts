import { maskNumber, type CatalogueItem, type RowValues } from "#catalogue";
import { canonicalJson, canonicalString } from "../../verify/canonical-json.ts";

/** A row's values as they are kept: canonical JSON, and apart from it the identity numbers in clear. */
export interface Payload {
  /** RFC 8785; an identity number stands there as `{hash, masked}`. */
  readonly json: string;
  /** JSON of the identity numbers by field, or null when there are none. */
  readonly identity: string | null;
}

/**
 * Compiles what writes the payload of an item's rows: the fields in canonical order with their keys written once, so that
 * a row costs the writing of its values only. A test compares it with the general canonicaliser.
 */
export function compilePayload(
  item: CatalogueItem,
  keyedHash: (clear: string) => string,
): (values: RowValues) => Payload {
  const fields = item.fields
    .map(({ key, type }) => ({ key, lead: `${canonicalString(key)}:`, isIdentity: type === "identity-number" }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return (values) => {
    let json = "";
    let identity: Record<string, string> | null = null;
    for (const { key, lead, isIdentity } of fields) {
      const value = values[key];
      if (value === undefined) continue;
      json += json === "" ? "{" : ",";
      json += lead;
      if (typeof value !== "string") json += canonicalJson(value);
      else if (isIdentity) {
        json += canonicalJson({ hash: keyedHash(value), masked: maskNumber(value) });
        (identity ??= {})[key] = value;
      } else json += canonicalString(value);
    }
    return { json: json === "" ? "{}" : `${json}}`, identity: identity ? JSON.stringify(identity) : null };
  };
}
