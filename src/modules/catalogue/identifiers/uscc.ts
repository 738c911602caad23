import type { Text } from "../../../kernel/text.ts";
import { foreignToUscc, hasOrganisationCheck, hasRegistrationCheck, usccCheckCharacter } from "./check-digits.ts";
import {
  faulty,
  right,
  type CheckedIdentifier,
  type FaultyIdentifier,
  type IdentifierWarning,
} from "./checked-identifier.ts";
import { isCitizenId } from "./citizen-id.ts";
import { CATEGORY_SHAPE, partsOfUscc, PROVINCE, USCC_CATEGORIES } from "./uscc-parts.ts";

const USCC_LENGTH = 18;

const PLACEHOLDER = faulty(
  "uscc-placeholder",
  {
    zh: "这是表示“无代码”的占位符，不是统一社会信用代码",
    en: "This is a filler that means “no code”, not a credit code",
  },
  { zh: "没有代码的留空", en: "Leave it blank where there is no code" },
);
const SCIENTIFIC = faulty(
  "uscc-scientific-notation",
  {
    zh: "代码被表格软件变成了科学计数（如9.1E+17），末几位已丢失",
    en: "A spreadsheet turned the code into a number such as 9.1E+17; its last digits are lost",
  },
  { zh: "把该列设为文本格式，重新录入完整代码", en: "Format the column as text and enter the whole code again" },
);
const IS_REGISTRATION = faulty(
  "uscc-is-registration-number",
  {
    zh: "统一社会信用代码列填写的是15位工商注册号",
    en: "The column of the credit code holds a 15-digit registration number",
  },
  {
    zh: "换成18位统一社会信用代码，注册号填入“工商注册号”列",
    en: "Give the 18-character credit code; the number belongs in the column of the registration number",
  },
);
const IS_ORGANISATION = faulty(
  "uscc-is-organisation-code",
  {
    zh: "统一社会信用代码列填写的是9位组织机构代码",
    en: "The column of the credit code holds a 9-character organisation code",
  },
  {
    zh: "换成18位统一社会信用代码，组织机构代码填入“组织机构代码”列",
    en: "Give the 18-character credit code; the code belongs in the column of the organisation code",
  },
);
const IS_CITIZEN = faulty(
  "uscc-is-citizen-id",
  {
    zh: "统一社会信用代码列填写的是公民身份号码",
    en: "The column of the credit code holds a citizen's identity number",
  },
  { zh: "换成18位统一社会信用代码；自然人留空", en: "Give the credit code; leave it blank for a natural person" },
);
const ALPHABET = faulty("uscc-alphabet", {
  zh: "统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z）",
  en: "The credit code has a character that is not allowed (I, O, S, V and Z do not occur)",
});
const CHECK_DIGIT = faulty("uscc-check-digit", {
  zh: "统一社会信用代码的校验位（第18位）不符",
  en: "The check character (18th) of the credit code is wrong",
});
const ORGANISATION: Text = {
  zh: "统一社会信用代码中的主体标识码（第9至17位）校验不符",
  en: "Positions 9 to 17 of the credit code are no organisation code",
};
const CATEGORY: Text = {
  zh: "统一社会信用代码前两位不是已知的登记管理部门和机构类别",
  en: "The first two characters of the credit code name no known department and kind of body",
};
const DIVISION_WARNING: IdentifierWarning = {
  code: "uscc-division",
  message: {
    zh: "统一社会信用代码第3至8位不是已知的行政区划",
    en: "Positions 3 to 8 of the credit code are no known division",
  },
};

/**
 * GB 32100-2015: alphabet of 31 characters, check character modulo 31, organisation code of GB 11714 at 9 to 17, table of
 * the first two characters. Unknown divisions and pairs of the table are warnings: divisions are abolished and lists age,
 * codes stay. Expects the folded form (half width, upper case, no spaces).
 */
export function checkUscc(code: string): CheckedIdentifier {
  if (code.length !== USCC_LENGTH) return faultOfLength(code);
  if (/^(?:0{17}.|(.)\1{17})$/.test(code)) return PLACEHOLDER;
  const foreign = foreignToUscc(code);
  if (foreign >= 0) return ALPHABET;
  // Comes before everything else: about one identity number in 3,000 passes as a credit code too, and a person's number
  // published as a company's code cannot be called back. No code of 21,000 real ones looks like an identity number.
  if (isCitizenId(code)) return IS_CITIZEN;
  if (usccCheckCharacter(code) !== code.charAt(17)) return CHECK_DIGIT;
  const { category, division, organisation } = partsOfUscc(code);
  const warnings: IdentifierWarning[] = [];
  if (!hasOrganisationCheck(organisation)) {
    if (!mayCarryOldMistake(code)) return faulty("uscc-organisation-code", ORGANISATION);
    warnings.push({ code: "uscc-organisation-code", message: ORGANISATION });
  }
  if (!CATEGORY_SHAPE.test(category)) return faulty("uscc-category", CATEGORY);
  if (!USCC_CATEGORIES.has(category)) warnings.push({ code: "uscc-category", message: CATEGORY });
  if (!PROVINCE.test(division)) warnings.push(DIVISION_WARNING);
  return warnings.length === 0 ? right(code) : right(code, warnings);
}

/**
 * Enterprises founded before 2015 took their old organisation code over, with its mistakes: of 21,000 real codes one
 * (91140106959291145A) has a right 18th character over an organisation code that does not check. So digits only, at an
 * enterprise, in a known province, are taken with a warning; codes given since 2015 (MA…, MB…, MJ…) must check.
 */
function mayCarryOldMistake(code: string): boolean {
  const { category, division, organisation } = partsOfUscc(code);
  return category === "91" && PROVINCE.test(division) && /^\d{8}[\dX]$/.test(organisation);
}

function faultOfLength(code: string): FaultyIdentifier {
  if (/^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/.test(code)) return SCIENTIFIC;
  if (hasRegistrationCheck(code)) return IS_REGISTRATION;
  if (hasOrganisationCheck(code)) return IS_ORGANISATION;
  if (isCitizenId(code)) return IS_CITIZEN;
  return faulty("uscc-length", {
    zh: `统一社会信用代码应为${USCC_LENGTH}位`,
    en: `A credit code has ${USCC_LENGTH} characters`,
  });
}
