import { createHash } from "node:crypto";
import { canonicalJson } from "../../../verify/canonical-json.ts";
import type { CatalogueItem, Field, FieldValue, NaturalKeyPart, RowValues } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";

/** Turns an identity number into its keyed hash; a plain hash of so few possible numbers could be tried out. */
export type KeyedHash = (clear: string) => string;

/** Bracket forms, width, case and spaces do not make another document. */
function foldText(value: FieldValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text
    .normalize("NFKC")
    .replaceAll(/\s/gu, "")
    .replaceAll(/[〔［【〈﹝[{]/g, "(")
    .replaceAll(/[〕］】〉﹞\]}]/g, ")")
    .toUpperCase();
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

/**
 * Hex SHA-256 over item, source body and the item's key fields: the same decision from the same source has the same key
 * in every file and edition, whatever else changed in it. Each part carries its field key, so that a registration number
 * is never taken for a credit code.
 */
export function naturalKey(item: CatalogueItem, sourceBody: string, values: RowValues, keyedHash: KeyedHash): string {
  const parts = item.naturalKey.map((part) => {
    const field = firstPresent(item, part, values);
    const value = field ? values[field.key] : undefined;
    if (!field || value === undefined) return null;
    return [field.key, answerFor(FOLDS, field, value, keyedHash)];
  });
  return createHash("sha256")
    .update(canonicalJson([item.item, sourceBody, parts]))
    .digest("hex");
}

function firstPresent(item: CatalogueItem, part: NaturalKeyPart, values: RowValues): Field | undefined {
  const keys = typeof part === "string" ? [part] : part;
  const key = keys.find((candidate) => values[candidate] !== undefined);
  return key === undefined ? undefined : item.fields.find((field) => field.key === key);
}
