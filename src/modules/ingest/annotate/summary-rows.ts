import type { BatchCause } from "../batch.ts";
import { SUMMARY_MARK } from "./markers.rules.ts";
import { neutralise } from "../../../kernel/spreadsheet-text.ts";
import { SEVERITY_ZH } from "./row-texts.rules.ts";

/** Widths of the summary's columns. */
export const SUMMARY_WIDTHS = [16, 10, 24, 60, 60, 60, 26];
/** Rows of the summary above its first cause. */
export const SUMMARY_HEAD_ROWS = 4;
/** Characters of the list of rows that are shown; what is cut says so. */
const LONGEST_LIST = 1000;

/** How much of a list of rows is known. */
export interface BriefCause extends BatchCause {
  /** Runs of rows there are; `rows` holds the first of them. */
  readonly runs?: number;
}

/** The problems of a batch by cause: what, how many, where, what to do. First a title, counts, a note, the header. */
export function summaryRows(
  title: string,
  counts: string,
  note: string,
  causes: readonly BriefCause[],
): (string | number)[][] {
  return [
    [`${SUMMARY_MARK}　${neutralise(title)}`],
    [counts],
    [note],
    ["性质", "行数", "列", "问题", "如何改正", "所在行", "规则代码"],
    ...causes.map((cause) => [
      SEVERITY_ZH[cause.severity],
      cause.total,
      neutralise(cause.column ?? cause.field ?? ""),
      cause.message.zh,
      cause.remedy.zh,
      rowList(cause),
      cause.code,
    ]),
  ];
}

function rowList(cause: BriefCause): string {
  const runs = cause.runs ?? cause.rows.length;
  let list = "";
  for (const [at, [from, to]] of cause.rows.entries()) {
    const piece = (at === 0 ? "" : "、") + (from === to ? String(from) : `${from}-${to}`);
    if (list.length + piece.length > LONGEST_LIST) return `${list} …（共 ${runs} 段，此处只列前 ${at} 段）`;
    list += piece;
  }
  return runs > cause.rows.length ? `${list} …（共 ${runs} 段，此处只列前 ${cause.rows.length} 段）` : list;
}
