import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, Field } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";
import { codesOf } from "./compile-readers.ts";

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const DATE_PATTERN = "^\\d{4}-\\d{2}-\\d{2}$";

const VALUE_SCHEMAS = {
  text: (field) => ({ type: "string", minLength: 1, maxLength: field.maxLength }),
  identifier: (field) => ({ type: "string", minLength: 1, description: field.scheme }),
  "identity-number": (field) => ({ type: "string", minLength: 1, maxLength: field.maxLength, writeOnly: true }),
  date: () => ({ type: "string", format: "date", pattern: DATE_PATTERN }),
  choice: (field, catalogue) => choiceSchema(catalogue, field.codes),
  choices: (field, catalogue) => ({
    type: "array",
    items: choiceSchema(catalogue, field.codes),
    minItems: 1,
    uniqueItems: true,
  }),
  money: () => ({ type: "integer", minimum: 0, description: "分 (0.01 yuan)" }),
} satisfies ByFieldType<[Catalogue], JsonSchema>;

function choiceSchema(catalogue: Catalogue, list: string): JsonSchema {
  const { values } = codesOf(catalogue, list);
  const closed = { type: "string", enum: values.map((code) => code.value) };
  const open = values.filter((code) => code.openEnded);
  if (open.length === 0) return closed;
  return { anyOf: [closed, ...open.map((code) => ({ type: "string", pattern: `^${code.value}-.` }))] };
}

function valueSchema(catalogue: Catalogue, field: Field): JsonSchema {
  return { title: `${field.title.zh} ${field.title.en}`, ...answerFor(VALUE_SCHEMAS, field, catalogue) };
}

function objectSchema(catalogue: Catalogue, item: CatalogueItem, fields: readonly Field[], name: string): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${item.title.zh} ${item.title.en}: ${name}, edition ${item.edition}`,
    type: "object",
    additionalProperties: false,
    required: fields.filter((field) => field.required === true).map((field) => field.key),
    properties: Object.fromEntries(fields.map((field) => [field.key, valueSchema(catalogue, field)])),
  };
}

/** The normalised values of a row of this item, as the pipeline keeps them and an authorised read gives them. */
export function rowSchema(catalogue: Catalogue, item: CatalogueItem): JsonSchema {
  return objectSchema(catalogue, item, item.fields, "values of a row");
}

/**
 * The values that the public sees. Nothing is required here: a source profile may waive a field, and a masked text may
 * be left out.
 */
export function publicRecordSchema(catalogue: Catalogue, item: CatalogueItem): JsonSchema {
  const fields = item.fields.filter((field) => field.disclosure === "public");
  return { ...objectSchema(catalogue, item, fields, "public values"), required: [] };
}
