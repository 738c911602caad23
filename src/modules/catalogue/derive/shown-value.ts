import { cutText } from "../../../kernel/text.ts";
import { maskPersonalNumbers } from "../personal-numbers/mask-personal-numbers.ts";

const LONGEST = 200;
/** Findings show the beginning of a text; so much is looked at, that no number is cut in two where it is shown. */
const LOOKED_AT = 2000;

/** A value as a finding shows it: at most 200 characters, personal numbers hidden wherever they stand, in any form. */
export function shownValue(text: string): string {
  const masked = maskPersonalNumbers(cutText(text, LOOKED_AT), true).text;
  return cutText(masked, LONGEST);
}
