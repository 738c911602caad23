import { sql } from "kysely";
import type { BatchId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { foldName } from "./name.rules.ts";
import { splitName } from "./name-parts.rules.ts";
import type { KnownSubject, SubjectKindKept } from "./resolve-subject.rules.ts";
import { gramsOfName } from "./search/name-grams.rules.ts";
import { pinyinOf } from "./search/pinyin.rules.ts";

/** A subject that a valid code brought into being. */
export interface NewSubject {
  readonly subjectId: SubjectId;
  readonly kind: SubjectKindKept;
  readonly uscc: string;
}

/** A name under which a subject was reported. */
export interface NewName {
  readonly subjectId: SubjectId;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: SubjectKindKept;
  /** Earliest decision date that carries it. */
  readonly from: LocalDate;
  readonly searchable: boolean;
}

/** Subjects that hold these credit codes, with all the names known for them. */
export async function findSubjectsByUscc(tx: Tx, usccs: readonly string[]): Promise<Map<string, KnownSubject>> {
  if (usccs.length === 0) return new Map();
  const found = await sql<{ value: string; subject_id: SubjectId }>`
    SELECT value, subject_id FROM subject_identifiers WHERE scheme = 'uscc' AND value = ANY(${[...usccs]}::text[])`.execute(
    tx,
  );
  const ids = found.rows.map((row) => row.subject_id);
  const names = await sql<{ subject_id: SubjectId; folded: string }>`
    SELECT subject_id, folded FROM subject_names WHERE subject_id = ANY(${ids}::uuid[])`.execute(tx);
  const bySubject = new Map<SubjectId, KnownSubject>(
    ids.map((subjectId) => [subjectId, { subjectId, foldedNames: new Set() }]),
  );
  for (const row of names.rows) bySubject.get(row.subject_id)?.foldedNames.add(row.folded);
  const known = new Map<string, KnownSubject>();
  for (const row of found.rows) {
    const subject = bySubject.get(row.subject_id);
    if (subject) known.set(row.value, subject);
  }
  return known;
}

/** A subject by its credit code or its id, whether or not anything of it is public; for those with a right to archives. */
export async function findSubject(
  tx: Tx,
  by: { readonly uscc: string } | { readonly subjectId: SubjectId },
): Promise<{ readonly subjectId: SubjectId; readonly uscc: string | null } | null> {
  const found = await (
    "uscc" in by
      ? sql<{ subject_id: SubjectId; uscc: string | null }>`SELECT subject_id, value AS uscc FROM subject_identifiers
        WHERE scheme = 'uscc' AND value = ${by.uscc}`
      : sql<{ subject_id: SubjectId; uscc: string | null }>`SELECT s.subject_id,
          (SELECT max(n.uscc) FROM subject_search n WHERE n.subject_id = s.subject_id) AS uscc
        FROM subjects s WHERE s.subject_id = ${by.subjectId}::uuid`
  ).execute(tx);
  const row = found.rows[0];
  return row ? { subjectId: row.subject_id, uscc: row.uscc } : null;
}

/**
 * Makes subjects with their codes. Sorted by code, so that two batches that bring the same firm meet in one order.
 * Gives back the codes that somebody else claimed meanwhile; the caller must look those up anew.
 */
export async function insertSubjects(
  tx: Tx,
  subjects: readonly NewSubject[],
  batchId: BatchId,
  at: Instant,
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const sorted = subjects.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1));
  const codes = sorted.map((subject) => subject.uscc);
  const ids = sorted.map((subject) => subject.subjectId);
  const claimed = await sql<{ value: string }>`
    INSERT INTO subject_identifiers (value, scheme, subject_id, batch_id)
    SELECT value, 'uscc', subject_id, ${batchId} FROM unnest(${codes}::text[], ${ids}::uuid[]) AS s (value, subject_id)
    ON CONFLICT DO NOTHING RETURNING value`.execute(tx);
  const ours = new Set(claimed.rows.map((row) => row.value));
  const made = sorted.filter((subject) => ours.has(subject.uscc));
  await sql`
    INSERT INTO subjects (subject_id, kind, origin_batch, created_at)
    SELECT subject_id, kind, ${batchId}, ${at}
    FROM unnest(${made.map((subject) => subject.subjectId)}::uuid[], ${made.map((subject) => subject.kind)}::text[]) AS s (subject_id, kind)`.execute(
    tx,
  );
  return new Set(codes.filter((code) => !ours.has(code)));
}

/** Adds names to the archive of names and to search; a name that is known already stays as it is. */
export async function insertNames(tx: Tx, names: readonly NewName[], batchId: BatchId): Promise<void> {
  if (names.length === 0) return;
  const rows = names.map((name) => ({ ...name, folded: foldName(name.name) }));
  await sql`
    INSERT INTO subject_names (subject_id, folded, name, valid_from, batch_id)
    SELECT subject_id, folded, name, valid_from, ${batchId}
    FROM unnest(${rows.map((row) => row.subjectId)}::uuid[], ${rows.map((row) => row.folded)}::text[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.from)}::date[]) AS n (subject_id, folded, name, valid_from)
    ON CONFLICT DO NOTHING`.execute(tx);
  const search = rows.map(({ folded, searchable }) => searchEntry(folded, searchable));
  await sql`
    INSERT INTO subject_search (subject_id, folded, name, uscc, kind, searchable, core, pinyin, grams)
    SELECT subject_id, folded, name, uscc, kind, searchable, core, pinyin, grams::integer[]
    FROM unnest(${rows.map((row) => row.subjectId)}::uuid[], ${rows.map((row) => row.folded)}::text[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.uscc)}::text[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.searchable)}::boolean[],
      ${search.map((entry) => entry.core)}::text[], ${search.map((entry) => entry.pinyin)}::text[],
      ${search.map((entry) => entry.grams)}::text[])
      AS s (subject_id, folded, name, uscc, kind, searchable, core, pinyin, grams)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** What search holds of a name; nothing of one that is a person's own. `grams` is an array in PostgreSQL's notation. */
function searchEntry(
  folded: string,
  searchable: boolean,
): { readonly core: string; readonly pinyin: string; readonly grams: string } {
  if (!searchable) return { core: "", pinyin: "", grams: "{}" };
  const parts = splitName(folded);
  return { core: parts.core, pinyin: pinyinOf(parts.core), grams: `{${gramsOfName(folded, parts).join(",")}}` };
}
