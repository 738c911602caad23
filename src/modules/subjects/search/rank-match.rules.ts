/** How well a name answers a query, and in which order answers are shown. Pure. */
import type { SubjectId } from "../../../kernel/ids.ts";
import type { QueryReading, SearchQuery } from "./search-query.rules.ts";

/** Why a name was found, best first. */
export const MATCH_REASONS = ["code", "exact", "core", "prefix", "contains", "pinyin", "apart", "similar"] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A name that may answer a query. */
export interface Candidate {
  readonly subjectId: SubjectId;
  readonly folded: string;
  readonly core: string;
  /** Public records, up to ten. */
  readonly activity: number;
}

/** The place of an answer in the order; the last two are unique, so that the order is total. */
export interface MatchKey {
  readonly rank: number;
  /** Characters that differ, for names that are only similar. */
  readonly distance: number;
  readonly activity: number;
  readonly folded: string;
  readonly subjectId: SubjectId;
}

export interface Match extends MatchKey {
  readonly reason: MatchReason;
}

/** Judges a candidate, or null where it does not answer the query. `by` says how it was looked for. */
export function judgeMatch(query: SearchQuery, candidate: Candidate, by: "code" | "name" | "pinyin"): Match | null {
  const judged = by === "name" ? judgeName(query, candidate) : { reason: by, distance: 0 };
  if (judged === null) return null;
  const { subjectId, folded, activity } = candidate;
  return { ...judged, rank: MATCH_REASONS.indexOf(judged.reason), activity, folded, subjectId };
}

interface Judged {
  readonly reason: MatchReason;
  readonly distance: number;
}

function judgeName(query: SearchQuery, { folded, core }: Candidate): Judged | null {
  let best: MatchReason | null = null;
  for (const reading of query.readings) {
    const reason = literalReason(query, reading, folded, core);
    if (reason !== null && (best === null || MATCH_REASONS.indexOf(reason) < MATCH_REASONS.indexOf(best)))
      best = reason;
  }
  if (best !== null) return { reason: best, distance: 0 };
  const distance = similarity(query, folded, core);
  return distance === null ? null : { reason: "similar", distance };
}

function literalReason(
  query: SearchQuery,
  { place, core }: QueryReading,
  folded: string,
  known: string,
): MatchReason | null {
  if (folded === query.folded) return "exact";
  const inPlace = place === null || folded.includes(place);
  if (inPlace && (known === core || (known === query.shorterCore && folded.includes(query.folded)))) return "core";
  if (folded.startsWith(query.folded) || (inPlace && known.startsWith(core))) return "prefix";
  if (folded.includes(query.folded) || (place !== null && inPlace && folded.includes(core))) return "contains";
  return standsApart(place === null ? query.folded : core, inPlace, folded) ? "apart" : null;
}

/** Whether the text falls into two parts that stand in the name one after the other with something between. */
function standsApart(text: string, inPlace: boolean, folded: string): boolean {
  if (!inPlace || text.length < 3) return false;
  for (let cut = 1; cut < text.length; cut++) {
    const first = folded.indexOf(text.slice(0, cut));
    if (first === -1) return false;
    if (folded.includes(text.slice(cut), first + cut)) return true;
  }
  return false;
}

/** Characters that differ, where few enough do: one of four, two of eight; one more where the form is another, too. */
function similarity(query: SearchQuery, folded: string, core: string): number | null {
  const whole = faultsWithin(query.folded, folded, mostFaults(query.folded));
  if (whole !== null) return whole;
  const within = query.readings
    .filter(({ place }) => place !== null && folded.includes(place))
    .map((reading) => faultsWithin(reading.core, core, mostFaults(reading.core)))
    .filter((faults) => faults !== null);
  return within.length === 0 ? null : Math.min(...within) + 1;
}

function mostFaults(text: string): number {
  if (text.length < 4) return text.length === 3 ? 1 : 0;
  return text.length < 8 ? 1 : 2;
}

/** Fewest edits (swaps count once) that make the text a part of the name, or null above `most`. */
export function faultsWithin(text: string, name: string, most: number): number | null {
  if (most === 0) return name.includes(text) ? 0 : null;
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, () => 0);
  for (let row = 1; row <= text.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= name.length; column++) {
      const same = text[row - 1] === name[column - 1];
      let cost = Math.min(
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      );
      const swapped = row > 1 && column > 1 && text[row - 1] === name[column - 2] && text[row - 2] === name[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return null;
    [before, last] = [last, next];
  }
  const fewest = Math.min(...last);
  return fewest > most ? null : fewest;
}

/** The order of answers: how they match, fewer faults, more public records, the shorter name; then by text and id. */
export function compareMatches(a: MatchKey, b: MatchKey): number {
  return (
    a.rank - b.rank ||
    a.distance - b.distance ||
    b.activity - a.activity ||
    a.folded.length - b.folded.length ||
    compareText(a.folded, b.folded) ||
    compareText(a.subjectId, b.subjectId)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
