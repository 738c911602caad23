/** What an annotated file is known by when it comes back: its own columns, its own sheet, its own author of comments. */

/** Header of the column that tells what is wrong with a row and what to do. */
export const PROBLEM_HEADER = "问题与改正";
/** Header of the column of proposals; in workbooks they stand in the problem column. */
export const PROPOSAL_HEADER = "改正建议";
/** Header of the column by which rows are known again. */
export const ROW_KEY_HEADER = "明信行标识（请勿改动）";
/** Name of the sheet that sums up; the second where the workbook has a sheet of that name already. */
export const SUMMARY_SHEET = "问题汇总";
export const SUMMARY_SHEET_BESIDE = "问题汇总（明信）";
/** First words of the summary sheet's first cell, by which ours is told from somebody else's sheet of that name. */
export const SUMMARY_MARK = "明信 · 问题汇总";
/** Author of our comments. */
export const COMMENT_AUTHOR = "明信 Mingxin";
/** First word of what we add to somebody else's comment. */
export const COMMENT_MARK = "【明信】";

export type OwnColumn = "problem" | "proposal" | "row-key";

const OWN: readonly (readonly [header: string, column: OwnColumn])[] = [
  [foldMarker(PROBLEM_HEADER), "problem"],
  [foldMarker(PROPOSAL_HEADER), "proposal"],
  [foldMarker(ROW_KEY_HEADER), "row-key"],
];

/**
 * Which of our columns a header names, or null. Under a header of two levels ours may have got the upper cell's text
 * before it, so its end decides.
 */
export function ownColumn(header: string): OwnColumn | null {
  if (header.length > 200) return null;
  const folded = foldMarker(header);
  return OWN.find(([own]) => folded.endsWith(own))?.[1] ?? null;
}

export function isSummarySheet(name: string): boolean {
  return name === SUMMARY_SHEET || name === SUMMARY_SHEET_BESIDE;
}

function foldMarker(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
}
