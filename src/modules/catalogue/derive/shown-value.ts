import { cutText } from "../../../kernel/text.ts";
import type { Field } from "../catalogue-item.ts";
import { maskName, maskNumber } from "../personal-numbers/mask-number.ts";
import { maskPersonalNumbers } from "../personal-numbers/mask-personal-numbers.ts";

const LONGEST = 200;
/** Findings show the beginning of a text; so much is looked at, that no number is cut in two where it is shown. */
const LOOKED_AT = 2000;
/** Longer cells of days and amounts hold something else. */
const LONGEST_PLAIN_VALUE = 24;

/** A value as a finding shows it: at most 200 characters, personal numbers hidden wherever they stand, in any form. */
export function shownValue(text: string): string {
  const masked = maskPersonalNumbers(cutText(text, LOOKED_AT), true).text;
  return cutText(masked, LONGEST);
}

/**
 * A whole cell as its reporter may see it on a screen: numbers of persons masked; of a row on a natural person no more than
 * a finding shows. `field` is null under a header that nobody knows.
 */
export function shownCell(text: string, field: Field | null, isPerson: boolean): string {
  const shown = field?.type === "identity-number" ? maskNumber(text) : maskPersonalNumbers(text, true).text;
  return isPerson ? valueOfPerson(shown, field) : shown;
}

/** What may be shown of a row on a natural person: days, amounts, the masked number and the masked name; no words. */
export function valueOfPerson(value: string, field: Field | null): string {
  if (field?.type === "identity-number") return value;
  if (field?.role === "subject-name" || field?.role === "legal-representative") return maskName(value);
  const isPlain = field?.type === "date" || field?.type === "money";
  return isPlain && value.length <= LONGEST_PLAIN_VALUE ? value : "";
}
