import { parseLocalDate, type LocalDate } from "../../../kernel/time.ts";
import { citizenCheckCharacter } from "./check-digits.ts";
import { faulty, right, type CheckedIdentifier } from "./checked-identifier.ts";

const FAULT = faulty(
  "citizen-id-check-digit",
  {
    zh: "公民身份号码的位数、日期或校验位不符",
    en: "Length, date or check digit of the citizen's identity number is wrong",
  },
  { zh: "按身份证核对", en: "Compare with the identity card" },
);

/** First two digits of the address code: the provinces of GB/T 2260; 99 is unassigned and serves demonstration numbers. */
const AREA = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|99)/;

/** Day of birth in a number of 18 or 15 digits; null where there is none. */
function birthDateOf(number: string): LocalDate | null {
  const digits = number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14);
  return parseLocalDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
}

/** Looks like a citizen's number: digits, a province, a day of birth from 1850 to 2099; the check digit may be wrong. */
export function isCitizenShaped(number: string): boolean {
  if (!/^(?:\d{17}[\dX]|\d{15})$/.test(number) || !AREA.test(number)) return false;
  const born = birthDateOf(number);
  return born !== null && born >= "1850-01-01" && born < "2100-01-01";
}

/** Shape and check digit are right; the 15-digit form before 1999 has no check digit. */
export function isCitizenId(number: string): boolean {
  if (!isCitizenShaped(number)) return false;
  return number.length === 15 || citizenCheckCharacter(number) === number.charAt(17);
}

/**
 * The 18-digit number of a person whose paper still shows 15 digits: the century 19 goes in and the check digit is
 * added. Null when the number is not one of 15 digits with a day of birth.
 */
export function upgradeCitizenId(number: string): string | null {
  if (number.length !== 15 || !isCitizenShaped(number)) return null;
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return first17 + citizenCheckCharacter(first17);
}

/**
 * GB 11643-1999: address, day of birth, sequence, check digit. A day of birth after `today` is refused where a day is
 * given. Expects the folded form. The value stays as it is: which form a paper shows is a fact of its own.
 */
export function checkCitizenId(number: string, today?: LocalDate): CheckedIdentifier {
  if (!isCitizenId(number)) return FAULT;
  const born = birthDateOf(number);
  return today !== undefined && born !== null && born > today ? FAULT : right(number);
}
