import { faulty, right, type CheckedIdentifier } from "./checked-identifier.ts";

const FAULT = faulty("institution-certificate-form", {
  zh: "事业单位证书号应为12位数字",
  en: "The certificate number has 12 digits",
});

/** 事业单位法人证书号: twelve digits; 事证第142020000123号 is the number as it is printed and stays as written. */
export function checkInstitutionCertificate(code: string): CheckedIdentifier {
  return /^\d{12}$/.test(code.replace(/^事证第(.*)号$/u, "$1")) ? right(code) : FAULT;
}
