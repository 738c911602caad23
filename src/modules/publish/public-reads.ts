import { identify } from "#catalogue";
import { foldDocumentNumber, foldName, searchSubjects, type SubjectSearch } from "#subjects";
import { parseId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import { parseLocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import type { PublicRecordSummary, PublicSubject, PublicSubjectSummary } from "./public-register.ts";
import {
  countPublicRecords,
  countRecordsOfSubjects,
  findPublicSubject,
  listPublicRecords,
  type ListCursor,
  type RecordFilter,
} from "./public-register.store.ts";

/** One page of a list; `next` is opaque. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Exact below the ceiling, "gte" at it: counting millions would make a list slow for nobody's good. */
  readonly total: { readonly value: number; readonly relation: "eq" | "gte" };
  readonly next: string | null;
}

/** Up to this many records are counted exactly. */
const COUNT_CEILING = 10_000;

/** Public records by filter, newest decision first. @throws Problem http/unreadable-cursor */
export async function listRegister(
  db: Db,
  filter: RecordFilter,
  cursor: string | null,
  limit: number,
): Promise<Page<PublicRecordSummary>> {
  const found = await listPublicRecords(db, filter, parseListCursor(cursor), limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const counted = await countPublicRecords(db, filter, COUNT_CEILING);
  return {
    items,
    total: { value: counted, relation: counted < COUNT_CEILING ? "eq" : "gte" },
    next: found.length > limit && last ? `${last.decisionDate}.${last.recordId}` : null,
  };
}

/** A subject by its credit code (any width or case) or its id; null when nothing of it is public today. */
export async function getSubjectBy(db: Db, codeOrId: string): Promise<PublicSubject | null> {
  return findPublicSubject(db, codeOrIdOf(codeOrId));
}

/** What a path names a subject by. */
export function codeOrIdOf(text: string): { readonly uscc: string } | { readonly subjectId: SubjectId } {
  const subjectId = parseId<SubjectId>(text);
  return subjectId ? { subjectId } : { uscc: text.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase() };
}

export interface SearchResult {
  readonly subjects: readonly PublicSubjectSummary[];
  readonly records: readonly PublicRecordSummary[];
  /** Subjects that answer; "gte" where a search stopped before it had looked at all. */
  readonly total: SubjectSearch["total"];
  /** Cursor of the next page of subjects. */
  readonly next: string | null;
  /** The time for a search ran out, better answers may be missing. */
  readonly partial: boolean;
}

const NOTHING: SearchResult = {
  subjects: [],
  records: [],
  total: { value: 0, relation: "eq" },
  next: null,
  partial: false,
};

/**
 * Searches the register: a credit code exactly, a document number exactly (bracket forms do not matter), otherwise a name
 * or the beginning of a code. An empty query finds nothing. `searchDb` is a pool for brief reads.
 */
export async function searchRegister(
  { publicDb: db, searchDb }: { readonly publicDb: Db; readonly searchDb: Db },
  text: string,
  cursor: string | null,
  limit: number,
): Promise<SearchResult> {
  if (foldName(text) === "") return NOTHING;
  const identified = identify(text, "uscc");
  if (identified.valid) {
    const subject = await findPublicSubject(db, { uscc: identified.value });
    const subjects = subject ? [toSummary(subject)] : [];
    return { ...NOTHING, subjects, total: { value: subjects.length, relation: "eq" } };
  }
  const [found, records] = await Promise.all([
    searchSubjects(searchDb, text, cursor, limit),
    // A document number has a digit; names without one need not be looked up among them.
    /\p{N}/u.test(text) ? listPublicRecords(db, { documentFolded: foldDocumentNumber(text) }, null, limit) : [],
  ]);
  const counts = await countRecordsOfSubjects(
    db,
    found.hits.map((hit) => hit.subjectId),
  );
  const subjects = found.hits.map((hit) => ({ ...hit, publicRecords: counts.get(hit.subjectId) ?? 0 }));
  return { subjects, records, total: found.total, next: found.next, partial: found.partial };
}

function toSummary(subject: PublicSubject): PublicSubjectSummary {
  const publicRecords = Object.values(subject.counts).reduce((sum, count) => sum + count, 0);
  return {
    subjectId: subject.subjectId,
    uscc: subject.uscc,
    name: subject.name,
    kind: subject.kind,
    matchedName: null,
    reason: "code",
    marks: [],
    publicRecords,
  };
}

/** "2026-01-31.<record id>", as lists give it. @throws Problem http/unreadable-cursor */
function parseListCursor(cursor: string | null): ListCursor | null {
  if (cursor === null) return null;
  const decisionDate = parseLocalDate(cursor.slice(0, 10));
  const recordId = parseId<RecordId>(cursor.slice(11));
  if (!decisionDate || !recordId || cursor[10] !== ".") throw httpProblem("unreadable-cursor");
  return { decisionDate, recordId };
}
