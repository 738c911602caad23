import { hasRegistrationCheck } from "./check-digits.ts";
import { faulty, right, type CheckedIdentifier, type IdentifierWarning } from "./checked-identifier.ts";

const FAULT = faulty("registration-number-check-digit", {
  zh: "15位工商注册号的校验位不符",
  en: "The check digit of the 15-digit registration number is wrong",
});
const FORM = faulty("registration-number-form", {
  zh: "工商注册号应由数字、字母组成，不超过50位",
  en: "A registration number has digits and letters, at most 50",
});
const OLD_FORM: readonly IdentifierWarning[] = [
  {
    code: "registration-number-old-form",
    message: {
      zh: "2007年以前的旧式注册号（13位等）没有校验位，无法核验",
      en: "A registration number of the form before 2007 (13 digits and others) has no check digit and cannot be checked",
    },
  },
];

/**
 * GS 15-2006: fifteen digits carry a check digit (ISO 7064 MOD 11,10). Older registers gave 13 digits and numbers with
 * letters or words (企独鄂总字第000123号): taken as they are, with a warning. Expects the folded form.
 */
export function checkRegistrationNumber(code: string): CheckedIdentifier {
  if (/^\d{15}$/.test(code)) return hasRegistrationCheck(code) ? right(code) : FAULT;
  return /^[0-9A-Z\p{Script=Han}()]{1,50}$/u.test(code) ? right(code, OLD_FORM) : FORM;
}
