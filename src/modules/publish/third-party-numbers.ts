import { checkIdentifier, isCitizenId, isCitizenShaped } from "#catalogue";

/**
 * Finds numbers of persons and accounts in free text. Works on the text with full-width digits folded one to one, so that
 * positions hold. Leaves alone: credit codes, registration numbers, numbers of documents and licences (第…号, 编号：…),
 * amounts with a unit, dates.
 */

export type PersonalNumberKind = "identity-number" | "telephone" | "account-number";

export interface FoundNumber {
  readonly kind: PersonalNumberKind;
  /** Position of the first and behind the last character. */
  readonly start: number;
  readonly end: number;
}

/** How many characters before a number may hold the word that says what it is. */
const LABEL_REACH = 16;

const LABELS: readonly (readonly [PersonalNumberKind, RegExp])[] = [
  ["identity-number", /身份证|身份号|公民身份|证件号|护照|通行证/g],
  ["telephone", /电话|手机|联系方式|座机|传真|热线|微信|(?<![a-z])(?:tel|phone)(?![a-z])/gi],
  ["account-number", /账号|帐号|账户|帐户|卡号|银行卡|存折|(?<![a-z])account(?![a-z])/gi],
];
/** Between a label and its number: no end of a clause and no other number. */
const SAME_CLAUSE = /^[^，。；;,\n\d]{0,8}$/;
/** Words after which a number is one of a document, a thing or a body; nothing but signs may stand in between. */
const DOCUMENT_LABEL =
  /(?:第|(?:编号|文号|案号|证号|证书|注册号|信用代码|许可证|执照|批号|批次|条码|条形码|单号|流水号|订单|型号|票号|发票|备案|No|№)(?:号码|号|码)?[\s:：.为是(（]{0,3})$/i;
const UNIT = /^\s*(?:元|万|亿|%|％|吨|公斤|千克|克|米|平方|立方|亩)/;

const SEPARATOR = "[ \\-·]";
const EDGE_BEFORE = "(?<![0-9A-Za-z.]|\\d[-/.])";
const EDGE_AFTER = "(?![0-9A-Za-z]|[.]\\d|[-/]\\d)";

const IDENTITY = new RegExp(
  `(?<![0-9A-Za-z])(?:\\d{6}${SEPARATOR}?\\d{8}${SEPARATOR}?\\d{3}[\\dXx]|\\d{15})(?![0-9A-Za-z])`,
  "g",
);
const MOBILE = new RegExp(
  `(?<![0-9A-Za-z.]|\\d-)(?:(?:\\+|00)?86${SEPARATOR}?)?1[3-9]\\d(?:\\d{8}|${SEPARATOR}\\d{4}${SEPARATOR}\\d{4})${EDGE_AFTER}`,
  "g",
);
const LANDLINE = new RegExp(
  `(?:(?<![0-9A-Za-z.]|\\d-)0[1-9]\\d{1,2}[- ]\\d{7,8}|[(（]0[1-9]\\d{1,2}[)）] ?\\d{7,8})${EDGE_AFTER}`,
  "g",
);
const LABELLED_TELEPHONE = new RegExp(
  `(?<![0-9A-Za-z.])\\d{3,4}${SEPARATOR}?\\d{3,4}(?:${SEPARATOR}?\\d{4})?${EDGE_AFTER}`,
  "g",
);
const CARD = new RegExp(`${EDGE_BEFORE}(?:\\d{16,19}|\\d{4}(?: \\d{4}){3}(?: \\d{1,3})?)${EDGE_AFTER}`, "g");
const LABELLED_ACCOUNT = new RegExp(`(?<![0-9A-Za-z.])\\d(?:${SEPARATOR}?\\d){7,29}(?!\\d)`, "g");

/** Every personal number of a text, in order, none overlapping another. */
export function findPersonalNumbers(text: string): readonly FoundNumber[] {
  const folded = foldDigits(text);
  const found: FoundNumber[] = [];
  const isFree = (start: number, end: number): boolean => found.every((one) => end <= one.start || start >= one.end);
  const collect = (
    kind: PersonalNumberKind,
    pattern: RegExp,
    accepts: (digits: string, context: Context) => boolean,
  ): void => {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const context = contextOf(folded, match.index, end);
      if (isFree(match.index, end) && accepts(match[0].replaceAll(/[^\dX]/gi, "").toUpperCase(), context))
        found.push({ kind, start: match.index, end });
    }
  };
  collect("identity-number", IDENTITY, isIdentityNumber);
  collect("account-number", LABELLED_ACCOUNT, (_digits, { label }) => label === "account-number");
  collect("telephone", MOBILE, (_digits, context) => !isImpersonal(context));
  collect("telephone", LANDLINE, (_digits, context) => !isImpersonal(context));
  collect("telephone", LABELLED_TELEPHONE, (digits, { label }) => label === "telephone" && digits.length >= 7);
  collect("account-number", CARD, (digits, context) => !isImpersonal(context) && isCardNumber(digits));
  return found.toSorted((a, b) => a.start - b.start);
}

interface Context {
  /** The personal label that stands nearest before the number. */
  readonly label: PersonalNumberKind | null;
  /** The number of a document or thing. */
  readonly document: boolean;
  readonly amount: boolean;
}

function contextOf(text: string, start: number, end: number): Context {
  const before = text.slice(Math.max(0, start - LABEL_REACH), start);
  let label: PersonalNumberKind | null = null;
  let nearest = -1;
  for (const [kind, words] of LABELS) {
    for (const word of before.matchAll(words)) {
      const tail = before.slice(word.index + word[0].length);
      if (word.index > nearest && SAME_CLAUSE.test(tail)) [label, nearest] = [kind, word.index];
    }
  }
  return { label, document: DOCUMENT_LABEL.test(before), amount: UNIT.test(text.slice(end, end + 4)) };
}

function isImpersonal(context: Context): boolean {
  return context.label === null && (context.document || context.amount);
}

/** Right numbers always; plausible ones with a slip too, unless they are another number or stand as a document's. */
function isIdentityNumber(number: string, { label, document }: Context): boolean {
  if (label === "identity-number") return isCitizenShaped(number) || !checkIdentifier("uscc", number).valid;
  if (!isCitizenShaped(number) || document || label === "account-number") return false;
  // A registration number of 15 digits rarely holds a day of birth, so here the person's side is the safe one.
  return number.length === 15 || isCitizenId(number) || !checkIdentifier("uscc", number).valid;
}

/** Prefix of a bank card and the Luhn sum (ISO/IEC 7812). */
function isCardNumber(digits: string): boolean {
  if (!/^(?:62|4|5[1-5]|3[57]|9[0-9])/.test(digits) || checkIdentifier("uscc", digits).valid) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Full-width digits, letters and signs in half width, position for position. */
function foldDigits(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/g, (sign) => {
    const half = String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    return /[0-9A-Za-z+\-.]/.test(half) ? half : sign;
  });
}
