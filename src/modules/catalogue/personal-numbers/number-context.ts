/** What stands around a number and says whose it is. */

export type PersonalNumberKind = "identity-number" | "telephone" | "account-number";

export interface NumberContext {
  /** The personal label that stands nearest before the number. */
  readonly label: PersonalNumberKind | null;
  /** The label names short numbers (QQ). */
  readonly shortLabel: boolean;
  /** The number of a document, a thing or a body. */
  readonly document: boolean;
  readonly amount: boolean;
}

/** How many characters before a number may hold the word that says what it is. */
const REACH = 16;

const LABELS: readonly (readonly [PersonalNumberKind, RegExp])[] = [
  ["identity-number", /身份证|身份号|公民身份|证件号|护照|通行证/g],
  ["telephone", /电话|手机|联系方式|座机|传真|热线|微信|(?<![a-z])(?:tel|phone)(?![a-z])/gi],
  ["account-number", /账号|帐号|账户|帐户|卡号|银行卡|存折|(?<![a-z])(?:account|qq)(?![a-z])/gi],
];
const SHORT = /qq/i;
/** Between a label and its number: no end of a clause and no other number. */
const SAME_CLAUSE = /^[^，。；;,\n\d]{0,8}$/;
/** Words after which a number is one of a document, a thing or a body; nothing but signs and its letters in between. */
const DOCUMENT =
  /(?:第|(?:编号|文号|案号|证号|证书|注册号|信用代码|许可证|执照|批号|批次|条码|条形码|单号|流水号|订单|型号|票号|发票|备案|No|№)(?:号码|号|码)?[\s:.为是(]{0,3})[A-Za-z]{0,6}$/i;
const UNIT = /^\s*(?:元|万|亿|%|吨|公斤|千克|克|米|平方|立方|亩)/;
/** A decimal's other side has few digits; longer ones are two numbers with a point between. */
const FRACTION = /^\.\d{1,6}(?!\d)/;
const WHOLE = /(?<!\d)\d{1,6}\.$/;

/** Reads what stands before and behind a number. The few characters are folded, so that full width is no hiding place. */
export function contextOf(text: string, start: number, end: number): NumberContext {
  const before = text.slice(Math.max(0, start - REACH), start).normalize("NFKC");
  const after = text.slice(end, end + 8).normalize("NFKC");
  let label: PersonalNumberKind | null = null;
  let word = "";
  let nearest = -1;
  for (const [kind, words] of LABELS) {
    for (const match of before.matchAll(words)) {
      if (match.index > nearest && SAME_CLAUSE.test(before.slice(match.index + match[0].length))) {
        [label, nearest, word] = [kind, match.index, match[0]];
      }
    }
  }
  return {
    label,
    shortLabel: SHORT.test(word),
    document: DOCUMENT.test(before),
    amount: UNIT.test(after) || FRACTION.test(after) || WHOLE.test(before),
  };
}

/** The signs and words with which people go on to the next number of the same kind. */
export function goesOn(between: string): boolean {
  return between.length > 0 && between.length <= 3 && /^[\s、/,，或和及;；-]+$/.test(between);
}

/** No label of a person, and something that says that it is another number. */
export function isImpersonal(context: NumberContext): boolean {
  return context.label === null && (context.document || context.amount);
}
