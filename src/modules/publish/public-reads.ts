import { identify } from "#catalogue";
import { foldDocumentNumber, foldName, queryGrams } from "#subjects";
import { parseId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import { parseLocalDate } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { PublicRecordSummary, PublicSubject, PublicSubjectSummary } from "./public-register.ts";
import {
  countPublicRecords,
  findPublicSubject,
  findRedirect,
  listPublicRecords,
  searchSubjects,
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

/** Public records by filter, newest decision first. An unreadable cursor starts at the beginning. */
export async function listRegister(
  db: Db,
  filter: RecordFilter,
  cursor: string | null,
  limit: number,
): Promise<Page<PublicRecordSummary>> {
  const found = await listPublicRecords(db, filter, parseCursor(cursor), limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const counted = await countPublicRecords(db, filter, COUNT_CEILING);
  return {
    items,
    total: { value: counted, relation: counted < COUNT_CEILING ? "eq" : "gte" },
    next: found.length > limit && last ? `${last.decisionDate}.${last.recordId}` : null,
  };
}

/**
 * A subject by its credit code (any width or case) or its id, or the one that it was merged into; null when the register
 * has none.
 */
export async function getSubjectBy(db: Db, codeOrId: string): Promise<PublicSubject | null> {
  const id = parseId<SubjectId>(codeOrId);
  const by = id ? { subjectId: id } : { uscc: codeOrId.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase() };
  const subject = await findPublicSubject(db, by);
  if (subject) return subject;
  const subjectId = await findRedirect(db, by);
  return subjectId && findPublicSubject(db, { subjectId });
}

/** Where a subject is at home: by its code, else by its id; whoever asks elsewhere is sent there (308). */
export function addressOf(subject: PublicSubject): string {
  return subject.uscc ?? subject.subjectId;
}

export interface SearchResult {
  readonly subjects: readonly PublicSubjectSummary[];
  readonly records: readonly PublicRecordSummary[];
  /** Cursor of the next page of subjects. */
  readonly next: string | null;
}

/**
 * Searches the register: a credit code exactly, a document number exactly (bracket forms do not matter), otherwise a part
 * of a name. An empty query finds nothing.
 */
export async function searchRegister(
  db: Db,
  text: string,
  cursor: string | null,
  limit: number,
): Promise<SearchResult> {
  const folded = foldName(text);
  if (folded === "") return { subjects: [], records: [], next: null };
  const identified = identify(text, "uscc");
  if (identified.valid) {
    const subject = await findPublicSubject(db, { uscc: identified.value });
    return { subjects: subject ? [toSummary(subject)] : [], records: [], next: null };
  }
  const records = await listPublicRecords(db, { documentFolded: foldDocumentNumber(text) }, null, limit);
  const after = parseSearchCursor(cursor);
  const found = await searchSubjects(db, { folded, grams: queryGrams(folded) }, after, limit + 1);
  const subjects = found.slice(0, limit);
  const last = subjects.at(-1);
  const next =
    found.length > limit && last
      ? Buffer.from(JSON.stringify([last.rank, last.folded, last.subjectId])).toString("base64url")
      : null;
  return { subjects: subjects.map(({ rank: _rank, folded: _folded, ...summary }) => summary), records, next };
}

function toSummary(subject: PublicSubject): PublicSubjectSummary {
  const publicRecords = Object.values(subject.counts).reduce((sum, count) => sum + count, 0);
  return {
    subjectId: subject.subjectId,
    uscc: subject.uscc,
    name: subject.name,
    kind: subject.kind,
    matchedName: null,
    publicRecords,
  };
}

function parseCursor(cursor: string | null): ListCursor | null {
  const decisionDate = parseLocalDate((cursor ?? "").slice(0, 10));
  const recordId = parseId<RecordId>((cursor ?? "").slice(11));
  return decisionDate && recordId ? { decisionDate, recordId } : null;
}

function parseSearchCursor(cursor: string | null): { rank: number; folded: string; subjectId: SubjectId } | null {
  if (cursor === null) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parsed)) return null;
    const [rank, folded, id] = parsed as readonly unknown[];
    const subjectId = typeof id === "string" ? parseId<SubjectId>(id) : null;
    return typeof rank === "number" && typeof folded === "string" && subjectId ? { rank, folded, subjectId } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
