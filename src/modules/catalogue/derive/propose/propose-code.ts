import type { CodeList, CodeValue } from "../../catalogue-item.ts";
import { foldCode } from "../../code-index.ts";

const MOST = 3;
const LONGEST = 60;

/**
 * Values of a list that a text which is none may have meant, nearest first: one whose name holds the text or is held by
 * it, else one that shares at least half of its character pairs or is one character off. Texts as the template offers
 * them, with an open end where an explanation must follow.
 */
export function proposeCodes(text: string, list: CodeList): readonly string[] {
  const folded = foldCode(text);
  if (folded === "" || folded.length > LONGEST || list.values.some((code) => namesOf(code).includes(folded))) return [];
  const scored = list.values
    .map((code) => ({ code, score: Math.max(...namesOf(code).map((name) => likeness(folded, name))) }))
    .filter((entry) => entry.score >= 0.5)
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter((entry) => entry.score >= best - 0.15)
    .slice(0, MOST)
    .map(({ code }) => (code.openEnded && code.explanationOptional !== true ? `${code.label.zh}-` : code.label.zh));
}

function namesOf(code: CodeValue): string[] {
  return [code.value, code.label.zh, code.label.en, ...code.aliases].map(foldCode);
}

/** 1 for equal texts, 0 for texts that share nothing. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return 0.6 + (0.4 * short.length) / long.length;
  if (short.length === long.length && short.length >= 2) {
    const same = [...short].filter((character, at) => character === long[at]).length;
    if (same === short.length - 1) return Math.max(0.5, same / short.length);
  }
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const [ours, theirs] = [pairs(a), pairs(b)];
  if (ours.size === 0 || theirs.size === 0) return 0;
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (ours.size + theirs.size);
}
