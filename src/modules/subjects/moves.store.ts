import { sql, type RawBuilder } from "kysely";
import pg from "pg";
import type { BatchId, JudgementId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import { foldName } from "./name.rules.ts";
import { indexNames, type SearchName } from "./names.store.ts";
import type { SubjectKindKept } from "./resolve-subject.rules.ts";
import { subjectProblem } from "./subjects.problems.ts";

const LONGEST_WAIT = "5s";
/** Name of the lock, as `takeTurn` takes it. */
const SUBJECTS = "subjects";

/** Held by every running batch: whose a row is must not change while it is decided. */
export async function shareSubjects(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${SUBJECTS}, 0))`.execute(tx);
}

/** Held by every judgement; waits for running batches, but not for long. @throws Problem subjects/busy */
export async function lockSubjects(tx: Tx): Promise<void> {
  await sql`SELECT set_config('lock_timeout', ${LONGEST_WAIT}, true)`.execute(tx);
  try {
    await takeTurn(tx, SUBJECTS);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "55P03") throw subjectProblem("busy", { cause: error });
    throw error;
  }
  await sql`SELECT set_config('lock_timeout', '0', true)`.execute(tx);
}

export interface SubjectState {
  readonly subjectId: SubjectId;
  readonly kind: SubjectKindKept;
  /** The subject that it was merged into. */
  readonly intoSubject: SubjectId | null;
}

export async function findSubject(tx: Tx, subjectId: SubjectId): Promise<SubjectState | null> {
  const found = await sql<SubjectState>`
    SELECT s.subject_id AS "subjectId", s.kind, r.into_subject AS "intoSubject" FROM subjects s
    LEFT JOIN subject_redirects r ON r.subject_id = s.subject_id AND r.ended_at IS NULL
    WHERE s.subject_id = ${subjectId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findSubjectIdByUscc(tx: Tx, uscc: string): Promise<SubjectId | null> {
  const found = await sql<{ subject_id: SubjectId }>`
    SELECT subject_id FROM subject_identifiers WHERE scheme = 'uscc' AND value = ${uscc}`.execute(tx);
  return found.rows[0]?.subject_id ?? null;
}

/** A subject that a judgement brings into being; it has no credit code. */
export async function insertJudgedSubject(
  tx: Tx,
  subject: {
    readonly subjectId: SubjectId;
    readonly kind: SubjectKindKept;
    readonly origin: BatchId | JudgementId;
    readonly at: Instant;
  },
): Promise<void> {
  await sql`INSERT INTO subjects (subject_id, kind, origin_batch, created_at)
    VALUES (${subject.subjectId}::uuid, ${subject.kind}, ${subject.origin}::uuid, ${subject.at}::timestamptz)`.execute(
    tx,
  );
}

export interface HeldIdentifier {
  readonly scheme: string;
  readonly value: string;
}

export async function listIdentifiers(tx: Tx, subjectId: SubjectId): Promise<HeldIdentifier[]> {
  const found = await sql<HeldIdentifier>`
    SELECT held.scheme, held.value FROM (${heldIdentifiers(sql`${subjectId}::uuid`)}) AS held ORDER BY 1 DESC, 2`.execute(
    tx,
  );
  return found.rows;
}

/**
 * The identifiers that lead to a subject, with the subject that each came in for: its own code and organisation code by
 * their value, since an index over all codes by subject would slow intake down; numbers beside them and moved ones by index.
 */
export function heldIdentifiers(subject: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT i.scheme, i.value, i.origin_subject FROM subjects o
      JOIN subject_identifiers i ON i.value IN (o.uscc, substring(o.uscc FROM 9 FOR 9)) AND i.subject_id = o.subject_id
      WHERE o.subject_id = ${subject} AND i.scheme IN ('uscc', 'organisation-code') AND i.origin_subject = o.subject_id
    UNION ALL
    SELECT i.scheme, i.value, i.origin_subject FROM subject_identifiers i
      WHERE i.subject_id = ${subject} AND (i.scheme NOT IN ('uscc', 'organisation-code') OR i.subject_id <> i.origin_subject)`;
}

export interface HeldName {
  readonly folded: string;
  readonly via: SubjectId;
  readonly name: string;
  readonly from: LocalDate;
  readonly registeredFrom: LocalDate | null;
}

/** Names that are not retracted, each by every way on which it came. */
export async function listNames(tx: Tx, subjectId: SubjectId): Promise<HeldName[]> {
  const found = await sql<HeldName>`
    SELECT folded, via, name, valid_from AS "from", registered_from AS "registeredFrom" FROM subject_names
    WHERE subject_id = ${subjectId}::uuid AND retracted_at IS NULL ORDER BY folded, via`.execute(tx);
  return found.rows;
}

/** Lets identifiers lead to another subject; one that leads there already stays where it is. */
export async function moveIdentifiers(
  tx: Tx,
  identifiers: readonly HeldIdentifier[],
  from: SubjectId,
  to: SubjectId,
): Promise<void> {
  await sql`UPDATE subject_identifiers i SET subject_id = ${to}::uuid
    FROM unnest(${identifiers.map((one) => one.scheme)}::text[], ${identifiers.map((one) => one.value)}::text[]) AS m (scheme, value)
    WHERE i.scheme = m.scheme AND i.value = m.value AND i.subject_id = ${from}::uuid
      AND NOT EXISTS (SELECT FROM subject_identifiers k WHERE k.scheme = i.scheme AND k.value = i.value
        AND k.subject_id = ${to}::uuid)`.execute(tx);
}

/** Gives names to another subject, where they stand as come by way of this one; here they are retracted. */
export async function moveNames(
  tx: Tx,
  names: readonly Pick<HeldName, "folded" | "via">[],
  { from, to, at }: { readonly from: SubjectId; readonly to: SubjectId; readonly at: Instant },
): Promise<void> {
  const folded = names.map((name) => name.folded);
  await sql`INSERT INTO subject_names (subject_id, folded, via, name, searchable, valid_from, registered_from, batch_id)
    SELECT DISTINCT ON (folded) ${to}::uuid, folded, ${from}::uuid, name, searchable,
      min(valid_from) OVER (PARTITION BY folded), max(registered_from) OVER (PARTITION BY folded), batch_id
    FROM subject_names WHERE subject_id = ${from}::uuid AND folded = ANY(${folded}::text[]) AND retracted_at IS NULL
    ORDER BY folded, (via = subject_id) DESC, valid_from, via
    ON CONFLICT (subject_id, folded, via) DO UPDATE SET retracted_at = NULL, valid_from = excluded.valid_from,
      registered_from = excluded.registered_from`.execute(tx);
  await sql`UPDATE subject_names SET retracted_at = ${at}::timestamptz
    WHERE subject_id = ${from}::uuid AND folded = ANY(${folded}::text[]) AND retracted_at IS NULL`.execute(tx);
}

/** Takes back what `moveNames` did. */
export async function returnNames(
  tx: Tx,
  names: readonly Pick<HeldName, "folded" | "via">[],
  { from, to, at }: { readonly from: SubjectId; readonly to: SubjectId; readonly at: Instant },
): Promise<void> {
  const folded = names.map((name) => name.folded);
  await sql`UPDATE subject_names SET retracted_at = ${at}::timestamptz WHERE subject_id = ${to}::uuid
    AND via = ${from}::uuid AND folded = ANY(${folded}::text[]) AND retracted_at IS NULL`.execute(tx);
  await sql`UPDATE subject_names n SET retracted_at = NULL
    FROM unnest(${folded}::text[], ${names.map((name) => name.via)}::uuid[]) AS m (folded, via)
    WHERE n.subject_id = ${from}::uuid AND n.folded = m.folded AND n.via = m.via`.execute(tx);
}

/** Writes the entries of search anew from the names that hold; gives how many there are. */
export async function rebuildSearch(tx: Tx, subjectId: SubjectId): Promise<number> {
  await sql`DELETE FROM subject_search WHERE subject_id = ${subjectId}::uuid`.execute(tx);
  const names = await sql<SearchName>`
    SELECT DISTINCT ON (n.folded) n.subject_id AS "subjectId", n.folded, n.name, n.searchable, s.kind,
      (SELECT held.value FROM (${heldIdentifiers(sql`n.subject_id`)}) AS held WHERE held.scheme = 'uscc'
        ORDER BY (held.origin_subject = n.subject_id) DESC, held.value LIMIT 1) AS uscc
    FROM subject_names n JOIN subjects s ON s.subject_id = n.subject_id
    WHERE n.subject_id = ${subjectId}::uuid AND n.retracted_at IS NULL
    ORDER BY n.folded, (n.via = n.subject_id) DESC, n.valid_from, n.via`.execute(tx);
  await indexNames(
    tx,
    names.rows.map((name) => ({ ...name, folded: foldName(name.name) })),
  );
  return names.rows.length;
}

/** Subjects that were merged into this one. */
export async function listMerged(tx: Tx, into: SubjectId): Promise<SubjectId[]> {
  const found = await sql<{ subject_id: SubjectId }>`SELECT subject_id FROM subject_redirects
    WHERE into_subject = ${into}::uuid AND ended_at IS NULL ORDER BY subject_id`.execute(tx);
  return found.rows.map((row) => row.subject_id);
}

/** From now on these subjects lead to another; what they led to before has ended. */
export async function redirectSubjects(
  tx: Tx,
  subjects: readonly SubjectId[],
  into: SubjectId,
  by: { readonly judgementId: JudgementId; readonly at: Instant },
): Promise<void> {
  await sql`UPDATE subject_redirects SET ended_at = ${by.at}::timestamptz
    WHERE subject_id = ANY(${[...subjects]}::uuid[]) AND ended_at IS NULL`.execute(tx);
  await sql`INSERT INTO subject_redirects (subject_id, judgement_id, into_subject, since)
    SELECT subject_id, ${by.judgementId}::uuid, ${into}::uuid, ${by.at}::timestamptz
    FROM unnest(${[...subjects]}::uuid[]) AS s (subject_id)`.execute(tx);
}

/** Ends the redirects of a judgement; subjects that led elsewhere before it lead there again. */
export async function endRedirects(
  tx: Tx,
  judgementId: JudgementId,
  before: { readonly subjects: readonly SubjectId[]; readonly into: SubjectId },
  at: Instant,
): Promise<void> {
  await sql`UPDATE subject_redirects SET ended_at = ${at}::timestamptz
    WHERE judgement_id = ${judgementId}::uuid AND ended_at IS NULL`.execute(tx);
  await sql`UPDATE subject_redirects r SET ended_at = NULL FROM (
      SELECT DISTINCT ON (subject_id) subject_id, judgement_id FROM subject_redirects
      WHERE subject_id = ANY(${[...before.subjects]}::uuid[]) AND into_subject = ${before.into}::uuid
      ORDER BY subject_id, judgement_id DESC) AS last
    WHERE r.subject_id = last.subject_id AND r.judgement_id = last.judgement_id`.execute(tx);
}
