import { parseId, type SubjectId } from "../../../kernel/ids.ts";
import { isOutOfTime } from "../../../platform/db/pool.ts";
import type { Db } from "../../../platform/db/types.ts";
import { httpProblem } from "../../../platform/http/http.problems.ts";
import type { SubjectKindKept } from "../resolve-subject.rules.ts";
import { markMatch, type Mark } from "./mark-match.rules.ts";
import { gramsAroundGap, gramsWithOneFault, partsOfCore } from "./name-grams.rules.ts";
import { compareMatches, judgeMatch, type Match, type MatchKey, type MatchReason } from "./rank-match.rules.ts";
import { parseSearch, type SearchQuery } from "./search-query.rules.ts";
import {
  beginningsOf,
  containing,
  findByReading,
  holdingOneOf,
  lookUp,
  type Found,
  type FoundName,
} from "./search.store.ts";

/** One subject that answers a query. */
export interface SubjectHit {
  readonly subjectId: SubjectId;
  readonly uscc: string | null;
  /** As it is called today. */
  readonly name: string;
  /** The name that answered, where it is another one than today's. */
  readonly matchedName: string | null;
  readonly kind: SubjectKindKept;
  readonly reason: MatchReason;
  /** Parts of the name that answered: of `matchedName`, or of `name` where that is null. */
  readonly marks: readonly Mark[];
}

export interface SubjectSearch {
  readonly hits: readonly SubjectHit[];
  /** Subjects found; "gte" where there may be more than were looked at. */
  readonly total: { readonly value: number; readonly relation: "eq" | "gte" };
  /** Cursor of the next page; opaque. */
  readonly next: string | null;
  /** The time for a search ran out; better answers may be missing. */
  readonly partial: boolean;
}

/** Longest that one statement of a search may take; the pool is opened with it. */
export const SEARCH_MILLISECONDS = 400;
/** Most names that one look-up brings: what is ranked, not what is shown. */
const WINDOW = 100;
/** Most names that one variant of a misspelt name brings. */
const VARIANT_WINDOW = 40;
/**
 * Searches the names of organisations: as they are written, by a part, with a wrong character, without legal form, with
 * the place elsewhere, by pinyin, by the beginning of a code. Looks by stages, each bounded, and stops when the page is
 * full. Persons, and sole traders under a person's name, are not in the table.
 * @throws Problem http/unreadable-cursor
 */
export async function searchSubjects(
  db: Db,
  text: string,
  cursor: string | null,
  limit: number,
): Promise<SubjectSearch> {
  const query = parseSearch(text);
  if (query === null) return { hits: [], total: { value: 0, relation: "eq" }, next: null, partial: false };
  const after = parseCursor(cursor);
  const answers = new Answers(query, after);
  let partial = false;
  try {
    await collect(db, query, answers, limit + 1);
  } catch (error) {
    if (!isOutOfTime(error)) throw error;
    partial = true;
  }
  const page = answers.sorted().slice(0, limit + 1);
  const shown = page.slice(0, limit);
  const last = page[limit - 1];
  const hasMore = page.length > limit && last !== undefined;
  return {
    hits: shown.map(({ match, name }) => toHit(text, match, name)),
    total: { value: answers.size, relation: answers.complete && !partial ? "eq" : "gte" },
    next: hasMore ? toCursor(last.match) : null,
    partial,
  };
}

interface Answer {
  readonly match: Match;
  readonly name: FoundName;
}

/** The best answer of each subject; those before the cursor are counted and not shown. */
class Answers {
  /** Whether nothing was left out by a limit. */
  complete = true;
  readonly #query: SearchQuery;
  readonly #after: MatchKey | null;
  readonly #best = new Map<SubjectId, Answer>();

  constructor(query: SearchQuery, after: MatchKey | null) {
    this.#query = query;
    this.#after = after;
  }

  get size(): number {
    return this.#best.size;
  }

  add({ names, cut }: Found): void {
    if (cut) this.complete = false;
    for (const name of names) {
      const match = judgeMatch(this.#query, name, name.by);
      const known = match === null ? null : this.#best.get(match.subjectId);
      if (match !== null && (!known || compareMatches(match, known.match) < 0))
        this.#best.set(match.subjectId, { match, name });
    }
  }

  /** The page is full before everything was looked at. */
  leaveRest(): void {
    this.complete = false;
  }

  sorted(): Answer[] {
    const after = this.#after;
    return [...this.#best.values()]
      .filter(({ match }) => after === null || compareMatches(match, after) > 0)
      .toSorted((a, b) => compareMatches(a.match, b.match));
  }
}

async function collect(db: Db, query: SearchQuery, answers: Answers, wanted: number): Promise<void> {
  const [likely] = query.readings;
  const contained = query.readings.flatMap((reading) => containing(query, reading, WINDOW));
  // Longer words are rare enough for their pairs to be looked up in the same round trip.
  const atOnce = likely.core.length >= 3;
  answers.add(await lookUp(db, [...beginningsOf(query, WINDOW), ...(atOnce ? contained : [])]));
  if (answers.sorted().length >= wanted) return answers.leaveRest();
  if (!atOnce && contained.length > 0) answers.add(await lookUp(db, contained));
  else if (query.folded.length === 1) answers.add(await findByReading(db, query.folded, WINDOW));
  if (answers.size > 0 || likely.core.length < 3) return;
  const faulty = query.readings.flatMap(({ core, place }) => {
    if (place === null && likely.place !== null) return [];
    const sets = [...gramsAroundGap(core), ...gramsWithOneFault(core, query.ends)];
    return holdingOneOf(sets, partsOfCore(core), place, VARIANT_WINDOW);
  });
  answers.add(await lookUp(db, faulty));
}

function toHit(text: string, match: Match, { uscc, kind, name, currentName }: FoundName): SubjectHit {
  const { subjectId, reason } = match;
  const matchedName = name === currentName ? null : name;
  return { subjectId, uscc, name: currentName, matchedName, kind, reason, marks: markMatch(text, name, reason) };
}

function toCursor({ rank, distance, activity, folded, subjectId }: MatchKey): string {
  return Buffer.from(JSON.stringify([rank, distance, activity, folded, subjectId])).toString("base64url");
}

/** @throws Problem http/unreadable-cursor */
function parseCursor(cursor: string | null): MatchKey | null {
  if (cursor === null) return null;
  const [rank, distance, activity, folded, id] = parseList(cursor);
  const subjectId = typeof id === "string" ? parseId<SubjectId>(id) : null;
  const isText = typeof folded === "string" && folded.isWellFormed() && !folded.includes("\u0000");
  if (!subjectId || !isText || !isSmall(rank) || !isSmall(distance) || !isSmall(activity))
    throw httpProblem("unreadable-cursor");
  return { rank, distance, activity, folded, subjectId };
}

function isSmall(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e6;
}

function parseList(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
