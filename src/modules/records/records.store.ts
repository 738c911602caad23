import { sql } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import { dayNumber } from "../../kernel/time.ts";
import { CopyBuffer, copyBuffer } from "../../platform/db/copy-buffer.ts";
import type { Tx } from "../../platform/db/types.ts";
import { Committer, newSalt } from "./commitment.ts";
import type { NewVersion, RecordHead, VersionOrigin } from "./record.ts";

/** What the register holds under the natural keys that were asked for, by their place in the question. */
export interface FoundHeads {
  /** Places whose record holds this very content. */
  readonly same: ReadonlySet<number>;
  /** Places whose record held this very content until people corrected it. */
  readonly corrected: ReadonlySet<number>;
  /** Places whose record holds other content, with its newest version. */
  readonly other: ReadonlyMap<number, RecordHead>;
}

const KEY_BYTES = 32;

/**
 * Looks up the newest versions under natural keys. `naturalKeys` and `contentHashes` hold 32 bytes a row, one behind the
 * other, so that a question of 2,000 rows is two values; records with the same content come back as their places only.
 */
export async function findHeads(tx: Tx, naturalKeys: Uint8Array, contentHashes: Uint8Array): Promise<FoundHeads> {
  const rows = naturalKeys.length / KEY_BYTES;
  if (rows === 0) return { same: new Set(), corrected: new Set(), other: new Map() };
  const found = await sql<{
    same: number[] | null;
    corrected: number[] | null;
    other: (readonly [number, SubjectId, RecordId, number, RecordHead["state"]])[] | null;
  }>`
    WITH wanted AS MATERIALIZED (
      SELECT at, substring(${Buffer.from(naturalKeys)}::bytea FROM at * 32 + 1 FOR 32) AS natural_key,
        substring(${Buffer.from(contentHashes)}::bytea FROM at * 32 + 1 FOR 32) AS content_hash
      FROM generate_series(0, ${rows - 1}::integer) AS at),
    found AS MATERIALIZED (
      SELECT w.at, r.subject_id, r.record_id, r.head_version, r.state, r.head_hash = w.content_hash AS same,
        w.content_hash = ANY(r.corrected_hashes) AS corrected
      FROM wanted w JOIN record_keys k ON k.natural_key = w.natural_key
      JOIN records r ON r.subject_id = k.subject_id AND r.record_id = k.record_id)
    SELECT (SELECT array_agg(at) FROM found WHERE same) AS same,
      (SELECT array_agg(at) FROM found WHERE corrected AND NOT same) AS corrected,
      (SELECT jsonb_agg(jsonb_build_array(at, subject_id, record_id, head_version, state)) FROM found
        WHERE NOT same AND NOT corrected) AS other`.execute(tx);
  const { same, corrected, other } = found.rows[0] ?? { same: null, corrected: null, other: null };
  return {
    same: new Set(same),
    corrected: new Set(corrected),
    other: new Map(
      (other ?? []).map(([at, subjectId, recordId, version, state]) => [at, { subjectId, recordId, version, state }]),
    ),
  };
}

/** Payloads of the newest versions of these records. */
export async function findHeadPayloads(
  tx: Tx,
  heads: readonly RecordHead[],
): Promise<Map<RecordId, Readonly<Record<string, never>>>> {
  if (heads.length === 0) return new Map();
  const found = await sql<{ record_id: RecordId; payload: Readonly<Record<string, never>> }>`
    SELECT c.record_id, c.payload
    FROM unnest(${heads.map((head) => head.subjectId)}::uuid[], ${heads.map((head) => head.recordId)}::uuid[],
      ${heads.map((head) => head.version)}::integer[]) AS h (subject_id, record_id, version)
    JOIN version_contents c ON c.subject_id = h.subject_id AND c.record_id = h.record_id AND c.version = h.version`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.record_id, row.payload]));
}

const STAGE_COLUMNS = [
  "subject_id",
  "record_id",
  "version",
  "source_body",
  "natural_key",
  "decision_date",
  "document_number",
  "document_folded",
  "cause",
  "changed_fields",
  "commitment",
  "row_number",
  "content_hash",
  "payload",
  "sealed",
  "salt",
  "reason",
  "judgement_id",
] as const;

/**
 * Appends versions in bulk: staged by COPY, filed set-based in one statement. First versions make their record and its
 * natural key; later ones move the head, and only from the version right before (a stale predecessor changes nothing and
 * throws).
 */
