import { faulty, right, type CheckedIdentifier } from "./checked-identifier.ts";

const FAULT = faulty("social-organisation-certificate-form", {
  zh: "社会组织登记证号不超过50字",
  en: "The certificate number has at most 50 characters",
});

/** 社会组织登记证号: free form (鄂黄社证字第0001号), at most 50 characters in the standard of 2018. */
export function checkSocialOrganisationCertificate(code: string): CheckedIdentifier {
  return code.length > 0 && code.length <= 50 && code.isWellFormed() ? right(code) : FAULT;
}
