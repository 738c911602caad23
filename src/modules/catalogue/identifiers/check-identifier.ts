import type { IdentifierScheme } from "../catalogue-item.ts";
import type { CheckedIdentifier } from "./checked-identifier.ts";
import { checkCitizenId } from "./citizen-id.ts";
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
  const check: (code: string) => CheckedIdentifier = CHECKS[kind];
  return check(value);
}
