import { sql } from "kysely";
import type { BatchId, RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Tx } from "../../platform/db/types.ts";
import { copyInto } from "../../platform/db/copy.ts";
import { commitmentOf, newSalt } from "./commitment.ts";
import type { NewVersion, RecordHead } from "./record.ts";

const STAGE_COLUMNS = [
  "subject_id",
  "record_id",
  "version",
  "item",
  "edition",
  "source_body",
  "natural_key",
  "decision_date",
  "document_number",
  "document_folded",
  "known_from",
  "recorded_by",
  "cause",
  "changed_fields",
  "commitment",
  "batch_id",
  "row_number",
  "content_hash",
  "payload",
  "sealed",
  "salt",
  "reason",
] as const;

/** Newest versions of the records that have these natural keys (hex). Keys without a record are absent. */
export async function findHeads(tx: Tx, naturalKeys: readonly string[]): Promise<Map<string, RecordHead>> {
  if (naturalKeys.length === 0) return new Map();
  const keys = naturalKeys.map((key) => Buffer.from(key, "hex"));
  const found = await sql<{
    natural_key: Buffer;
    subject_id: SubjectId;
    record_id: RecordId;
    head_version: number;
    head_hash: Buffer;
    head_batch: BatchId;
    state: RecordHead["state"];
  }>`
    SELECT k.natural_key, k.subject_id, k.record_id, r.head_version, r.head_hash, r.head_batch, r.state
    FROM unnest(${keys}::bytea[]) AS wanted (natural_key)
    JOIN record_keys k ON k.natural_key = wanted.natural_key
    JOIN records r ON r.subject_id = k.subject_id AND r.record_id = k.record_id`.execute(tx);
  return new Map(
    found.rows.map((row) => {
      const naturalKey = row.natural_key.toString("hex");
      return [
        naturalKey,
        {
          naturalKey,
          subjectId: row.subject_id,
          recordId: row.record_id,
          version: row.head_version,
          contentHash: row.head_hash.toString("hex"),
          batchId: row.head_batch,
          state: row.state,
        },
      ];
    }),
  );
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

/**
 * Appends versions in bulk: staged by COPY, filed set-based. First versions make their record and its natural key;
 * later ones move the head, and only from the version right before (a stale predecessor changes nothing and throws).
 */
export async function insertVersions(tx: Tx, versions: readonly NewVersion[], actor: Actor): Promise<void> {
  if (versions.length === 0) return;
  await prepareStage(tx);
  await copyInto(
    tx,
    "stage_versions",
    STAGE_COLUMNS,
    versions.map((version) => stageRow(version, actor)),
  );
  await sql`INSERT INTO record_keys (natural_key, subject_id, record_id)
    SELECT natural_key, subject_id, record_id FROM stage_versions WHERE version = 1`.execute(tx);
  await sql`INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number,
      document_folded, state, head_version, head_edition, head_hash, head_batch)
    SELECT subject_id, record_id, item, source_body, natural_key, decision_date, document_number, document_folded, 'active',
      version, edition, content_hash, batch_id FROM stage_versions WHERE version = 1`.execute(tx);
  const later = versions.filter((version) => version.envelope.version > 1).length;
  if (later > 0) await moveHeads(tx, later);
  await sql`INSERT INTO record_versions (subject_id, record_id, version, item, edition, known_from, recorded_by, cause,
      changed_fields, commitment, batch_id, row_number, reason)
    SELECT subject_id, record_id, version, item, edition, known_from, recorded_by, cause, changed_fields, commitment,
      batch_id, row_number, reason FROM stage_versions`.execute(tx);
  await sql`INSERT INTO version_contents (subject_id, record_id, version, payload, sealed, salt)
    SELECT subject_id, record_id, version, payload, sealed, salt FROM stage_versions`.execute(tx);
}

async function prepareStage(tx: Tx): Promise<void> {
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS stage_versions (
      subject_id uuid, record_id uuid, version integer, item text, edition integer, source_body text, natural_key bytea,
      decision_date date, document_number text, document_folded text, known_from timestamptz, recorded_by text, cause text,
      changed_fields text[], commitment bytea, batch_id uuid, row_number integer, content_hash bytea, payload jsonb,
      sealed bytea, salt bytea, reason text) ON COMMIT DROP`.execute(tx);
  await sql`TRUNCATE stage_versions`.execute(tx);
}

async function moveHeads(tx: Tx, expected: number): Promise<void> {
  const moved = await sql`UPDATE records r SET decision_date = s.decision_date, document_number = s.document_number,
      document_folded = s.document_folded, head_version = s.version, head_edition = s.edition, head_hash = s.content_hash,
      head_batch = coalesce(s.batch_id, r.head_batch)
    FROM stage_versions s
    WHERE s.version > 1 AND r.subject_id = s.subject_id AND r.record_id = s.record_id AND r.head_version = s.version - 1`.execute(
    tx,
  );
  if (Number(moved.numAffectedRows ?? 0n) !== expected) {
    throw new Error(`${expected} later versions, but ${moved.numAffectedRows} predecessors: another writer was faster`);
  }
}

function stageRow(version: NewVersion, actor: Actor): readonly unknown[] {
  const { envelope } = version;
  const salt = newSalt();
  return [
    envelope.subject,
    envelope.record,
    envelope.version,
    envelope.item,
    envelope.edition,
    envelope.sourceBody,
    Buffer.from(envelope.naturalKey, "hex"),
    version.decisionDate,
    version.documentNumber,
    version.documentFolded,
    envelope.knownFrom,
    actor.id,
    envelope.cause,
    envelope.changedFields,
    commitmentOf(envelope, salt),
    envelope.batch,
    envelope.row,
    Buffer.from(version.contentHash, "hex"),
    envelope.payload,
    version.sealed,
    salt,
    version.reason ?? null,
  ];
}
