/**
 * The parts of a firm's name by the rules for naming enterprises: division, word and trade, legal form; and the branch
 * that may follow. Pure.
 */
import { placeBehind, placeNamed, placesInFront } from "./place-names.rules.ts";

/** The parts of a folded name; together they are the name, except that several places are told apart. */
export interface NameParts {
  /** The places named, in front or (formerly in brackets) behind, by their short names, wide to narrow: 湖北, 黄石. */
  readonly region: readonly string[];
  /** Word and trade, what tells the firm from others: 宏雅物业. Never empty for a name that is not. */
  readonly core: string;
  /** 有限公司, 专业合作社, 厂 …, as written; empty where there is none. */
  readonly legalForm: string;
  /** What follows the name of the whole: 大冶分公司, 第三分店, 工会委员会; empty for a firm itself. */
  readonly branch: string;
}

export interface SplitOptions {
  /** Fewest characters that must be left as the core when a place or form is cut off; 2, or 1 for what somebody types. */
  readonly smallestCore?: number;
}

const COMPANIES = [
  "股份有限责任公司",
  "股份有限公司",
  "有限责任公司",
  "有限公司",
  "股份合作公司",
  "集团公司",
  "总公司",
];
const COOPERATIVES = ["农民专业合作社", "专业合作社", "股份合作社", "合作社"];
const PARTNERSHIPS = ["特殊普通合伙", "有限合伙", "普通合伙"];
const GROUPED = COMPANIES.flatMap((form) => [form, `集团${form}`]);
const FORMS_AT_END = suffixes([
  ...GROUPED.flatMap((form) => [form, ...PARTNERSHIPS.map((partnership) => form + partnership)]),
  ...PARTNERSHIPS,
  ...COOPERATIVES.flatMap((form) => [form, `${form}联合社`]),
  "公司",
  "集团",
  "经营部",
  "门市部",
  "服务部",
  "批发部",
  "零售部",
  "经销部",
  "商行",
  "工作室",
  "事务所",
  "中心",
  "协会",
  "学会",
  "商会",
  "联合会",
  "促进会",
  "基金会",
  "商店",
  "店",
  "厂",
]);
/** Words of trade that end like a form: 酒店 is what a firm does. */
const NO_FORMS = suffixes(["酒店", "饭店", "药店", "书店", "旅店", "网店"]);
const FORMS_INSIDE = [...GROUPED, ...COOPERATIVES];
const BRANCHES = suffixes([
  "分公司",
  "子公司",
  "支公司",
  "分店",
  "门店",
  "支店",
  "分行",
  "支行",
  "分理处",
  "储蓄所",
  "营业部",
  "营业厅",
  "办事处",
  "代表处",
  "联络处",
  "分厂",
  "分社",
  "分院",
  "分所",
  "分校",
  "分部",
  "分中心",
  "支局",
]);
const ORDINAL_AT_END = /第?[一二三四五六七八九十百零〇\d]{1,4}$/u;
const PLAIN_COMPANY_BEFORE_BRANCH = /^.{2,}?(?:公司|集团)(?=.)/u;

