import type { CatalogueItem, Field, FieldRole, FieldValue, RowValues } from "./catalogue-item.ts";

/** The field that plays a role in an item (the first where several may); null where none does. */
export function fieldWithRole(item: CatalogueItem, role: FieldRole): Field | null {
  return item.fields.find((field) => field.role === role) ?? null;
}

/** What a row holds in a role; undefined where the item has no such field or the row no value. */
export function valueOfRole(item: CatalogueItem, role: FieldRole, values: RowValues): FieldValue | undefined {
  const field = fieldWithRole(item, role);
  return field ? values[field.key] : undefined;
}
