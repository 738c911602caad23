import { checkIdentifier } from "#catalogue";
import type { OtherIdentifier } from "./identifier.rules.ts";

/** Numbers that stand for "none" although their check digit is right: 000000000. */
function isEmptyNumber(value: string): boolean {
  return /^0+$/.test(value) || !/[0-9A-Z\p{Script=Han}]/u.test(value);
}

/** Whether a number is worth remembering for its subject. */
export function isTelling({ scheme, value }: OtherIdentifier): boolean {
  return !isEmptyNumber(value) && checkIdentifier(scheme, value).valid;
}
