// Controls, odd and invisible spaces, direction marks, surrogates, the replacement character; plain spaces in odd places.
const SUSPECT =
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uD800-\uDFFF\uFEFF\uFFFD-\uFFFF]|^ | $| {2}/;
const ODD_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFE\uFFFF]/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;
/** A break inside one line of Chinese was made by a narrow column, not by a space that belongs there. */
const BREAK_IN_CHINESE =
  /(?<=\p{Script=Han}|[，。；：、（）〔〕《》]) *\n+ *(?=\p{Script=Han}|[，。；：、（）〔〕《》])/gu;

/**
 * Trims, turns odd spaces into plain ones, drops invisible characters, makes line ends LF and lines one where the field
 * has one. Null when characters were lost before the text came here (U+FFFD, lone surrogates): nobody can say what stood
 * there. Letters keep their width: names and document numbers are shown as they were written.
 */
export function cleanText(text: string, multiline: boolean): string | null {
  if (!SUSPECT.test(text)) return text;
  if (text.includes("\uFFFD") || !text.isWellFormed()) return null;
  const lines = text.replaceAll(LINE_ENDS, "\n").replaceAll(INVISIBLE, "").replaceAll(ODD_SPACES, " ");
  const shaped = multiline
    ? lines.replaceAll(/ *\n */g, "\n").replaceAll(/\n{3,}/g, "\n\n")
    : lines.replaceAll(BREAK_IN_CHINESE, "").replaceAll(/ *\n+ */g, " ");
  return shaped.replaceAll(/ {2,}/g, " ").trim();
}
