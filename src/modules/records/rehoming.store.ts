import { sql } from "kysely";
import type { BatchId, JudgementId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import { dateOf } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { NewVersion, RecordHead, VersionOrigin } from "./record.ts";
import { stageVersions } from "./records.store.ts";

/** The newest version of a record with all that a further version repeats. */
export interface FullHead extends RecordHead {
  readonly item: string;
  readonly edition: number;
  readonly sourceBody: string;
  readonly naturalKey: Buffer;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  readonly documentFolded: string;
  readonly contentHash: Buffer;
  /** Null once the content has been erased. */
  readonly payload: Readonly<Record<string, CanonicalValue>> | null;
  readonly sealed: Buffer | null;
  readonly batchId: BatchId | null;
  /** The last batch that brought content. */
  readonly headBatch: BatchId;
  readonly row: number | null;
  readonly judgementId: JudgementId | null;
}

const FULL_HEAD = sql`SELECT r.subject_id AS "subjectId", r.record_id AS "recordId", r.head_version AS version, r.state, r.item,
    r.head_edition AS edition, r.source_body AS "sourceBody", r.natural_key AS "naturalKey",
    r.decision_date AS "decisionDate", r.document_number AS "documentNumber", r.document_folded AS "documentFolded",
    r.head_hash AS "contentHash", r.head_batch AS "headBatch", c.payload, c.sealed, v.batch_id AS "batchId", v.row_number AS row,
    v.judgement_id AS "judgementId"
  FROM records r
  JOIN record_versions v ON v.subject_id = r.subject_id AND v.record_id = r.record_id AND v.version = r.head_version
  LEFT JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version`;

/** Records that stand under a subject now, those withdrawn among them; all, or those named. */
export async function listHeads(
  tx: Tx,
  subjectId: SubjectId,
  records: readonly RecordId[] | null,
): Promise<FullHead[]> {
  const found = await sql<FullHead>`${FULL_HEAD}
    WHERE r.subject_id = ${subjectId}::uuid AND r.state <> 'rehomed'
      AND (${records === null} OR r.record_id = ANY(${[...(records ?? [])]}::uuid[]))
    ORDER BY r.record_id`.execute(tx);
  return found.rows;
}

/** The record under a natural key, wherever it stands. */
export async function findHeadOfKey(tx: Tx, naturalKey: Uint8Array): Promise<FullHead | null> {
  const found = await sql<FullHead>`${FULL_HEAD}
    JOIN record_keys k ON k.subject_id = r.subject_id AND k.record_id = r.record_id
    WHERE k.natural_key = ${Buffer.from(naturalKey)}`.execute(tx);
  return found.rows[0] ?? null;
}

/** A record where it stands now. */
export async function findHead(tx: Tx, recordId: RecordId): Promise<FullHead | null> {
  const found = await sql<FullHead>`${FULL_HEAD}
    WHERE r.record_id = ${recordId}::uuid AND r.state <> 'rehomed'`.execute(tx);
  return found.rows[0] ?? null;
}

/** Records that stand under a subject by a version that followed this judgement. */
export async function listHeadsByJudgement(tx: Tx, judgementId: JudgementId): Promise<FullHead[]> {
  const found = await sql<FullHead>`${FULL_HEAD}
    WHERE r.state = 'active' AND v.judgement_id = ${judgementId}::uuid AND NOT v.retired ORDER BY r.record_id`.execute(
    tx,
  );
  return found.rows;
}

/** Records under a subject that came in since a moment with one of these credit codes. */
export async function listReportedSince(
  tx: Tx,
  subjectId: SubjectId,
  usccs: readonly string[],
  since: Instant,
): Promise<FullHead[]> {
  const found = await sql<FullHead>`${FULL_HEAD}
    JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
    WHERE r.subject_id = ${subjectId}::uuid AND r.state <> 'rehomed'
      AND c.payload ->> (e.roles ->> 'subject-identifier') = ANY(${[...usccs]}::text[])
      AND NOT EXISTS (SELECT FROM record_versions o WHERE o.subject_id = r.subject_id AND o.record_id = r.record_id
        AND o.known_from <= ${since}::timestamptz)
    ORDER BY r.record_id`.execute(tx);
  return found.rows;
}

/** The content before the newest run of versions that followed this judgement; null where there is none. */
export async function findVersionBefore(
  tx: Tx,
  head: FullHead,
): Promise<Pick<FullHead, "edition" | "payload" | "sealed" | "batchId" | "row"> | null> {
  const found = await sql<Pick<FullHead, "edition" | "payload" | "sealed" | "batchId" | "row">>`
    SELECT v.edition, c.payload, c.sealed, v.batch_id AS "batchId", v.row_number AS row FROM record_versions v
    JOIN version_contents c USING (subject_id, record_id, version)
    WHERE v.subject_id = ${head.subjectId}::uuid AND v.record_id = ${head.recordId}::uuid AND v.cause IN ('first', 'correction')
      AND v.judgement_id IS DISTINCT FROM ${head.judgementId}::uuid AND v.version > coalesce((
        SELECT max(o.version) FROM record_versions o WHERE o.subject_id = v.subject_id AND o.record_id = v.record_id
          AND o.cause = 'rehoming'), 0)
    ORDER BY v.version DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/**
 * Files versions of one origin that move records: those under `from` retire the record there, those under `to` let it
 * arrive with the state that it had (one that had left before, `leaves` false, becomes active). The versions stand before the records change, since the guard of states reads them.
 */
export async function insertMoves(
  tx: Tx,
  versions: readonly NewVersion[],
  origin: VersionOrigin,
  way: { readonly from: SubjectId; readonly to: SubjectId | null; readonly leaves: boolean },
): Promise<void> {
  await stageVersions(tx, versions, origin);
  const { from, to, leaves } = way;
  await sql`WITH versions AS (
      INSERT INTO record_versions (subject_id, record_id, version, item, edition, known_from, recorded_by, cause,
        changed_fields, commitment, reason, judgement_id, retired, linked_subject)
      SELECT subject_id, record_id, version, ${origin.item}, ${origin.edition}, ${origin.knownFrom}::timestamptz,
        ${origin.actor.id}, cause, changed_fields, commitment, reason, judgement_id,
        ${leaves} AND subject_id = ${from}::uuid, CASE WHEN ${leaves} AND subject_id = ${from}::uuid THEN ${to}::uuid ELSE ${from}::uuid END
      FROM stage_versions)
    INSERT INTO version_contents (subject_id, record_id, version, payload, sealed, salt)
    SELECT subject_id, record_id, version, payload, sealed, salt FROM stage_versions WHERE payload <> 'null'`.execute(
    tx,
  );
  if (to !== null) {
    await sql`INSERT INTO records AS r (subject_id, record_id, item, source_body, natural_key, decision_date,
        document_number, document_folded, state, ended_on, head_version, head_edition, head_hash, head_batch,
        added_keys, corrected_hashes)
      SELECT ${to}::uuid, o.record_id, o.item, o.source_body, o.natural_key, o.decision_date, o.document_number,
        o.document_folded, CASE WHEN o.state = 'rehomed' THEN 'active' ELSE o.state END,
        CASE WHEN o.state <> 'rehomed' THEN o.ended_on END, s.version, o.head_edition, o.head_hash, o.head_batch,
        o.added_keys, o.corrected_hashes
      FROM stage_versions s JOIN records o ON o.subject_id = ${from}::uuid AND o.record_id = s.record_id
      WHERE s.subject_id = ${to}::uuid
      ON CONFLICT (subject_id, record_id) DO UPDATE SET decision_date = excluded.decision_date,
        document_number = excluded.document_number, document_folded = excluded.document_folded, state = excluded.state,
        ended_on = excluded.ended_on, head_version = excluded.head_version, head_edition = excluded.head_edition,
        head_hash = excluded.head_hash, head_batch = excluded.head_batch, added_keys = excluded.added_keys,
        corrected_hashes = excluded.corrected_hashes`.execute(tx);
    await sql`UPDATE record_keys k SET subject_id = ${to}::uuid FROM stage_versions s
      WHERE k.natural_key = s.natural_key AND s.subject_id = ${to}::uuid`.execute(tx);
    await sql`UPDATE record_keys k SET subject_id = ${to}::uuid
      FROM (SELECT unnest(r.added_keys) AS natural_key FROM stage_versions s
        JOIN records r ON r.subject_id = ${to}::uuid AND r.record_id = s.record_id
        WHERE s.subject_id = ${to}::uuid) AS added
      WHERE k.natural_key = added.natural_key`.execute(tx);
  }
  if (!leaves) return;
  await sql`UPDATE records r SET state = 'rehomed', ended_on = ${dateOf(origin.knownFrom)}::date, head_version = s.version
    FROM stage_versions s WHERE s.subject_id = ${from}::uuid AND r.subject_id = s.subject_id
      AND r.record_id = s.record_id`.execute(tx);
}
