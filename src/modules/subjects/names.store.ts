import { sql } from "kysely";
import type { BatchId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { splitName } from "./name-parts.rules.ts";
import { foldName } from "./name.rules.ts";
import type { SubjectKindKept } from "./resolve-subject.rules.ts";
import { gramsOfName } from "./search/name-grams.rules.ts";
import { pinyinOf } from "./search/pinyin.rules.ts";

/** A name that a subject did not have yet, or not any more. */
export interface NewName {
  readonly subjectId: SubjectId;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: SubjectKindKept;
  /** Earliest day that carries it; widens while the rows of a chunk are decided. */
  from: LocalDate;
  /** Latest approval day of a registration under it; null where only reports carry it. */
  registeredFrom: LocalDate | null;
  readonly searchable: boolean;
}

/** Dates of a known name as rows widened them. */
export interface WidenedName {
  readonly subjectId: SubjectId;
  readonly folded: string;
  readonly from: LocalDate;
  readonly registeredFrom: LocalDate | null;
}

/** A name as it is to be found by search. */
export interface SearchName {
  readonly subjectId: SubjectId;
  readonly folded: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: SubjectKindKept;
  readonly searchable: boolean;
}

/** Adds names to the archive of names and to search. A retracted name that is carried anew counts again. */
export async function insertNames(tx: Tx, names: readonly NewName[], batchId: BatchId): Promise<void> {
  if (names.length === 0) return;
  const rows = names.map((name) => ({ ...name, folded: foldName(name.name) }));
  await sql`
    INSERT INTO subject_names AS n (subject_id, folded, via, name, searchable, valid_from, registered_from, batch_id)
    SELECT subject_id, folded, subject_id, name, searchable, valid_from, registered_from, ${batchId}::uuid
    FROM unnest(${rows.map((row) => row.subjectId)}::uuid[], ${rows.map((row) => row.folded)}::text[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.searchable)}::boolean[],
      ${rows.map((row) => row.from)}::date[], ${rows.map((row) => row.registeredFrom)}::date[])
      AS s (subject_id, folded, name, searchable, valid_from, registered_from)
    ON CONFLICT (subject_id, folded, via) DO UPDATE SET
      valid_from = CASE WHEN n.retracted_at IS NULL THEN least(n.valid_from, excluded.valid_from) ELSE excluded.valid_from END,
      registered_from = CASE WHEN n.retracted_at IS NULL THEN greatest(n.registered_from, excluded.registered_from) ELSE excluded.registered_from END,
      retracted_at = NULL`.execute(tx);
  await indexNames(tx, rows);
}

/**
 * Puts names where search finds them. All names of a subject stand there under one code, at which it is at home: a name
 * that came in by the code of a subject merged into it stands under that of the others.
 */
export async function indexNames(tx: Tx, names: readonly SearchName[]): Promise<void> {
  if (names.length === 0) return;
  const search = names.map(({ folded, searchable }) => searchEntry(folded, searchable));
  await sql`
    INSERT INTO subject_search (subject_id, folded, name, uscc, kind, searchable, core, pinyin, grams)
    SELECT subject_id, folded, name,
      coalesce((SELECT e.uscc FROM subject_search e WHERE e.subject_id = s.subject_id AND e.uscc IS NOT NULL LIMIT 1), uscc),
      kind, searchable, core, pinyin, grams::integer[]
    FROM unnest(${names.map((name) => name.subjectId)}::uuid[], ${names.map((name) => name.folded)}::text[],
      ${names.map((name) => name.name)}::text[], ${names.map((name) => name.uscc)}::text[],
      ${names.map((name) => name.kind)}::text[], ${names.map((name) => name.searchable)}::boolean[],
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

/** Widens the dates of known names. */
export async function widenNames(tx: Tx, names: readonly WidenedName[]): Promise<void> {
  if (names.length === 0) return;
  await sql`
    UPDATE subject_names n SET valid_from = least(n.valid_from, w.valid_from),
      registered_from = greatest(n.registered_from, w.registered_from)
    FROM unnest(${names.map((name) => name.subjectId)}::uuid[], ${names.map((name) => name.folded)}::text[],
      ${names.map((name) => name.from)}::date[], ${names.map((name) => name.registeredFrom)}::date[])
      AS w (subject_id, folded, valid_from, registered_from)
    WHERE n.subject_id = w.subject_id AND n.folded = w.folded AND n.retracted_at IS NULL`.execute(tx);
}

/** Takes the mark of a registration from a name that others still carry. */
export async function unregisterName(tx: Tx, subjectId: SubjectId, folded: string): Promise<void> {
  await sql`UPDATE subject_names SET registered_from = NULL
    WHERE subject_id = ${subjectId}::uuid AND folded = ${folded} AND retracted_at IS NULL`.execute(tx);
}

/** Takes names back, registered ones only where told so: from now on they are shown and found nowhere. */
export async function retractNames(
  tx: Tx,
  subjectId: SubjectId,
  folded: readonly string[],
  at: Instant,
  { registered }: { readonly registered: boolean },
): Promise<void> {
  if (folded.length === 0) return;
  await sql`UPDATE subject_names SET retracted_at = ${at}::timestamptz
    WHERE subject_id = ${subjectId}::uuid AND folded = ANY(${[...folded]}::text[]) AND retracted_at IS NULL
      AND (registered_from IS NULL OR ${registered})`.execute(tx);
  await sql`DELETE FROM subject_search s WHERE s.subject_id = ${subjectId}::uuid AND s.folded = ANY(${[...folded]}::text[])
    AND NOT EXISTS (SELECT FROM subject_names n WHERE n.subject_id = s.subject_id AND n.folded = s.folded
      AND n.retracted_at IS NULL)`.execute(tx);
}
