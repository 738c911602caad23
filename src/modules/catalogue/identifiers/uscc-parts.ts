import type { Text } from "../../../kernel/text.ts";

/** The parts of a credit code of 18 characters. */
export interface UsccParts {
  /** Positions 1 and 2: registering department and kind of body. */
  readonly category: string;
  /** Positions 3 to 8: division of the registering authority, GB/T 2260. */
  readonly division: string;
  /** Positions 9 to 17: organisation code, GB 11714. */
  readonly organisation: string;
  /** Position 18. */
  readonly check: string;
}

/** Cuts a code of 18 characters into its parts without checking it. */
export function partsOfUscc(code: string): UsccParts {
  return {
    category: code.slice(0, 2),
    division: code.slice(2, 8),
    organisation: code.slice(8, 17),
    check: code.charAt(17),
  };
}

/**
 * First and second character of GB 32100-2015, as remembered: not compared with the standard, so a pair that is missing
 * here is a warning and no fault. That A, N and Y occur first and 1 to 5 and 9 second is confirmed.
 */
export const USCC_CATEGORIES: Readonly<Record<string, Text>> = {
  "11": { zh: "机关", en: "Organ of state" },
  "12": { zh: "事业单位", en: "Public institution" },
  "13": { zh: "编办直接管理机构编制的群众团体", en: "People's organisation under the staffing office" },
  "19": { zh: "机构编制其他", en: "Other, staffing office" },
  "21": { zh: "外国常驻新闻机构", en: "Foreign news bureau" },
  "29": { zh: "外交其他", en: "Other, foreign affairs" },
  "31": { zh: "律师执业机构", en: "Law firm" },
  "32": { zh: "公证处", en: "Notary office" },
  "33": { zh: "基层法律服务所", en: "Basic legal service office" },
  "34": { zh: "司法鉴定机构", en: "Forensic institution" },
  "35": { zh: "仲裁委员会", en: "Arbitration commission" },
  "39": { zh: "司法行政其他", en: "Other, justice" },
  "41": { zh: "外国在华文化中心", en: "Foreign cultural centre" },
  "49": { zh: "文化其他", en: "Other, culture" },
  "51": { zh: "社会团体", en: "Social association" },
  "52": { zh: "民办非企业单位", en: "Private non-enterprise unit" },
  "53": { zh: "基金会", en: "Foundation" },
  "59": { zh: "民政其他", en: "Other, civil affairs" },
  "61": { zh: "外国旅游部门常驻代表机构", en: "Foreign tourism office" },
  "62": { zh: "港澳台地区旅游部门常驻内地（大陆）代表机构", en: "Tourism office of Hong Kong, Macao or Taiwan" },
  "69": { zh: "旅游其他", en: "Other, tourism" },
  "71": { zh: "宗教活动场所", en: "Place of worship" },
  "72": { zh: "宗教院校", en: "Religious school" },
  "79": { zh: "宗教其他", en: "Other, religious affairs" },
  "81": { zh: "基层工会", en: "Basic trade union" },
  "89": { zh: "工会其他", en: "Other, trade union" },
  "91": { zh: "企业", en: "Enterprise" },
  "92": { zh: "个体工商户", en: "Sole trader" },
  "93": { zh: "农民专业合作社", en: "Farmers' cooperative" },
  "99": { zh: "市场监管其他", en: "Other, market regulation" },
  A1: { zh: "军队事业单位", en: "Institution of the armed forces" },
  A9: { zh: "军队其他", en: "Other, armed forces" },
  N1: { zh: "组级集体经济组织", en: "Collective of a villagers' group" },
  N2: { zh: "村级集体经济组织", en: "Collective of a village" },
  N3: { zh: "乡镇级集体经济组织", en: "Collective of a township" },
  N9: { zh: "农业其他", en: "Other, agriculture" },
  Y1: { zh: "其他", en: "Other" },
};

/** Characters that occur first and second at all. */
export const CATEGORY_SHAPE = /^[1-9ANY][1-59]/;

/** First two digits of a division: the provinces of GB/T 2260, and 10 for authorities of the state (100000). */
export const PROVINCE = /^(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;