interface Suffixes {
  readonly words: ReadonlySet<string>;
  /** Lengths of the words that end with a character, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

function suffixes(words: readonly string[]): Suffixes {
  const lengths = new Map<string, number[]>();
  for (const word of words) {
    const end = word.slice(-1);
    lengths.set(
      end,
      [...new Set([...(lengths.get(end) ?? []), word.length])].toSorted((x, y) => y - x),
    );
  }
  return { words: new Set(words), lengths };
}

/** The longest of the words that the text ends with, and leaves `smallest` characters of it; or an empty text. */
function endOf(text: string, { words, lengths }: Suffixes, smallest: number): string {
  for (const length of lengths.get(text.slice(-1)) ?? []) {
    if (text.length - length < smallest) continue;
    const end = text.slice(-length);
    if (words.has(end)) return end;
  }
  return "";
}

/** Parts of a name that `foldName` has folded. Pure and exact by the data; about one microsecond. */
export function splitName(folded: string, { smallestCore = 2 }: SplitOptions = {}): NameParts {
  const { head, legalForm, branch, behind } = cutForm(folded, smallestCore);
  const front = placesInFront(head, smallestCore);
  const rest = head.slice(front.length);
  const back = placeBehind(rest, smallestCore);
  const core = back === null ? rest : rest.slice(0, -back.length);
  return { region: [...front.region, ...(back?.region ?? []), ...behind], core, legalForm, branch };
}

interface Cut {
  readonly head: string;
  readonly legalForm: string;
  readonly branch: string;
  /** A place that stood behind the legal form: 宏雅有限公司（黄石）. */
  readonly behind: readonly string[];
}

function cutForm(folded: string, smallestCore: number): Cut {
  const inside = formInside(folded, smallestCore);
  if (inside !== null) return inside;
  const branch = endOf(folded, BRANCHES, smallestCore);
  if (branch !== "") return cutBranch(folded, branch, smallestCore);
  const form = endOf(folded, NO_FORMS, 0) === "" ? endOf(folded, FORMS_AT_END, smallestCore) : "";
  return { head: folded.slice(0, folded.length - form.length), legalForm: form, branch: "", behind: [] };
}

/** A form inside the name ends the firm's own name: what follows is a branch, a place, or an organisation within it. */
function formInside(folded: string, smallestCore: number): Cut | null {
  const form = firstFormInside(folded, smallestCore);
  if (form === null) return null;
  const rest = folded.slice(form.end);
  const head = folded.slice(0, form.start);
  const legalForm = folded.slice(form.start, form.end);
  const place = placeNamed(rest);
  if (place !== null) return { head, legalForm, branch: "", behind: [place] };
  // A firm named after another (…集团有限公司宏雅有限公司) is a firm of its own, and its name is all of it.
  const own = endOf(rest, FORMS_AT_END, 1);
  if (own.endsWith("公司") && endOf(rest, BRANCHES, 0) === "")
    return { head: folded.slice(0, -own.length), legalForm: own, branch: "", behind: [] };
  return { head, legalForm, branch: rest, behind: [] };
}

/** The first full form that does not end the name, at its longest. */
function firstFormInside(
  folded: string,
  smallestCore: number,
): { readonly start: number; readonly end: number } | null {
  for (const mark of ["公司", "合作社"]) {
    const at = folded.indexOf(mark, smallestCore);
    const end = at + mark.length;
    if (at === -1 || end === folded.length) continue;
    if (folded.startsWith("联合社", end) || PARTNERSHIPS.includes(folded.slice(end))) continue;
    const form = FORMS_INSIDE.filter((one) => folded.endsWith(one, end)).reduce(
      (longest, one) => (one.length > longest.length ? one : longest),
      "",
    );
    if (form !== "" && end - form.length >= smallestCore) return { start: end - form.length, end };
  }
  return null;
}

/** …公司大冶分公司, …眼镜第三分店: a branch whose firm is named without a full form. */
function cutBranch(folded: string, word: string, smallestCore: number): Cut {
  const before = folded.slice(0, folded.length - word.length);
  const firm = PLAIN_COMPANY_BEFORE_BRANCH.exec(folded)?.[0] ?? "";
  if (firm !== "" && firm.length <= before.length && firm.length - 2 >= smallestCore)
    return { head: firm.slice(0, -2), legalForm: firm.slice(-2), branch: folded.slice(firm.length), behind: [] };
  const ordinal = ORDINAL_AT_END.exec(before)?.[0] ?? "";
  const named = before.slice(0, before.length - ordinal.length);
  const head = named.slice(0, named.length - (placeBehind(named, smallestCore)?.length ?? 0));
  if (head.length < smallestCore) return { head: folded, legalForm: "", branch: "", behind: [] };
  return { head, legalForm: "", branch: folded.slice(head.length), behind: [] };
}
