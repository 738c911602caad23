import { sql } from "kysely";
import type { BatchId, SubjectId } from "../../kernel/ids.ts";
import { dayNumber, type Instant, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { identifierKey, type OtherIdentifier } from "./identifier.rules.ts";
import type { KnownName, KnownSubject, SubjectKindKept } from "./resolve-subject.rules.ts";

/** A subject that a valid code brought into being. */
export interface NewSubject {
  readonly subjectId: SubjectId;
  readonly kind: SubjectKindKept;
  readonly uscc: string;
}

/** Subjects that hold these credit codes, with all the names known for them. */
export async function findSubjectsByUscc(tx: Tx, usccs: readonly string[]): Promise<Map<string, KnownSubject>> {
  if (usccs.length === 0) return new Map();
  const found = await sql<{ value: string; subject_id: SubjectId }>`
    SELECT value, subject_id FROM subject_identifiers WHERE scheme = 'uscc' AND value = ANY(${[...usccs]}::text[])`.execute(
    tx,
  );
  const subjects = await findKnownSubjects(
    tx,
    found.rows.map((row) => row.subject_id),
  );
  const known = new Map<string, KnownSubject>();
  for (const row of found.rows) {
    const subject = subjects.get(row.subject_id);
    if (subject) known.set(row.value, subject);
  }
  return known;
}

/** Subjects with the names that are known and not retracted. */
async function findKnownSubjects(tx: Tx, ids: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, KnownSubject>> {
  const subjects = new Map<SubjectId, KnownSubject>(
    ids.map((subjectId) => [subjectId, { subjectId, names: new Map() }]),
  );
  if (ids.length === 0) return subjects;
  // Not joined with the ids: within the batch that fills the table, the planner would read all of it for each chunk.
  const names = await sql<{
    subject_id: SubjectId;
    folded: string;
    valid_from: LocalDate;
    registered_from: LocalDate | null;
  }>`
    SELECT subject_id, folded, valid_from, registered_from FROM subject_names
    WHERE subject_id = ANY(${[...new Set(ids)]}::uuid[]) AND retracted_at IS NULL`.execute(tx);
  for (const { subject_id, folded, valid_from, registered_from } of names.rows) {
    const subject = subjects.get(subject_id);
    if (subject) carryName(subject, { folded, from: valid_from, registeredFrom: registered_from });
  }
  return subjects;
}

/** A name may stand several times, by what brought it there: the earliest day counts, and the latest registration. */
function carryName({ names }: KnownSubject, name: Omit<KnownName, "fromDay">): void {
  const { folded } = name;
  const before = names.get(folded);
  const from = before && before.from < name.from ? before.from : name.from;
  const registered = [before?.registeredFrom, name.registeredFrom].filter((day) => typeof day === "string");
  names.set(folded, { folded, from, fromDay: dayNumber(from), registeredFrom: registered.toSorted().at(-1) ?? null });
}

/** Subjects that were given these other numbers, by {@link identifierKey}; a merged subject counts as the one it is. */
export async function findSubjectsByIdentifiers(
  tx: Tx,
  identifiers: readonly OtherIdentifier[],
): Promise<ReadonlyMap<string, readonly KnownSubject[]>> {
  if (identifiers.length === 0) return new Map();
  const found = await sql<{ value: string; scheme: OtherIdentifier["scheme"]; subject_id: SubjectId }>`
    SELECT DISTINCT i.value, i.scheme, coalesce(r.into_subject, i.subject_id) AS subject_id
    FROM unnest(${identifiers.map(({ value }) => value)}::text[], ${identifiers.map(({ scheme }) => scheme)}::text[]) AS w (value, scheme)
    JOIN subject_identifiers i ON i.value = w.value AND i.scheme = w.scheme
    LEFT JOIN subject_redirects r ON r.subject_id = i.subject_id AND r.ended_at IS NULL`.execute(tx);
  const subjects = await findKnownSubjects(
    tx,
    found.rows.map((row) => row.subject_id),
  );
  const known = new Map<string, KnownSubject[]>();
  for (const row of found.rows) {
    const subject = subjects.get(row.subject_id);
    if (subject) known.set(identifierKey(row), [...(known.get(identifierKey(row)) ?? []), subject]);
  }
  return known;
}

/**
 * A subject by its credit code or its id, or the one that it was merged into, whether or not anything of it is public; for
 * those with a right to archives.
 */
export async function findArchive(
  tx: Tx,
  by: { readonly uscc: string } | { readonly subjectId: SubjectId },
): Promise<{ readonly subjectId: SubjectId; readonly uscc: string | null } | null> {
  const asked =
    "uscc" in by
      ? sql`SELECT i.subject_id FROM subject_identifiers i JOIN subjects s USING (subject_id)
          WHERE i.scheme = 'uscc' AND i.value = ${by.uscc}`
      : sql`SELECT coalesce(r.into_subject, s.subject_id) AS subject_id FROM subjects s
          LEFT JOIN subject_redirects r ON r.subject_id = s.subject_id AND r.ended_at IS NULL
          WHERE s.subject_id = ${by.subjectId}::uuid`;
  const found = await sql<{ subjectId: SubjectId; uscc: string | null }>`
    SELECT a.subject_id AS "subjectId", (SELECT i.value FROM subject_identifiers i
      WHERE i.subject_id = a.subject_id AND i.scheme = 'uscc'
      ORDER BY (i.origin_subject = i.subject_id) DESC, i.value LIMIT 1) AS uscc
    FROM (${asked}) AS a`.execute(tx);
  return found.rows[0] ?? null;
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
  const kinds = sorted.map((subject) => subject.kind);
  // One statement, so that the server need not wait for us between the tables.
  const claimed = await sql<{ value: string }>`
    WITH made AS MATERIALIZED (
      SELECT * FROM unnest(${codes}::text[], ${ids}::uuid[], ${kinds}::text[]) AS s (value, subject_id, kind)),
    claimed AS (
      INSERT INTO subject_identifiers (value, scheme, subject_id, origin_subject, batch_id)
      SELECT value, 'uscc', subject_id, subject_id, ${batchId}::uuid FROM made ON CONFLICT DO NOTHING RETURNING value),
    others AS (
      INSERT INTO subject_identifiers (value, scheme, subject_id, origin_subject, batch_id)
      SELECT substring(value FROM 9 FOR 9), 'organisation-code', subject_id, subject_id, ${batchId}::uuid
      FROM made JOIN claimed USING (value) ON CONFLICT DO NOTHING),
    subjects AS (
      INSERT INTO subjects (subject_id, kind, uscc, origin_batch, created_at)
      SELECT subject_id, kind, value, ${batchId}::uuid, ${at}::timestamptz FROM made JOIN claimed USING (value))
    SELECT value FROM claimed`.execute(tx);
  const ours = new Set(claimed.rows.map((row) => row.value));
  return new Set(codes.filter((code) => !ours.has(code)));
}

/** Remembers other numbers that rows with a valid code reported beside it; what is known already stays as it is. */
export async function insertIdentifiers(
  tx: Tx,
  identifiers: readonly (OtherIdentifier & { readonly subjectId: SubjectId })[],
  batchId: BatchId,
): Promise<void> {
  if (identifiers.length === 0) return;
  await sql`
    INSERT INTO subject_identifiers (value, scheme, subject_id, origin_subject, batch_id)
    SELECT value, scheme, subject_id, subject_id, ${batchId}::uuid
    FROM unnest(${identifiers.map(({ value }) => value)}::text[], ${identifiers.map(({ scheme }) => scheme)}::text[],
      ${identifiers.map(({ subjectId }) => subjectId)}::uuid[]) AS i (value, scheme, subject_id)
    ON CONFLICT DO NOTHING`.execute(tx);
}
