/** Which characters of a name answered a query, for people to see why they found it. Pure. */
import { foldName } from "../name.rules.ts";
import { splitName } from "../name-parts.rules.ts";
import { pinyinOf } from "./pinyin.rules.ts";
import type { MatchReason } from "./rank-match.rules.ts";
import { parseSearch, type SearchQuery } from "./search-query.rules.ts";

/** A part of a name: first and behind-last position, in UTF-16 units. */
export type Mark = readonly [number, number];

/** The parts of `name`, as it is written, that answer the query; none where it was found by its code. */
export function markMatch(text: string, name: string, reason: MatchReason): readonly Mark[] {
  const query = parseSearch(text);
  if (query === null || reason === "code") return [];
  const { folded, positions } = foldWithPositions(name);
  const marked = reason === "pinyin" ? markReading(query, folded) : markText(query, folded);
  return toMarks(marked, positions);
}

/** The folded name with the position in the name of each of its characters. */
function foldWithPositions(name: string): { readonly folded: string; readonly positions: readonly Mark[] } {
  const positions: Mark[] = [];
  let [folded, at] = ["", 0];
  for (const character of name) {
    const fold = foldName(character);
    for (let unit = 0; unit < fold.length; unit++) positions.push([at, at + character.length]);
    folded += fold;
    at += character.length;
  }
  return { folded, positions };
}

function markText(query: SearchQuery, folded: string): Set<number> {
  const marked = new Set<number>();
  if (markPart(folded, query.folded, marked)) return marked;
  for (const { place, core } of query.readings) {
    if (core.length < 2 || (place !== null && !folded.includes(place)) || !markPart(folded, core, marked)) continue;
    if (place !== null) markPart(folded, place, marked);
    return marked;
  }
  return commonCharacters(query.folded, folded);
}

function markReading(query: SearchQuery, folded: string): Set<number> {
  const marked = new Set<number>();
  const { core } = splitName(folded);
  const read = pinyinOf(core);
  for (const { initials, syllables, place } of query.pinyin) {
    if (!read.startsWith(initials) || !read.includes(` ${syllables}`)) continue;
    if (place !== null && !markPart(folded, place, marked)) continue;
    markPart(folded, core.slice(0, initials.length), marked);
    return marked;
  }
  return marked;
}

function markPart(folded: string, part: string, marked: Set<number>): boolean {
  const from = folded.indexOf(part);
  if (from === -1 || part === "") return false;
  for (let at = from; at < from + part.length; at++) marked.add(at);
  return true;
}

/** The characters of the longest sequence that both texts have in common, in order; single ones far from others not. */
function commonCharacters(text: string, folded: string): Set<number> {
  const lengths: number[][] = [Array.from({ length: folded.length + 1 }, () => 0)];
  for (let row = 1; row <= text.length; row++) {
    const [above = [], next] = [lengths[row - 1], [0]];
    for (let column = 1; column <= folded.length; column++) {
      const same = text[row - 1] === folded[column - 1];
      next.push(same ? (above[column - 1] ?? 0) + 1 : Math.max(above[column] ?? 0, next[column - 1] ?? 0));
    }
    lengths.push(next);
  }
  const marked = new Set<number>();
  let [row, column] = [text.length, folded.length];
  while (row > 0 && column > 0) {
    const here = lengths[row]?.[column] ?? 0;
    if (text[row - 1] === folded[column - 1]) {
      marked.add(column - 1);
      row -= 1;
      column -= 1;
    } else if ((lengths[row - 1]?.[column] ?? 0) >= here) row -= 1;
    else column -= 1;
  }
  return marked;
}

function toMarks(marked: ReadonlySet<number>, positions: readonly Mark[]): readonly Mark[] {
  const marks: [number, number][] = [];
  for (const index of [...marked].toSorted((a, b) => a - b)) {
    const position = positions[index];
    if (!position) continue;
    const [from, to] = position;
    const last = marks.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks;
}
