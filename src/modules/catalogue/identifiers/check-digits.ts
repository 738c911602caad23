/**
 * The arithmetic of the check digits, without judgement. Codes come folded (half width, upper case).
 * Sources: GB 32100-2015, GB 11714-1997, GS 15-2006 (ISO 7064 MOD 11,10), GB 11643-1999 (ISO 7064 MOD 11-2).
 */

/** GB 32100: 31 characters, I O S V Z are not among them. */
export const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHECKS = "10X98765432";

const USCC_VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < USCC_ALPHABET.length; value += 1) USCC_VALUES[USCC_ALPHABET.charCodeAt(value)] = value;

/** Position (from 0) of the first character that does not occur in credit codes, or -1. */
export function foreignToUscc(code: string): number {
  for (let at = 0; at < code.length; at += 1) if ((USCC_VALUES[code.charCodeAt(at)] ?? -1) < 0) return at;
  return -1;
}

/** The 18th character that belongs to the first 17. The characters must be of the alphabet. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (USCC_VALUES[first17.charCodeAt(at)] ?? 0) * (USCC_WEIGHTS[at] ?? 0);
  // The outer modulus matters: a remainder of 0 gives the check character 0, not a 31st one.
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character that belongs to the first eight (0–9, A–Z); 10 is written X. */
export function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (let at = 0; at < 8; at += 1) sum += Number.parseInt(first8.charAt(at), 36) * (ORGANISATION_WEIGHTS[at] ?? 0);
  return "0X987654321".charAt(sum % 11);
}

export function hasOrganisationCheck(code: string): boolean {
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCheckCharacter(code) === code.charAt(8);
}

/** Whether the last of 15 digits checks the others. */
export function hasRegistrationCheck(code: string): boolean {
  if (!/^\d{15}$/.test(code)) return false;
  let carry = 10;
  for (let at = 0; at < 14; at += 1) {
    const sum = (carry % 11) + Number(code.charAt(at));
    carry = (sum % 10 || 10) * 2;
  }
  return ((carry % 11) + Number(code.charAt(14))) % 10 === 1;
}

/** The 18th character of a citizen's number that belongs to the first 17 digits. */
export function citizenCheckCharacter(first17: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(first17.charAt(at)) * (CITIZEN_WEIGHTS[at] ?? 0);
  return CITIZEN_CHECKS.charAt(sum % 11);
}