export async function insertVersions(tx: Tx, versions: readonly NewVersion[], origin: VersionOrigin): Promise<void> {
  if (versions.length === 0) return;
  await stageVersions(tx, versions, origin);
  const later = versions.filter((version) => version.version > 1).length;
  if (later > 0) await moveHeads(tx, later, origin);
  const { proceedingId = null, proposedBy = null, ground = null } = origin.amendment ?? {};
  // One statement, so that the server need not wait for us between the tables.
  await sql`WITH keys AS (
      INSERT INTO record_keys (natural_key, subject_id, record_id)
      SELECT natural_key, subject_id, record_id FROM stage_versions WHERE version = 1),
    heads AS (
      INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number,
        document_folded, state, head_version, head_edition, head_hash, head_batch)
      SELECT subject_id, record_id, ${origin.item}, source_body, natural_key, decision_date, document_number,
        document_folded, 'active', version, ${origin.edition}, content_hash, ${origin.batchId}::uuid
      FROM stage_versions WHERE version = 1),
    versions AS (
      INSERT INTO record_versions (subject_id, record_id, version, item, edition, known_from, recorded_by, cause,
        changed_fields, commitment, batch_id, row_number, reason, judgement_id, proceeding_id, proposed_by, ground)
      SELECT subject_id, record_id, version, ${origin.item}, ${origin.edition}, ${origin.knownFrom}::timestamptz,
        ${origin.actor.id}, cause, changed_fields, commitment, ${origin.batchId}::uuid, row_number, reason,
        judgement_id, ${proceedingId}::uuid, ${proposedBy}::text, ${ground}::text
      FROM stage_versions)
    INSERT INTO version_contents (subject_id, record_id, version, payload, sealed, salt)
    SELECT subject_id, record_id, version, payload, sealed, salt FROM stage_versions`.execute(tx);
}

/** Stages versions in the table `stage_versions` of the transaction, replacing what stood there. */
export async function stageVersions(tx: Tx, versions: readonly NewVersion[], origin: VersionOrigin): Promise<void> {
  const rows = encodeVersions(versions, origin);
  await prepareStage(tx);
  await copyBuffer(tx, "stage_versions", STAGE_COLUMNS, rows);
}

async function prepareStage(tx: Tx): Promise<void> {
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_versions (
      subject_id uuid, record_id uuid, version integer, source_body text, natural_key bytea, decision_date date,
      document_number text, document_folded text, cause text, changed_fields text[], commitment bytea, row_number integer,
      content_hash bytea, payload jsonb, sealed bytea, salt bytea, reason text, judgement_id uuid) ON COMMIT DROP`.execute(
    tx,
  );
  await sql`TRUNCATE stage_versions`.execute(tx);
}

async function moveHeads(tx: Tx, expected: number, origin: VersionOrigin): Promise<void> {
  const moved = await sql`UPDATE records r SET decision_date = s.decision_date, document_number = s.document_number,
      document_folded = s.document_folded, head_version = s.version, head_edition = ${origin.edition},
      head_hash = s.content_hash, head_batch = coalesce(${origin.batchId}::uuid, r.head_batch)
    FROM stage_versions s
    WHERE s.version > 1 AND r.subject_id = s.subject_id AND r.record_id = s.record_id AND r.head_version = s.version - 1`.execute(
    tx,
  );
  if (Number(moved.numAffectedRows ?? 0n) !== expected) {
    throw new Error(`${expected} later versions, but ${moved.numAffectedRows} predecessors: another writer was faster`);
  }
}

function encodeVersions(versions: readonly NewVersion[], origin: VersionOrigin): CopyBuffer {
  const committer = new Committer(origin);
  const rows = new CopyBuffer(versions.length * 2048 + 4096);
  for (const version of versions) {
    const salt = newSalt();
    rows
      .row(STAGE_COLUMNS.length)
      .uuid(version.subjectId)
      .uuid(version.recordId)
      .int(version.version)
      .text(version.sourceBody)
      .bytes(version.naturalKey)
      .day(dayNumber(version.decisionDate))
      .text(version.documentNumber)
      .text(version.documentFolded)
      .text(version.cause)
      .texts(version.changedFields)
      .bytes(committer.commit(version, salt));
    if (version.row === null) rows.null();
    else rows.int(version.row);
    rows.bytes(version.contentHash).jsonb(version.payload).bytes(version.sealed).bytes(salt).text(version.reason);
    if (version.judgementId === null) rows.null();
    else rows.uuid(version.judgementId);
  }
  return rows;
}
