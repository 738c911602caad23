import { hasOrganisationCheck } from "./check-digits.ts";
import { faulty, right, type CheckedIdentifier } from "./checked-identifier.ts";

const FAULT = faulty("organisation-code-check-digit", {
  zh: "组织机构代码应为9位且校验位相符",
  en: "An organisation code has 9 characters with a right check character",
});

/** GB 11714-1997: eight characters and a check character, written with or without the hyphen. Expects the folded form. */
export function checkOrganisationCode(code: string): CheckedIdentifier {
  return hasOrganisationCheck(code) ? right(code) : FAULT;
}
