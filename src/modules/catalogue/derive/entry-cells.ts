import type { CatalogueItem, Field, MoneyField } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";

/** Decimal places between a bare number of a field and 分 (0.01 yuan). */
const PLACES = { yuan: 2, "ten-thousand-yuan": 6 } satisfies Record<MoneyField["unit"], number>;

const WRITERS = {
  text: (_field, value) => String(value),
  identifier: (_field, value) => String(value),
  "identity-number": (_field, value) => maskedOf(value) ?? String(value),
  date: (_field, value) => String(value),
  choice: (_field, value) => String(value),
  choices: (field, value) => (Array.isArray(value) ? value.join(field.separators[0] ?? ";") : String(value)),
  money: (field, value) => decimal(Number(value), PLACES[field.unit]),
} satisfies ByFieldType<[value: unknown], string>;

/** An identity number is kept apart; in a stored payload stands its masked form. */
function maskedOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "masked" in value ? String(value.masked) : null;
}

function decimal(cents: number, places: number): string {
  const digits = String(cents).padStart(places + 1, "0");
  const rest = digits.slice(-places).replace(/0+$/, "");
  return digits.slice(0, -places) + (rest === "" ? "" : `.${rest}`);
}

/** A value as an entry form shows it: read again by the judge, it is the same value. */
export function entryCell(field: Field, value: unknown): string {
  return answerFor(WRITERS, field, value);
}

/** The values of a row, as normalised or as stored, by field as an entry form shows them; identity numbers of a stored row masked. */
export function entryCells(item: CatalogueItem, values: Readonly<Record<string, unknown>>): Record<string, string> {
  const shown = item.fields.flatMap((field) => {
    const value = values[field.key];
    return value === undefined || value === null ? [] : [[field.key, entryCell(field, value)] as const];
  });
  return Object.fromEntries(shown);
}
