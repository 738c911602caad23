import type { IdentifierScheme } from "../catalogue-item.ts";
import { digitRuns, hasEnoughDigits } from "../personal-numbers/digit-runs.ts";
import { faulty, type CheckedIdentifier } from "./checked-identifier.ts";
import { checkCitizenId, isCitizenId } from "./citizen-id.ts";
import { checkInstitutionCertificate } from "./institution-certificate.ts";
import { checkOrganisationCode } from "./organisation-code.ts";
import { checkRegistrationNumber } from "./registration-number.ts";
import { checkSocialOrganisationCertificate } from "./social-organisation-certificate.ts";
import { checkTaxNumber } from "./tax-number.ts";
import { checkUscc } from "./uscc.ts";

/** Every kind of number that can be checked. */
export type IdentifierKind = IdentifierScheme | "citizen-id";

const CHECKS = {
  uscc: checkUscc,
  "organisation-code": checkOrganisationCode,
  "registration-number": checkRegistrationNumber,
  "tax-number": checkTaxNumber,
  "institution-certificate": checkInstitutionCertificate,
  "social-organisation-certificate": checkSocialOrganisationCertificate,
  "citizen-id": (code) => checkCitizenId(code),
} satisfies Record<IdentifierKind, (code: string) => CheckedIdentifier>;

/**
 * Checks a code of a scheme. The code is expected in half width and upper case without spaces and hyphens; the caller
 * folds it and tells what it changed. Standards: GB 32100, GB 11714, GS 15, GB 11643.
 */
export function checkIdentifier(kind: IdentifierKind, value: string): CheckedIdentifier {
  // The credit code says itself where it holds such a number.
  if (kind !== "citizen-id" && kind !== "uscc" && holdsCitizenId(value)) return IS_CITIZEN;
  const check: (code: string) => CheckedIdentifier = CHECKS[kind];
  return check(value);
}

const IS_CITIZEN = faulty(
  "identifier-is-citizen-id",
  {
    zh: "单位代码列填写的是公民身份号码，或含有公民身份号码",
    en: "A column for a body's code holds a citizen's identity number",
  },
  {
    zh: "换成单位自己的代码；没有的留空。身份号码只填入证件号码列",
    en: "Give the body's own code, or leave it blank; an identity number belongs in the column of the identity paper only",
  },
);

/** A number with a right check digit alone, or with two more signs as tax numbers of persons have them. */
function holdsCitizenId(value: string): boolean {
  if (!hasEnoughDigits(value)) return false;
  return digitRuns(value).some(
    ({ digits }) => (digits.length === 18 || digits.length === 20) && isCitizenId(digits.slice(0, 18)),
  );
}
