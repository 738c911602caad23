import { sql } from "kysely";
import type { SubjectId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CandidateSubject } from "./candidates.rules.ts";
import { heldIdentifiers, type HeldIdentifier } from "./moves.store.ts";
import { splitName } from "./name-parts.rules.ts";
import { pairsOf } from "./search/name-grams.rules.ts";

/** Subjects looked at per review: enough for whoever shares the core of a name. */
const MOST = 200;

/** Subjects that hold one of these identifiers; of a merged one that which it is. */
export async function findByIdentifiers(tx: Tx, identifiers: readonly HeldIdentifier[]): Promise<SubjectId[]> {
  const found = await sql<{ subject_id: SubjectId }>`
    SELECT DISTINCT coalesce(r.into_subject, i.subject_id) AS subject_id
    FROM unnest(${identifiers.map((one) => one.scheme)}::text[], ${identifiers.map((one) => one.value)}::text[]) AS w (scheme, value)
    JOIN subject_identifiers i ON i.scheme = w.scheme AND i.value = w.value
    LEFT JOIN subject_redirects r ON r.subject_id = i.subject_id AND r.ended_at IS NULL`.execute(tx);
  return found.rows.map((row) => row.subject_id);
}

/** Subjects whose name has the core of this one, or all of it but one character; a person's own name only exactly. */
export async function findByName(tx: Tx, folded: string): Promise<SubjectId[]> {
  const { core } = splitName(folded);
  const signs = [...core];
  const parts = signs.length < 3 ? [core] : [core, ...signs.map((_, at) => signs.toSpliced(at, 1).join("\0"))];
  const wanted = parts.map((part) => part.split("\0").flatMap((piece) => pairsOf(piece)));
  const questions = wanted.filter((grams) => grams.length > 0);
  const found = await sql<{ subject_id: SubjectId }>`
    SELECT DISTINCT subject_id FROM subject_search
    WHERE ${sql.join(
      [
        sql`(NOT searchable AND folded = ${folded})`,
        ...questions.map((grams) => sql`(searchable AND grams @> ${grams}::integer[])`),
      ],
      sql` OR `,
    )} LIMIT ${MOST}`.execute(tx);
  return found.rows.map((row) => row.subject_id);
}

/** What is known of these subjects, for scoring. */
export async function readCandidates(
  tx: Tx,
  ids: readonly SubjectId[],
  notSame: ReadonlySet<SubjectId>,
): Promise<CandidateSubject[]> {
  const found = await sql<{
    subject_id: SubjectId;
    uscc: string | null;
    identifiers: string[] | null;
    names: { folded: string; name: string; from: LocalDate; registeredFrom: LocalDate | null }[] | null;
  }>`
    SELECT s.subject_id, (SELECT max(x.uscc) FROM subject_search x WHERE x.subject_id = s.subject_id) AS uscc,
      (SELECT array_agg(held.scheme || ':' || held.value) FROM (${heldIdentifiers(sql`s.subject_id`)}) AS held) AS identifiers,
      (SELECT jsonb_agg(jsonb_build_object('folded', n.folded, 'name', n.name, 'from', n.valid_from, 'registeredFrom', n.registered_from))
        FROM subject_names n WHERE n.subject_id = s.subject_id AND n.retracted_at IS NULL) AS names
    FROM unnest(${[...ids]}::uuid[]) AS s (subject_id)`.execute(tx);
  return found.rows.map((row) => ({
    subjectId: row.subject_id,
    uscc: row.uscc,
    names: row.names ?? [],
    identifiers: new Set(row.identifiers),
    judgedNotSame: notSame.has(row.subject_id),
  }));
}
