/** Names as people write them, folded so that forms of the same name compare equal. Pure. */
import characters from "../../../data/characters.json" with { type: "json" };

const NOISE = /[\s()（）[\]【】〔〕「」『』<>《》"'“”‘’·•.,，、。\-—_/\\]/gu;

/** Marks in the table of folded characters: not looked at yet; nothing is left of it; it can only be folded in its text. */
const [UNSEEN, DROPPED, IN_CONTEXT] = [0, 1, 2];
const simplified = new Map<string, string>();
for (let at = 0; at < characters.simplified.length; at += 2)
  simplified.set(characters.simplified.charAt(at), characters.simplified.charAt(at + 1));
/** By UTF-16 unit, what it folds to where that does not depend on its neighbours; filled as characters come by. */
const folds = new Uint16Array(0x1_0000);

/**
 * Folds a name for comparison: NFKC (full-width to half-width), upper case, simplified characters, without brackets,
 * spaces and marks. 黄石（示例）商贸有限公司 and 黃石(示例) 商貿有限公司 fold to the same text. A name of a million-row file
 * costs one look into a table for each character.
 */
export function foldName(name: string): string {
  let folded = "";
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    let fold = folds[unit] ?? UNSEEN;
    if (fold === UNSEEN) folds[unit] = fold = foldOf(name.charAt(at));
    if (fold === IN_CONTEXT) return foldWhole(name);
    if (fold !== DROPPED) folded += String.fromCharCode(fold);
  }
  return folded;
}

/** The same by whole strings: for names with characters that compose, lie outside the first plane or fold to several. */
export function foldWhole(name: string): string {
  const upper = name.normalize("NFKC").toUpperCase().replaceAll(NOISE, "");
  let folded = "";
  for (const character of upper) folded += simplified.get(character) ?? character;
  return folded;
}

function foldOf(unit: string): number {
  // Marks, jamo and their half-width forms compose with what stands before them.
  const whole = unit.normalize("NFKC");
  if (/[\p{M}\u1100-\u11FF\uD800-\uDFFF]/v.test(whole) || /[\p{M}\uD800-\uDFFF]/v.test(unit)) return IN_CONTEXT;
  const folded = foldWhole(unit);
  if (folded === "") return DROPPED;
  const code = folded.charCodeAt(0);
  return folded.length > 1 || code <= IN_CONTEXT ? IN_CONTEXT : code;
}

/** Folds a document number: bracket forms, width and spaces do not matter, its digits and order do. */
export function foldDocumentNumber(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s[\]()【】〔〕﹝﹞<>《》]/gu, "");
}
