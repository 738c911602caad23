import { isCitizenShaped } from "./citizen-id.ts";
import { faulty, right, type CheckedIdentifier, type IdentifierWarning } from "./checked-identifier.ts";
import { hasOrganisationCheck } from "./check-digits.ts";
import { checkUscc } from "./uscc.ts";

const FAULT = faulty("tax-number-form", {
  zh: "税务登记号应为15、17、18或20位数字、字母",
  en: "A tax number has 15, 17, 18 or 20 digits and letters",
});
/** Told by 15 and 17 signs; the longer forms have a check digit and are refused. */
export const HOLDS_PERSON: IdentifierWarning = {
  code: "tax-number-holds-citizen-id",
  message: {
    zh: "税务登记号由公民身份号码构成，属于个人信息，不应公开",
    en: "The tax number is made of a citizen's identity number: personal information that should not be published",
  },
};
const UNCHECKED: IdentifierWarning = {
  code: "tax-number-not-a-credit-code",
  message: {
    zh: "18位税务登记号不是有效的统一社会信用代码",
    en: "The 18-character tax number is not a right credit code",
  },
};

/**
 * Tax number: 15 (division and organisation code), 18 (credit code), or for persons the identity number of 15 or 18
 * digits with two digits added (17, 20) or alone. There is no check digit of its own. Expects the folded form.
 */
export function checkTaxNumber(code: string): CheckedIdentifier {
  if (!/^(?:[0-9A-Z]{15}|[0-9A-Z]{17,18}|[0-9A-Z]{20})$/.test(code)) return FAULT;
  if (code.length === 18 && checkUscc(code).valid) return right(code);
  if (holdsCitizenId(code)) return right(code, [HOLDS_PERSON]);
  return code.length === 18 ? right(code, [UNCHECKED]) : right(code);
}

function holdsCitizenId(code: string): boolean {
  if (code.length === 15) return isCitizenShaped(code) && !hasOrganisationCheck(code.slice(6));
  return isCitizenShaped(code.length === 18 ? code : code.slice(0, -2));
}
