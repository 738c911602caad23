/**
 * Whether two names can be names of the same firm, and why. Pure. Used beside an identifier only: two firms may well
 * bear names that are compatible here; a name alone never attaches anything.
 */
import { splitName, type NameParts } from "./name-parts.rules.ts";

/** Why two names are compatible, or the first thing that parts them. */
export type NameReason =
  | "equal"
  | "written-otherwise"
  | "core-too-short"
  | "core-differs"
  | "branch-differs"
  | "form-differs"
  | "region-contradicts";

export interface NameComparison {
  readonly compatible: boolean;
  readonly reason: NameReason;
}

const COMPATIBLE: NameComparison = { compatible: true, reason: "written-otherwise" };
const EQUAL: NameComparison = { compatible: true, reason: "equal" };

/** Forms that files write for each other; any other form stands for itself. */
const SAME_FORM: ReadonlyMap<string, string> = new Map([
  ["有限责任公司", "有限公司"],
  ["股份有限责任公司", "股份有限公司"],
  ["农民专业合作社", "专业合作社"],
]);
const SOLE_TRADER_SUFFIX = /(?:个体工商户|个体户)$/u;
const NUMERAL = /(\d+|[〇零一二三四五六七八九十百千]+)/u;
const ORDINAL = /第(?=[\d〇零一二三四五六七八九十百千])/gu;
const PLACE_TITLE = /(?<=.{2})[市县](?=.)/gu;

/**
 * Compares two folded names: equal, or equal in core and branch (numerals alike in either script), of one legal form or
 * with the form left out, in regions that do not contradict. A branch is never its firm; a group (集团) is never its
 * member. What is not certain is not compatible: the row then waits for a clerk.
 */
export function compareNames(a: string, b: string): NameComparison {
  if (a === b) return EQUAL;
  const [x, y] = [splitName(withoutSuffix(a)), splitName(withoutSuffix(b))];
  if (!sameButNumerals(x.core, y.core)) return apart("core-differs");
  if (x.core.length < 2) return apart("core-too-short");
  if (!sameBranch(x, y)) return apart("branch-differs");
  if (!sameForm(x.legalForm, y.legalForm)) return apart("form-differs");
  if (!isPartOf(x.region, y.region) && !isPartOf(y.region, x.region)) return apart("region-contradicts");
  return COMPATIBLE;
}

function apart(reason: NameReason): NameComparison {
  return { compatible: false, reason };
}

/** A shop is registered with or without （个体工商户） behind its name. In front it stands for a name that is not there. */
function withoutSuffix(folded: string): string {
  const rest = folded.replace(SOLE_TRADER_SUFFIX, "");
  return rest.length >= 2 ? rest : folded;
}

/** 有限公司 and 有限责任公司 are one form, 集团有限公司 is that of a group; a form that is left out contradicts none. */
function sameForm(a: string, b: string): boolean {
  const [x, y] = [formOf(a), formOf(b)];
  return x.isGroup === y.isGroup && (x.form === y.form || x.form === "" || y.form === "");
}

function formOf(legalForm: string): { readonly isGroup: boolean; readonly form: string } {
  const isGroup = legalForm.startsWith("集团");
  const form = isGroup ? legalForm.slice(2) : legalForm;
  return { isGroup, form: SAME_FORM.get(form) ?? form };
}

function sameBranch(a: NameParts, b: NameParts): boolean {
  if (a.branch === b.branch) return true;
  if (a.branch === "" || b.branch === "") return false;
  return sameButNumerals(plainBranch(a.branch), plainBranch(b.branch));
}

/** 大冶市第二分公司 and 大冶二分公司 are one branch. */
function plainBranch(branch: string): string {
  return branch.replaceAll(ORDINAL, "").replaceAll(PLACE_TITLE, "");
}

/** Whether the places of one list stand in the other in the same order: 黄石 in 湖北 黄石; an empty list in any. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const place of whole) if (place === part[at]) at += 1;
  return at === part.length;
}

/**
 * Equal, except that one may write a number in Chinese where the other writes it in digits: 第三十五 and 第35, 三五三五 and
 * 3535. Two Chinese numbers must be the same characters: 三五 is not 三十五, though both may be written 35.
 */
function sameButNumerals(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a.split(NUMERAL), b.split(NUMERAL)];
  return (
    x.length === y.length && x.every((part, at) => part === y[at] || (at % 2 === 1 && sameNumber(part, y[at] ?? "")))
  );
}

function sameNumber(a: string, b: string): boolean {
  const isDigits = /^\d/.test(a);
  if (isDigits === /^\d/.test(b)) return false;
  const [digits, chinese] = isDigits ? [a, b] : [b, a];
  return digits === digitsOf(chinese);
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** 三十五 is 35 and 三五 is 35; null for what is no number (十十, 百三十百). */
function digitsOf(chinese: string): string | null {
  const value = (sign: string): number => Math.max("零一二三四五六七八九".indexOf(sign), 0);
  const signs = [...chinese];
  if (!signs.some((sign) => UNITS.has(sign))) return signs.map(value).join("");
  let [sum, digit, unitBefore] = [0, 0, 10_000];
  for (const sign of signs) {
    const unit = UNITS.get(sign);
    if (unit === undefined) {
      if (digit !== 0) return null;
      digit = value(sign);
      continue;
    }
    if (unit >= unitBefore || (digit === 0 && !(unit === 10 && sum === 0))) return null;
    sum += Math.max(digit, 1) * unit;
    [digit, unitBefore] = [0, unit];
  }
  return String(sum + digit);
}
