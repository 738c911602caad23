// Controls, odd and invisible spaces, direction marks, surrogates, the replacement character; plain spaces in odd places.
const SUSPECT =
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uD800-\uDFFF\uFEFF\uFFFD-\uFFFF]|^ | $| {2}/;
const ODD_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFE\uFFFF]/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;
/** A break inside one line of Chinese was made by a narrow column, not by a space that belongs there. */
const CHINESE = /[\p{Script=Han}，。；：、（）〔〕《》]/u;
/** Spaces are looked for as runs: a pattern that may begin anywhere in a run (` *\n`) takes the square of its length. */
const RUN = /[ \n]+/g;

/**
 * Trims, turns odd spaces into plain ones, drops invisible characters, makes line ends LF and lines one where the field
 * has one. Null when characters were lost before the text came here (U+FFFD, lone surrogates): nobody can say what stood
 * there. Letters keep their width: names and document numbers are shown as they were written.
 */
export function cleanText(text: string, multiline: boolean): string | null {
  if (!SUSPECT.test(text)) return text;
  if (text.includes("\uFFFD") || !text.isWellFormed()) return null;
  const lines = text.replaceAll(LINE_ENDS, "\n").replaceAll(INVISIBLE, "").replaceAll(ODD_SPACES, " ");
  return lines.replaceAll(RUN, (run, at: number) => shapedRun(run, lines, at, multiline)).trim();
}

/** What a run of spaces and line breaks becomes: lines stay where the field has several, two breaks at most. */
function shapedRun(run: string, text: string, at: number, multiline: boolean): string {
  const breaks = run.split("\n").length - 1;
  if (breaks === 0) return " ";
  if (multiline) return breaks > 1 ? "\n\n" : "\n";
  return isChinese(text, at - 1) && isChinese(text, at + run.length) ? "" : " ";
}

function isChinese(text: string, at: number): boolean {
  const isTail = /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  const code = text.codePointAt(isTail ? at - 1 : at);
  return code !== undefined && CHINESE.test(String.fromCodePoint(code));
}
