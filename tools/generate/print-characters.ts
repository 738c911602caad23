import simplified from "opencc-js/dict/TSCharacters";
import { pinyin } from "pinyin-pro";

/** Simplified script uses them as well, as in 乾坤; OpenCC tells by phrases, which a fold of characters cannot. */
const BOTH_SCRIPTS = new Set(["乾", "著", "藉"]);

/** Readings that names use more than the dictionary's first one: 银行 商行, 大厦, 成都 都市, 长江. */
const IN_NAMES: Readonly<Record<string, string>> = { 行: "hang", 都: "du", 石: "shi", 朝: "chao", 厦: "sha", 乐: "le" };

/**
 * What folding and searching know of Chinese characters, from two packages that only the generator needs: traditional to
 * simplified where the simplified form is one and another character, and the syllable that each character is read as.
 */
export function printCharacters(): unknown {
  const pairs = simplified.split("|").flatMap((entry) => {
    const [from = "", ...to] = entry.split(" ");
    const first = to[0] ?? "";
    // What is right in simplified script too, or lies outside the first plane, stays as it is.
    return from.length === 1 && first.length === 1 && !BOTH_SCRIPTS.has(from) && !to.includes(from)
      ? [from + first]
      : [];
  });
  const readings = new Map<string, string>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const syllable = IN_NAMES[character] ?? pinyin(character, { toneType: "none", v: true });
    if (/^[a-z]{1,6}$/.test(syllable)) readings.set(syllable, (readings.get(syllable) ?? "") + character);
  }
  return {
    citation: {
      title: "Open Chinese Convert (TSCharacters, Apache-2.0); pinyin-pro (MIT)",
      verified: false,
      note: "printed by tools/generate.ts; the most frequent reading of a character, without tone, ü written v",
    },
    simplified: pairs.join(""),
    readings: Object.fromEntries([...readings].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
