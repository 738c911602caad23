/**
 * What the index holds of a name, and what it is asked for. Kept small, since every entry costs time at each new name:
 * pairs of characters of the core, none of the place in front (found by the beginning) and none of legal forms.
 */
import { splitName, type NameParts } from "../name-parts.rules.ts";
import { placesInFront } from "../place-names.rules.ts";

/** Marks before the first and behind the last character of a core. */
const [START, END] = ["\u0002", "\u0003"];
const COMMON = new Set(
  ["有限", "限公", "公司", "限责", "责任", "任公", "股份", "份有", "分公", "份公", "集团", "团有", "团公"].map((pair) =>
    pairOf(pair.charCodeAt(0), pair.charCodeAt(1)),
  ),
);

/**
 * The 3,755 common characters (GB/T 2312 level 1, rows 16 to 55). Of the others a name keeps the single character as well:
 * a common one is met soon by reading names one after the other, a rare one only after all of them.
 */
const FIRST_ROW = 0xb0;
const LAST_ROW = 0xd7;
const CELLS = 94;
const common = new Set(
  new TextDecoder("gb18030").decode(
    Uint8Array.from({ length: (LAST_ROW - FIRST_ROW + 1) * CELLS * 2 }, (_, at) => {
      const cell = Math.trunc(at / 2);
      return at % 2 === 0 ? FIRST_ROW + Math.trunc(cell / CELLS) : 0xa1 + (cell % CELLS);
    }),
  ),
);

/** By character, its own gram where it is rare, otherwise 0. */
const rareGrams = new Map<number, number>();

function rememberRare(character: string): number {
  const isRare = !common.has(character) && /^\p{Script=Han}$/u.test(character);
  const gram = isRare ? pairOf(0, character.charCodeAt(0)) : 0;
  rareGrams.set(character.charCodeAt(0), gram);
  return gram;
}

/** The gram of a single character that is rare, or null. */
export function rareGram(character: string): number | null {
  return rememberRare(character) || null;
}

/** Two characters in a signed 32-bit number. */
function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** The pairs of a text in its order, except those within legal forms. */
export function pairsOf(text: string): number[] {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1));
    if (!COMMON.has(pair)) pairs.push(pair);
  }
  return pairs;
}

/** Everything that the index holds of a name. */
export function gramsOfName(folded: string, { region, core, branch }: NameParts = splitName(folded)): number[] {
  const grams = pairsOf(START + core + END);
  for (const place of region) grams.push(placeGram(place));
  for (let at = 0; at < core.length; at++) {
    const rare = rareGrams.get(core.charCodeAt(at)) ?? rememberRare(core.charAt(at));
    if (rare !== 0) grams.push(rare);
  }
  if (branch !== "") {
    grams.push(...pairsOf(branch));
    for (const place of placesInFront(branch, 1).region) grams.push(placeGram(place));
  }
  return [...new Set(grams)];
}

/**
 * A place in one gram, behind a mark that no text holds, the same for 下陆区 and 下陆. Two places may share one: what is
 * found by it must still be compared.
 */
export function placeGram(place: string): number {
  const bare = place.length > 2 ? place.replace(/[市县区旗]$/u, "") : place;
  let hash = 0;
  for (let at = 0; at < bare.length; at++) hash = (Math.imul(hash, 31) + bare.charCodeAt(at)) & 0xffff;
  return pairOf(1, hash);
}

/** A core's grams where it may be known to begin or end where the name's does. */
function gramsOfCore(core: string, begins: boolean, ends: boolean): number[] {
  return pairsOf((begins ? START : "") + core + (ends ? END : ""));
}

/** Longest core whose wrong characters are looked for everywhere; the rest of a longer one must be right. */
const LONGEST = 24;

/**
 * What a name must hold that differs from the core by one wrong, missing, superfluous or swapped character, or has
 * something between two of its parts: each entry leaves out the grams around one place. A name with all grams of one entry
 * is a candidate. Entries with less than two grams would find half the register and are left out.
 */
export function gramsWithOneFault(core: string, ends: boolean): number[][] {
  const text = core.slice(0, LONGEST);
  const grams = gramsOfCore(text, true, ends && text === core);
  const width = grams.length >= 6 ? 3 : 2;
  const variants = new Map<string, number[]>();
  for (let at = 0; at + width <= grams.length + (width - 1); at++) {
    const kept = grams.filter((_, index) => index < at || index >= at + width);
    if (kept.length >= 2) variants.set(kept.join(), kept);
  }
  return [...variants.values()];
}

/** The same for parts that stand apart in the name: only the pair across the gap is missing. */
export function gramsAroundGap(core: string): number[][] {
  const pairs = pairsOf(core.slice(0, LONGEST));
  if (pairs.length < 2) return [];
  return pairs.map((_, gap) => pairs.filter((_gram, index) => index !== gap));
}

/** Parts of the core, at least three long, for names of which somebody wrote more, or wrote the place wrong. */
export function partsOfCore(core: string): string[] {
  const parts = new Set<string>();
  const text = core.slice(0, LONGEST);
  for (let from = 0; from <= Math.min(5, text.length - 3); from++)
    for (let to = from + 3; to <= text.length; to++) parts.add(text.slice(from, to));
  return [...parts];
}
