import { hash } from "node:crypto";
import { canonicalString } from "../../../verify/canonical-json.ts";
import type { CatalogueItem, Field, FieldValue, RowValues } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";

/** Turns an identity number into its keyed hash; a plain hash of so few possible numbers could be tried out. */
export type KeyedHash = (clear: string) => string;

const SAME = /[\s〔［【〈﹝[{〕］】〉﹞\]}]/gu;
const CLOSING = new Set("〕］】〉﹞]}");

/** Bracket forms, width, case and spaces do not make another document. */
function foldText(value: FieldValue): string {
  const text = (typeof value === "string" ? value : JSON.stringify(value)).normalize("NFKC").toUpperCase();
  return text.replaceAll(SAME, (sign) => (CLOSING.has(sign) ? ")" : /\s/u.test(sign) ? "" : "("));
}

const asWritten = (value: FieldValue): string => (typeof value === "string" ? value : JSON.stringify(value));

const FOLDS = {
  text: (_field, value) => foldText(value),
  identifier: (_field, value) => asWritten(value),
  "identity-number": (_field, value, keyedHash) => keyedHash(asWritten(value)),
  date: (_field, value) => asWritten(value),
  choice: (_field, value) => asWritten(value),
  choices: (_field, value) => asWritten(value),
  money: (_field, value) => asWritten(value),
} satisfies ByFieldType<[value: FieldValue, keyedHash: KeyedHash], string>;

/** The natural key of a row: 32 bytes. `source` is the same for a body however the row names it. */
export type NaturalKeyOf = (source: string, values: RowValues) => Uint8Array;

/**
 * Compiles SHA-256 over item, source and the item's key fields: the same decision from the same source has the same key
 * in every file and edition, whatever else changed in it. Each part carries its field key, so that a registration number
 * is never taken for a credit code.
 */
export function compileNaturalKey(item: CatalogueItem, keyedHash: KeyedHash): NaturalKeyOf {
  const fieldOf = (key: string): Field[] => item.fields.filter((field) => field.key === key);
  const parts = item.naturalKey.map((part) => (typeof part === "string" ? [part] : part).flatMap(fieldOf));
  const head = `[${canonicalString(item.item)},`;
  return (source, values) => {
    let text = `${head}${canonicalString(source)},[`;
    for (const [place, fields] of parts.entries()) {
      const field = fields.find((candidate) => values[candidate.key] !== undefined);
      const value = field && values[field.key];
      if (place > 0) text += ",";
      if (!field || value === undefined) text += "null";
      else text += `["${field.key}",${canonicalString(answerFor(FOLDS, field, value, keyedHash))}]`;
    }
    return hash("sha256", `${text}]]`, "buffer");
  };
}
