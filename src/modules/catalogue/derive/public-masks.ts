import { maskNumber } from "../personal-numbers/mask-number.ts";
import { maskPersonalNumbers } from "../personal-numbers/mask-personal-numbers.ts";
import { checkTaxNumber, HOLDS_PERSON } from "../identifiers/tax-number.ts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, Field, FieldValue, IdentifierScheme, RowValues } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";
import { codesOf } from "./compile-readers.ts";

/** A public value as the public may see it, where it holds numbers of persons. */
export interface MaskedValue {
  readonly field: Field;
  readonly value: string | readonly string[];
}

/** Gives the value masked, or null where nothing is to be masked. Null in place of a mask: no value can hold any. */
type Mask = (value: FieldValue) => string | readonly string[] | null;

const maskText: Mask = (value) => {
  if (typeof value === "string") return orNull(value, maskPersonalNumbers(value).text);
  if (typeof value === "number") return null;
  const masked = value.map((one) => maskPersonalNumbers(one).text);
  return masked.every((one, at) => one === value[at]) ? null : masked;
};

const orNull = (before: string, after: string): string | null => (before === after ? null : after);

/** What fifteen digits are is known to the scheme: they check, or they hold a day of birth. */
const maskTaxNumber: Mask = (value) => {
  if (typeof value !== "string") return null;
  const checked = checkTaxNumber(value);
  if (checked.valid && checked.warnings.includes(HOLDS_PERSON)) return maskNumber(value);
  return value.length === 15 ? null : maskText(value);
};

const IDENTIFIERS = {
  // Both refuse at intake whatever is no code of theirs.
  uscc: null,
  "organisation-code": null,
  "registration-number": (value) => (typeof value === "string" && value.length === 15 ? null : maskText(value)),
  "tax-number": maskTaxNumber,
  "institution-certificate": maskText,
  "social-organisation-certificate": maskText,
} satisfies Record<IdentifierScheme, Mask | null>;

const isOpen = (catalogue: Catalogue, codes: string): boolean =>
  codesOf(catalogue, codes).values.some((code) => code.openEnded);

const MASKS: ByFieldType<[Catalogue], Mask | null> = {
  text: () => maskText,
  identifier: (field) => IDENTIFIERS[field.scheme],
  "identity-number": () => null,
  date: () => null,
  // Only the explanation after an open-ended value is written by people.
  choice: (field, catalogue) => (isOpen(catalogue, field.codes) ? maskText : null),
  choices: (field, catalogue) => (isOpen(catalogue, field.codes) ? maskText : null),
  money: () => null,
};

/** Compiles the search for numbers of persons in everything of a row that the public sees and that people write. */
export function compilePublicMasks(catalogue: Catalogue, item: CatalogueItem): (values: RowValues) => MaskedValue[] {
  const plans = item.fields.flatMap((field) => {
    const mask = field.disclosure === "public" ? answerFor(MASKS, field, catalogue) : null;
    return mask ? [{ field, mask }] : [];
  });
  return (values) => {
    const found: MaskedValue[] = [];
    for (const { field, mask } of plans) {
      const value = values[field.key];
      const masked = value === undefined ? null : mask(value);
      if (masked !== null) found.push({ field, value: masked });
    }
    return found;
  };
}
